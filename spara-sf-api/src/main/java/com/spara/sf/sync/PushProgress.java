package com.spara.sf.sync;

import com.spara.sf.SalesforceException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** How far a push of many leads has come. Immutable and safe to share between threads. */
public final class PushProgress {

    private final Values values;

    private record Values(
            long done,
            OptionalLong total,
            Duration elapsed,
            long apiCalls,
            int parallel,
            Optional<SalesforceException> stoppedBy) {}

    private PushProgress(Values values) {
        this.values = values;
    }

    /**
     * Returns a progress without API calls, of one batch at a time, that nothing stopped.
     *
     * @param done how many leads have a result
     * @param total how many there will be; empty if nobody said
     * @param elapsed the time since it began
     * @return the progress
     */
    public static PushProgress of(long done, OptionalLong total, Duration elapsed) {
        return new PushProgress(new Values(done, total, elapsed, 0, 1, Optional.empty()));
    }

    /**
     * Returns this progress after so many API calls.
     *
     * @param calls the calls made so far
     * @return the new progress
     */
    public PushProgress withApiCalls(long calls) {
        return new PushProgress(new Values(done(), total(), elapsed(), calls, parallel(), stoppedBy()));
    }

    /**
     * Returns this progress of so many batches at a time.
     *
     * @param batches how many batches are pushed at a time at the moment
     * @return the new progress
     */
    public PushProgress withParallel(int batches) {
        return new PushProgress(new Values(done(), total(), elapsed(), apiCalls(), batches, stoppedBy()));
    }

    /**
     * Returns this progress of a push that was stopped.
     *
     * @param problem what keeps the rest from being sent
     * @return the new progress
     */
    public PushProgress withStoppedBy(SalesforceException problem) {
        return new PushProgress(new Values(done(), total(), elapsed(), apiCalls(), parallel(), Optional.of(problem)));
    }

    /**
     * Returns how many leads have a result, those that were never sent included.
     *
     * @return the number
     */
    public long done() {
        return values.done();
    }

    /**
     * Returns how many leads there will be.
     *
     * @return the number, or empty if nobody said
     */
    public OptionalLong total() {
        return values.total();
    }

    /**
     * Returns the time since the push began.
     *
     * @return the time, by the client's clock
     */
    public Duration elapsed() {
        return values.elapsed();
    }

    /**
     * Returns the API calls made so far.
     *
     * @return the number of calls
     */
    public long apiCalls() {
        return values.apiCalls();
    }

    /**
     * Returns how many batches are pushed at a time at the moment.
     *
     * @return the number of batches
     */
    public int parallel() {
        return values.parallel();
    }

    /**
     * Returns what keeps the rest from being sent.
     *
     * @return the problem, or empty while nothing does
     */
    public Optional<SalesforceException> stoppedBy() {
        return values.stoppedBy();
    }

    /**
     * Returns the rate.
     *
     * @return leads for each second; 0 while no time has passed
     */
    public double perSecond() {
        return Pace.perSecond(done(), elapsed());
    }

    /**
     * Returns the time that is left at this rate.
     *
     * @return the time, or empty while the rate or the total is not known
     */
    public Optional<Duration> timeLeft() {
        return Pace.timeLeft(done(), total(), elapsed());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PushProgress progress && values.equals(progress.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        String of = total().isPresent() ? " of " + total().getAsLong() : "";
        String stopped = stoppedBy()
                .map(problem -> ", stopped: " + problem.reason().code())
                .orElse("");
        return "PushProgress[" + done() + of + " in " + elapsed() + ", " + apiCalls() + " calls" + stopped + "]";
    }
}
