package com.spara.sf.client.push;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * How many rows a collection of one org may have: 200, or fewer for a quarter of an hour after its triggers were
 * overwhelmed. Safe for use by many threads.
 */
final class CollectionSize {

    static final int MOST = 200;

    /** Smaller ones are not tried: a trigger that fails for so few fails for another reason than the limits. */
    static final int FEWEST = 25;

    private static final Duration REMEMBERED = Duration.ofMinutes(15);

    private final Clock clock;
    private int rows = MOST;
    private Instant until = Instant.MIN;

    CollectionSize(Clock clock) {
        this.clock = clock;
    }

    synchronized int rows() {
        return clock.instant().isBefore(until) ? rows : MOST;
    }

    synchronized void overwhelmedBy(int size) {
        rows = Math.max(FEWEST, Math.min(rows(), size / 2));
        until = clock.instant().plus(REMEMBERED);
    }
}
