package com.spara.sf.sync;

import com.spara.sf.SalesforceException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How far a push of many leads has come.
 *
 * @param done how many leads have a result, those that were never sent included
 * @param total how many there will be; empty if nobody said
 * @param elapsed the time since it began, by the client's clock
 * @param apiCalls the API calls made so far
 * @param parallel how many batches are pushed at a time at the moment
 * @param stoppedBy what keeps the rest from being sent; empty while nothing does
 */
public record PushProgress(
        long done,
        OptionalLong total,
        Duration elapsed,
        long apiCalls,
        int parallel,
        Optional<SalesforceException> stoppedBy) {

    /**
     * Returns the rate.
     *
     * @return leads for each second; 0 while no time has passed
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
