package com.spara.sf.sync;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How many leads are pushed: one batch at a time or several, how much of the day's API calls is left to others, who hears of
 * the progress, and what ends it early.
 *
 * <pre>{@code
 * PushOptions nightly = PushOptions.standard()
 *     .inParallel(pool, 8)
 *     .reserving(20_000)
 *     .stoppingWhen(host::isShuttingDown)
 *     .onProgress(progress -> bar.show(progress.done(), progress.timeLeft()));
 * }</pre>
 *
 * <p>Immutable and safe to share between threads, as far as what the host gives is.
 */
public final class PushOptions {

    private static final PushOptions STANDARD =
            new PushOptions(new Values(null, 1, 0, -1, any -> {}, () -> false, Bulk.BY_SIZE, null));

    /** Whether records are written by the jobs of Bulk API 2.0. */
    public enum Bulk {
        /**
         * Where more than 10,000 leads are expected, somebody keeps the handles of the jobs ({@link #onBulkJobs}), no executor was
         * given, and the settings ask for nothing that a job cannot do.
         */
        BY_SIZE,
        /** Always. */
        ALWAYS,
        /** Never. */
        NEVER
    }

    private record Values(
            @Nullable Executor executor,
            int parallel,
            long reserve,
            long total,
            Consumer<PushProgress> progress,
            BooleanSupplier stop,
            Bulk bulk,
            @Nullable Consumer<String> handles) {

        Values with(@Nullable Executor newExecutor, int most) {
            return new Values(newExecutor, most, reserve, total, progress, stop, bulk, handles);
        }

        Values with(long newReserve, long newTotal) {
            return new Values(executor, parallel, newReserve, newTotal, progress, stop, bulk, handles);
        }

        Values with(Consumer<PushProgress> newProgress, BooleanSupplier newStop) {
            return new Values(executor, parallel, reserve, total, newProgress, newStop, bulk, handles);
        }

        Values with(Bulk newBulk, @Nullable Consumer<String> newHandles) {
            return new Values(executor, parallel, reserve, total, progress, stop, newBulk, newHandles);
        }
    }

    private final Values values;

    private PushOptions(Values values) {
        this.values = values;
    }

    /**
     * Returns the options that hold where nothing else is said: one batch at a time on the calling thread, no reserve.
     *
     * @return the options
     */
    public static PushOptions standard() {
        return STANDARD;
    }

    /**
     * Returns these options with several batches at a time. It starts with two and goes on with as many as help: one more as
     * long as that makes the org take more in the same time, one less when it takes much fewer, half as many when many rows are
     * locked or requests are turned away. What an org was seen to bear is shared by all pushes to it. The calling thread takes
     * part when the executor has no thread to spare, so that a push never waits for itself; matchers are asked on the calling
     * thread too, all plug-ins and the clock on the executor's.
     *
     * @param newExecutor runs the batches; it stays the host's, and is not shut down
     * @param most the most batches at a time; Salesforce lets an org have 25 requests that take longer than 20 seconds
     *     (Salesforce Developer Limits, "API Request Limits"), other integrations included
     * @return the new options
     * @throws IllegalArgumentException if the number is not between 1 and 100
     */
    public PushOptions inParallel(Executor newExecutor, int most) {
        if (most < 1 || most > 100) {
            throw new IllegalArgumentException(
                    "Between 1 and 100 batches can be pushed at a time, and " + most + " were asked for. Take 8.");
        }
        Objects.requireNonNull(
                newExecutor, "The executor is null. Leave inParallel(..) away to push on the calling thread.");
        return new PushOptions(values.with(newExecutor, most));
    }

    /**
     * Returns these options leaving so many of the day's API calls to the customer's other integrations: no batch is begun
     * whose calls, as far as they can be foreseen, would touch them, those under way in this client counted. A batch by bulk jobs stops
     * at them too before it reads the owners of new records back, which its results then note, and before it tries refused rows
     * a second time by requests. Leads that were not
     * sent by then are never sent, and what stopped the push has {@link com.spara.sf.ReasonCode#RESERVE_REACHED}. Salesforce
     * tells with each answer how many calls are left; before the first answer one batch is sent, and an org that never tells is
     * not held back.
     *
     * @param calls the API calls to leave; 0 for none, which is the default
     * @return the new options
     * @throws IllegalArgumentException if the number is negative
     */
    public PushOptions reserving(long calls) {
        if (calls < 0) {
            throw new IllegalArgumentException("A reserve of " + calls + " calls makes no sense. Give 0 for none.");
        }
        return new PushOptions(values.with(calls, values.total));
    }

