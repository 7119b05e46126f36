package com.spara.sf.sync;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** What a count and a time say of the rate, and of the time that is left. */
final class Pace {

    private static final double MILLIS = 1_000.0;

    private Pace() {}

    /** How many for each second; 0 while no time has passed. */
    static double perSecond(long done, Duration elapsed) {
        return elapsed.toMillis() <= 0 ? 0 : done * MILLIS / elapsed.toMillis();
    }

    /** The time for the rest at this rate; empty while the rate or the total is not known. */
    static Optional<Duration> timeLeft(long done, OptionalLong total, Duration elapsed) {
        double rate = perSecond(done, elapsed);
        if (total.isEmpty() || rate == 0) {
            return Optional.empty();
        }
        long left = Math.max(0, total.getAsLong() - done);
        return Optional.of(Duration.ofMillis(Math.round(left * MILLIS / rate)));
    }
}
