package com.spara.sf.client.push;

import com.spara.sf.SalesforceException;
import com.spara.sf.sync.PushResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Leads that are pushed together, by whichever thread comes first; its time begins with that. Each lead has
 * a result afterwards, whatever happens. What came of the batch is read after {@code whenDone} was told.
 */
final class Batch implements Runnable {

    private final List<Slot> slots;
    private final Manner manner;
    private final PushEngine engine;
    private final Consumer<Batch> whenDone;
    private final Concurrency.Permit permit;
    private final AtomicBoolean begun = new AtomicBoolean();
    private int calls;
    private @Nullable SalesforceException stoppedBy;

    Batch(List<Slot> slots, Manner manner, Consumer<Batch> whenDone) {
        this.slots = slots;
        this.manner = manner;
        this.engine = manner.engine();
        this.whenDone = whenDone;
        this.permit = manner.concurrency().begin();
    }

    List<Slot> slots() {
        return slots;
    }

    boolean isBegun() {
        return begun.get();
    }

    /** The API calls that it made. */
    int calls() {
        return calls;
    }

    /** What keeps further batches from being begun, if anything does. */
    Optional<SalesforceException> stoppedBy() {
        return Optional.ofNullable(stoppedBy);
    }

    /** Pushes the leads; does nothing if another thread does so, or has done. */
    @Override
    public void run() {
        if (!begun.compareAndSet(false, true)) {
            return;
        }
        PushPipeline pipeline = manner.pipeline();
        Instant start = engine.clock().instant();
        try {
            push(pipeline);
        } finally {
            calls = pipeline.calls();
            Duration time = Duration.between(start, engine.clock().instant());
            manner.concurrency().end(permit, pipeline.isCrowded(), time.dividedBy(Math.max(1, calls)));
            whenDone.accept(this);
        }
    }

    private void push(PushPipeline pipeline) {
        try {
            List<PushResult> results =
                    pipeline.push(slots.stream().map(Slot::lead).toList());
            for (int i = 0; i < results.size(); i++) {
                slots.get(i).done(engine.told(results.get(i)));
            }
            stoppedBy = pipeline.stopped().orElse(null);
        } catch (SalesforceException failed) {
            stoppedBy = pipeline.isKeptByAnother() ? null : failed;
            slots.forEach(slot -> slot.done(engine.told(ResultStage.notSent(slot.lead(), failed))));
        } catch (RuntimeException unexpected) {
            failedUnexpectedly(unexpected, pipeline.hasWritten());
        } catch (Error fatal) {
            failedUnexpectedly(fatal, pipeline.hasWritten());
            throw fatal;
        }
    }

    /** A fault of this library or of a plug-in: what is not known is said to be unknown. */
    private void failedUnexpectedly(Throwable thrown, boolean mayBeWritten) {
        slots.forEach(
                slot -> slot.done(engine.told(ResultStage.failedUnexpectedly(slot.lead(), thrown, mayBeWritten))));
    }
}
