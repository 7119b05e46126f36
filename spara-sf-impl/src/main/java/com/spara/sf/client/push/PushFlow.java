package com.spara.sf.client.push;

import com.spara.sf.Lead;
import com.spara.sf.LimitReachedException;
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

    private final Manner manner;
    private final PushEngine engine;
    private final PushOptions options;
    private final LeadSource source;
    private final Progress progress;
    private final AskStage asking;
    private final Offers offers;
    private final Waiting waiting = new Waiting();
    private final Deque<Slot> order = new ArrayDeque<>();
    private final List<Batch> running = new ArrayList<>();
    private final BlockingQueue<Batch> done = new LinkedBlockingQueue<>();
    private @Nullable SalesforceException stoppedBy;

    PushFlow(Manner manner, LeadSource source) {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
        this.manner = manner;
        this.engine = manner.engine();
        this.options = manner.options();
        this.source = source;
        this.offers = new Offers(options);
        this.progress = new Progress(options, engine.clock());
        this.asking = new AskStage(manner.settings());
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
        while (!running.isEmpty()) {
            endBatch();
        }
    }

    private void takeLeads() {
        int most = manner.most() * (manner.isParallel() ? 2 * limit() + 1 : 1);
        long text = 0;
        while (order.size() < most && text < manner.mostText()) {
            Optional<Lead> lead = source.next();
            if (lead.isEmpty()) {
                return;
            }
            Slot slot = new Slot(lead.get(), manner.isParallel() ? Turn.keys(asking.begin(lead.get())) : Set.of());
            order.add(slot);
            waiting.add(slot);
            text += slot.text();
        }
    }

    private void beginBatches() {
        while (manner.concurrency().allows(running.size(), manner.mostInParallel())) {
            List<Slot> next = waiting.next(manner.most());
            boolean isWorthIt = next.size() == manner.most() || source.isOver() || running.isEmpty();
            if (next.isEmpty() || !isWorthIt || isToEnd()) {
                return;
            }
            waiting.begin(next);
            Batch batch = new Batch(next, manner, done::add);
            running.add(batch);
            offers.add(batch);
        }
    }

    private void endBatchOrGiveUp() {
        if (!running.isEmpty()) {
            endBatch();
        } else if (stoppedBy != null) {
            giveUp(stoppedBy);
        }
    }

    private void giveUp(SalesforceException why) {
        List<Slot> rest = waiting.drain();
        rest.forEach(slot -> slot.done(engine.told(ResultStage.notSent(slot.lead(), why))));
        progress.add(rest.size(), 0);
        progress.tell(limit(), stoppedBy());
    }

    private void endBatch() {
        if (running.stream().noneMatch(Batch::isBegun)) {
            offers.runNext();
        }
        Batch batch = awaited();
        running.remove(batch);
        waiting.end(batch.slots());
        batch.stoppedBy().ifPresent(this::stop);
        progress.add(batch.slots().size(), batch.calls());
        progress.tell(limit(), stoppedBy());
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

    private boolean isToEnd() {
        if (stoppedBy == null && options.isToStop()) {
            stop("The host ended the push.");
        }
        if (stoppedBy == null && isReserveReached()) {
            stop(new LimitReachedException(
                    Reason.of(
                            ReasonCode.RESERVE_REACHED,
                            "No more than " + options.reserve()
                                    + " API calls of the day are left, and they are kept for others. "
                                    + "Push what was not sent again later."),
                    null));
        }
        return stoppedBy != null;
    }

    private boolean isReserveReached() {
        long underWay = manner.callsOfABatch() * (running.size() + 1);
        return options.reserve() > 0
                && engine.usage()
                        .filter(usage -> usage.left() - underWay < options.reserve())
                        .isPresent();
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
        return manner.concurrency().limit(manner.mostInParallel());
    }
}
