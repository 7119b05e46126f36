package com.spara.sf.client.push;

import com.spara.sf.Lead;
import com.spara.sf.OrgUnreachableException;
import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import com.spara.sf.SalesforceException;
import com.spara.sf.sync.PushOptions;
import com.spara.sf.sync.PushResult;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Pushes leads as they come: takes as many as the batches under way can use, and gives out results in the order of the leads.
 * Driven by the thread that takes the results; batches may be run by others. It never waits for a thread that nobody has:
 * when the executor has begun no batch, it runs one itself.
 */
final class PushFlow extends AbstractSpliterator<PushResult> {

    /** How often leads are pushed again that were turned away because there was too much at once. */
    private static final int MOST_TRIES = 3;

    private final Manner manner;
    private final PushEngine engine;
    private final PushOptions options;
    private final LeadSource source;
    private final Progress progress;
    private final AskStage asking;
    private final NoCompany noCompany;
    private final Offers offers;
    private final Concurrency concurrency;
    private final Waiting waiting;
    private final Deque<Slot> order = new ArrayDeque<>();
    private final List<Batch> running = new ArrayList<>();
    private final BlockingQueue<Batch> done = new LinkedBlockingQueue<>();
    private long mostCalls;
    private @Nullable SalesforceException stoppedBy;

    PushFlow(Manner manner, LeadSource source) {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
        this.manner = manner;
        this.engine = manner.engine();
        this.options = manner.options();
        this.source = source;
        this.concurrency = manner.concurrency();
        this.waiting = new Waiting(manner.settings().rule("Contact").updates());
        this.offers = new Offers(options);
        this.progress = new Progress(options, engine.clock());
        this.asking = new AskStage(manner.settings());
        this.noCompany = NoCompany.of(manner.settings());
    }

    /** The API calls made so far. */
    long calls() {
        return progress.calls();
    }

    /** What keeps the rest from being sent, if anything does. */
    Optional<SalesforceException> stoppedBy() {
        return Optional.ofNullable(stoppedBy);
    }

    @Override
    public boolean tryAdvance(Consumer<? super PushResult> action) {
        while (order.isEmpty() || !order.element().isDone()) {
            takeLeads();
            if (order.isEmpty()) {
                source.throwFailure();
                return false;
            }
            beginBatches();
            endBatchOrGiveUp();
        }
        action.accept(order.remove().result());
        return true;
    }

    /** Ends the flow: no batch is begun any more, and those that were begun are waited for. */
    void close() {
        stop("The results were not wanted any more.");
        giveUpBatches();
        while (!running.isEmpty()) {
            endBatch();
        }
    }

    private void takeLeads() {
        int most = manner.most() * (manner.isParallel() ? 2 * limit() + 1 : 1);
        long text = order.stream().mapToLong(this::text).sum();
        while (order.size() < most && text < manner.mostText()) {
            Optional<Lead> lead = source.next();
            if (lead.isEmpty()) {
                return;
            }
            Slot slot = new Slot(lead.get(), people(lead.get()), noCompany);
            order.add(slot);
            waiting.add(slot);
            text += text(slot);
        }
    }

    /** What is bounded where many leads are held together; elsewhere their number is bound enough, and nothing is counted. */
    private long text(Slot slot) {
        return manner.isBulk() ? slot.text() : 0;
    }

    private Set<String> people(Lead lead) {
        try {
            return manner.isParallel() ? Turn.keys(asking.asked(lead)) : Set.of();
        } catch (LinkageError | AssertionError broken) {
            return Set.of(); // its batch meets the broken plug-in too, and says so
        }
    }

    /** What fails here, be it the host's condition, its executor or its store, ends the push and loses no result. */
    private void beginBatches() {
        try {
            int most = manner.most();
            while (mayBegin()) {
                List<Slot> next = waiting.next(most);
                boolean isWorthIt =
                        next.size() == most || running.isEmpty() || source.isOver() && next.size() == waiting.size();
                if (next.isEmpty() || !isWorthIt) {
                    return;
                }
                begin(next);
            }
        } catch (RuntimeException | LinkageError | AssertionError broken) {
            stop(new OrgUnreachableException(
                    Reason.of(
                            ReasonCode.UNEXPECTED,
                            "The push was ended by a " + broken.getClass().getName() + "."),
                    broken));
        }
    }

    private boolean mayBegin() {
        if (stoppedBy != null || !concurrency.allows(running.size(), manner.mostInParallel()) || isUsageAwaited()) {
            return false;
        }
        if (options.isToStop()) {
            stop("The host ended the push.");
        }
        return stoppedBy == null;
    }

    /** Before the first answer nobody knows how many calls are left, so one batch goes ahead. */
    private boolean isUsageAwaited() {
        return options.reserve() > 0 && !running.isEmpty() && engine.usage().isEmpty();
    }

    private void begin(List<Slot> next) {
        waiting.begin(next);
        Batch batch = new Batch(next, manner, concurrency, Math.max(manner.callsOfABatch(), mostCalls), done::add);
        running.add(batch);
        offers.add(batch);
    }

    private void endBatchOrGiveUp() {
        if (stoppedBy != null) {
            giveUpBatches();
        }
        if (!running.isEmpty()) {
            endBatch();
        } else if (stoppedBy != null) {
            giveUp(waiting.drain(), stoppedBy);
        } else if (waiting.size() > 0 && !order.element().isDone()) {
            throw new IllegalStateException("No batch could be begun, though nothing stands in its way.");
        }
    }

    /** What waits for a thread is not begun any more. */
    private void giveUpBatches() {
        for (Batch batch : List.copyOf(running)) {
            if (batch.giveUp()) {
                running.remove(batch);
                waiting.end(batch.slots());
                waiting.putBack(batch.slots());
            }
        }
    }

    private void giveUp(List<Slot> rest, SalesforceException why) {
        rest.forEach(slot -> slot.done(ResultStage.notSent(slot.lead(), why)));
        progress.add(rest.size(), 0);
        progress.tell(limit(), stoppedBy());
        rest.forEach(slot -> engine.told(slot.result()));
    }

    private void endBatch() {
        if (running.stream().noneMatch(Batch::isBegun)) {
            offers.runNext();
        }
        Batch batch = awaited();
        running.remove(batch);
        waiting.end(batch.slots());
        mostCalls = Math.max(mostCalls, batch.calls());
        if (batch.isToBeTriedAgain() && batch.slots().get(0).tried() <= MOST_TRIES) {
            waiting.putBack(batch.slots());
            progress.add(0, batch.calls());
            return;
        }
        batch.stoppedBy().ifPresent(this::stop);
        take(batch);
    }

    private void take(Batch batch) {
        for (int i = 0; i < batch.slots().size(); i++) {
            batch.slots().get(i).done(batch.results().get(i));
        }
        progress.add(batch.slots().size(), batch.calls());
        progress.tell(limit(), stoppedBy());
        batch.results().forEach(engine::told);
    }

    /** An interrupt ends the flow, but not before what was begun has its results. */
    private Batch awaited() {
        boolean isInterrupted = false;
        try {
            while (true) {
                try {
                    return done.take();
                } catch (InterruptedException interrupt) {
                    isInterrupted = true;
                    stop("The thread was interrupted.");
                }
            }
        } finally {
            if (isInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void stop(String why) {
        stop(new OrgUnreachableException(Reason.of(ReasonCode.STOPPED, why), null));
    }

    private void stop(SalesforceException why) {
        if (stoppedBy == null) {
            stoppedBy = why;
        }
    }

    private int limit() {
        return concurrency.limit(manner.mostInParallel());
    }
}
