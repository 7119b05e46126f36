package com.spara.sf.sync;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How far the look that is under way has come.
 *
 * @param done how many records that the rule takes were read, those that were read before among them
 * @param total how many there were when it began; empty if Salesforce could not count them
 * @param elapsed how long the reading took, by the host's clock, without the pauses between pages
 */
public record PullProgress(long done, OptionalLong total, Duration elapsed) {

    /**
     * Returns the rate.
     *
     * @return records for each second; 0 while no time has passed
     */
    public double perSecond() {
        return Pace.perSecond(done, elapsed);
    }

    /**
     * Returns the time that is left at this rate.
     *
     * @return the time, or empty while the rate or the total is not known
     */
    public Optional<Duration> timeLeft() {
        return Pace.timeLeft(done, total, elapsed);
    }
}