    /**
     * Returns these options knowing how many leads will come, so that the progress can tell the time that is left. A
     * collection knows by itself.
     *
     * @param leads how many leads; it is not checked
     * @return the new options
     * @throws IllegalArgumentException if the number is negative
     */
    public PushOptions expecting(long leads) {
        if (leads < 0) {
            throw new IllegalArgumentException("No push can have " + leads + " leads. Leave expecting(..) away.");
        }
        return new PushOptions(values.with(values.reserve, leads));
    }

    /**
     * Returns these options telling of the progress after each batch, on the thread that takes the results. A listener that
     * throws is not called again; the push goes on, and the exception's type is logged.
     *
     * @param listener hears of the progress
     * @return the new options
     */
    public PushOptions onProgress(Consumer<PushProgress> listener) {
        Objects.requireNonNull(listener, "The listener to progress is null. Leave onProgress(..) away.");
        return new PushOptions(values.with(listener, values.stop));
    }

    /**
     * Returns these options with an end between two batches: as soon as the condition holds, no further batch is begun,
     * those that were begun come to their end, every other lead is never sent, and what stopped the push has
     * {@link com.spara.sf.ReasonCode#STOPPED}. A condition that throws ends the push too.
     *
     * @param condition asked before each batch, on the thread that takes the results
     * @return the new options
     */
    public PushOptions stoppingWhen(BooleanSupplier condition) {
        Objects.requireNonNull(condition, "The condition is null. Leave stoppingWhen(..) away.");
        return new PushOptions(values.with(values.progress, condition));
    }

    /**
     * Returns these options writing by the jobs of Bulk API 2.0, however many leads come: up to 10,000 leads are read, matched
     * and planned together, and each object's new and changed records are a job. It costs a third of the calls and takes minutes;
     * {@link #inParallel} has no effect then. Without this, the size decides: {@link Bulk#BY_SIZE}. See
     * {@code docs/many-leads.md}.
     *
     * @return the new options
     */
    public PushOptions byBulk() {
        return new PushOptions(values.with(Bulk.ALWAYS, values.handles));
    }

    /**
     * Returns these options never writing by bulk jobs.
     *
     * @return the new options
     */
    public PushOptions withoutBulk() {
        return new PushOptions(values.with(Bulk.NEVER, values.handles));
    }

    /**
     * Returns these options handing over a short text for each round of bulk jobs, before the jobs have any data. With it and the
     * same leads, {@link SalesforceSync#resume} goes on in another process after this one has died. A handle is of no use any more
     * when the next one comes, or the results have come to their end, unless some of them are unknown for
     * {@link com.spara.sf.ReasonCode#JOB_UNDER_WAY}: keep it for {@code resume} then. It holds no people's data, and no token.
     *
     * @param keeper stores the text; called by the thread that pushes. If it throws, the jobs are stopped before they begin
     * @return the new options
     */
    public PushOptions onBulkJobs(Consumer<String> keeper) {
        Objects.requireNonNull(keeper, "The keeper of handles is null. Leave onBulkJobs(..) away.");
        return new PushOptions(values.with(values.bulk, keeper));
    }

    /**
     * Returns what runs the batches.
     *
     * @return the executor, or empty for the calling thread
     */
    public Optional<Executor> executor() {
        return Optional.ofNullable(values.executor);
    }

    /**
     * Returns how many batches are pushed at a time at the most.
     *
     * @return the number, 1 by default
     */
    public int mostInParallel() {
        return values.parallel;
    }

    /**
     * Returns how many of the day's API calls are left to others.
     *
     * @return the number, 0 by default
     */
    public long reserve() {
        return values.reserve;
    }

    /**
     * Returns how many leads will come.
     *
     * @return the number, or empty if nobody said
     */
    public OptionalLong expected() {
        return values.total < 0 ? OptionalLong.empty() : OptionalLong.of(values.total);
    }

    /**
     * Returns who hears of the progress.
     *
     * @return the listener
     */
    public Consumer<PushProgress> progressListener() {
        return values.progress;
    }

    /**
     * Returns whether records are written by bulk jobs.
     *
     * @return what was chosen, {@link Bulk#BY_SIZE} by default
     */
    public Bulk bulk() {
        return values.bulk;
    }

    /**
     * Returns who keeps the handles of bulk jobs.
     *
     * @return the keeper, or empty if nobody does
     */
    public Optional<Consumer<String>> bulkJobsKeeper() {
        return Optional.ofNullable(values.handles);
    }

    /**
     * Returns whether the push shall end now.
     *
     * @return what the host's condition says
     */
    public boolean isToStop() {
        return values.stop.getAsBoolean();
    }

    @Override
    public String toString() {
        return "PushOptions[at most " + values.parallel + " at a time, reserving " + values.reserve + " calls]";
    }
}
