package com.spara.sf.sync;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** How far the look that is under way has come. Immutable and safe to share between threads. */
public final class PullProgress {

    private final Values values;

    private record Values(long done, OptionalLong total, Duration elapsed) {}

    private PullProgress(Values values) {
        this.values = values;
    }

    /**
     * Returns a progress.
     *
     * @param done how many records that the rule takes were read
     * @param total how many there were when it began; empty if nobody knows
     * @param elapsed how long the reading took
     * @return the progress
     */
    public static PullProgress of(long done, OptionalLong total, Duration elapsed) {
        return new PullProgress(new Values(done, total, elapsed));
    }

    /**
     * Returns how many records that the rule takes were read, those that were read before among them.
     *
     * @return the number
     */
    public long done() {
        return values.done();
    }

    /**
     * Returns how many records there were when the look began.
     *
     * @return the number, or empty if Salesforce could not count them
     */
    public OptionalLong total() {
        return values.total();
    }

    /**
     * Returns how long the reading took, without the pauses between pages.
     *
     * @return the time, by the host's clock
     */
    public Duration elapsed() {
        return values.elapsed();
    }

    /**
     * Returns the rate.
     *
     * @return records for each second; 0 while no time has passed
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
        return other instanceof PullProgress progress && values.equals(progress.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        String of = total().isPresent() ? " of " + total().getAsLong() : "";
        return "PullProgress[" + done() + of + " in " + elapsed() + "]";
    }
}
