package com.spara.sf.client.push;

import com.spara.sf.LimitReachedException;
import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import com.spara.sf.SalesforceException;
import com.spara.sf.sync.PushResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Leads that are pushed together, by whichever thread comes first; its time begins with that. What came of it is read by the
 * thread that was told by {@code whenDone}: one result for each lead, whatever happens.
 */
final class Batch implements Runnable {

    private enum State {
        WAITING,
        BEGUN,
        GIVEN_UP
    }

    private final List<Slot> slots;
    private final Manner manner;
    private final Concurrency concurrency;
    private final long foreseenCalls;
    private final Consumer<Batch> whenDone;
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
    private List<PushResult> results = List.of();
    private int calls;
    private boolean isToBeTriedAgain;
    private @Nullable SalesforceException stoppedBy;

    Batch(List<Slot> slots, Manner manner, Concurrency concurrency, long foreseenCalls, Consumer<Batch> whenDone) {
        this.slots = slots;
        this.manner = manner;
        this.concurrency = concurrency;
        this.foreseenCalls = foreseenCalls;
        this.whenDone = whenDone;
    }

    List<Slot> slots() {
        return slots;
    }

    /** Whether a thread pushes it, or has pushed it. */
    boolean isBegun() {
        return state.get() == State.BEGUN;
    }

    /** Keeps it from being begun; false if that is too late. */
    boolean giveUp() {
        return state.compareAndSet(State.WAITING, State.GIVEN_UP);
    }

    /** The results, in the order of the leads. */
    List<PushResult> results() {
        return results;
    }

    /** The API calls that it made. */
    int calls() {
        return calls;
    }

    /** Whether nothing was sent, and that only because there was too much at once. */
    boolean isToBeTriedAgain() {
        return isToBeTriedAgain;
    }

    /** What keeps further batches from being begun, if anything does. */
    Optional<SalesforceException> stoppedBy() {
        return Optional.ofNullable(stoppedBy);
    }

    /** Pushes the leads; does nothing if another thread does so, or if it was given up. */
    @Override
    public void run() {
        if (!state.compareAndSet(State.WAITING, State.BEGUN)) {
            return;
        }
        Concurrency.Permit permit = concurrency.begin();
        try {
            pushWithinReserve(permit);
        } catch (RuntimeException | LinkageError | AssertionError unexpected) {
            failedUnexpectedly(unexpected, false);
        } catch (Error fatal) {
            failedUnexpectedly(fatal, true);
            throw fatal;
        } finally {
            whenDone.accept(this);
        }
    }

    private void pushWithinReserve(Concurrency.Permit permit) {
        boolean isCrowded = false;
        @Nullable Instant start = null;
        try {
            start = clock();
            HeldCalls held = new HeldCalls(
                    manner.engine().memory().allowance(), manner.options().reserve());
            if (held.hold(foreseenCalls)) {
                try {
                    isCrowded = push(held);
                } finally {
                    held.release();
                }
            } else {
                stoppedBy = reserveReached();
                notSent(stoppedBy);
            }
        } finally {
            concurrency.end(permit, isCrowded, calls, since(start));
        }
    }

    /** None if the host's clock fails. */
    private Duration since(@Nullable Instant start) {
        try {
            return start == null ? Duration.ZERO : Duration.between(start, clock());
        } catch (RuntimeException broken) {
            return Duration.ZERO;
        }
    }

    private Instant clock() {
        return manner.engine().clock().instant();
    }

    private boolean push(HeldCalls held) {
        PushPipeline pipeline = manner.pipeline(held);
        try {
            results = pipeline.push(slots.stream().map(Slot::lead).toList());
            stoppedBy = pipeline.stopped().orElse(null);
        } catch (SalesforceException failed) {
            notSent(failed);
            stoppedBy = pipeline.isKeptByAnother() ? null : failed;
        } catch (RuntimeException | LinkageError | AssertionError unexpected) {
            failedUnexpectedly(unexpected, pipeline.hasWritten());
        }
        calls = pipeline.calls();
        isToBeTriedAgain = pipeline.isTurnedAway() && results.stream().allMatch(PushResult::isNeverSent);
        return pipeline.isCrowded();
    }

    private void notSent(SalesforceException why) {
        results = slots.stream()
                .map(slot -> ResultStage.notSent(slot.lead(), why))
                .toList();
    }

    /** A fault of this library or of a plug-in: what is not known is said to be unknown. */
    private void failedUnexpectedly(Throwable thrown, boolean mayBeWritten) {
        if (!results.isEmpty()) {
            return;
        }
        results = slots.stream()
                .map(slot -> ResultStage.failedUnexpectedly(slot.lead(), thrown, mayBeWritten))
                .toList();
    }

    private LimitReachedException reserveReached() {
        return new LimitReachedException(
                Reason.of(
                        ReasonCode.RESERVE_REACHED,
                        "The API calls that are left of the day, "
                                + manner.options().reserve()
                                + " and those of a batch, are kept for others. Push what was not sent again later."),
                null);
    }
}
