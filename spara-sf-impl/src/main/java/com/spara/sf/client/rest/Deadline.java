package com.spara.sf.client.rest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The moment by which a caller wants an answer: calls, bodies, waits and repetitions all together. */
public record Deadline(Clock clock, Instant end) {

    /** The moment after so much time. */
    public static Deadline after(Clock clock, Duration time) {
        return new Deadline(clock, clock.instant().plus(time));
    }

    /** The time that is left; not positive when the moment has come. */
    public Duration left() {
        return Duration.between(clock.instant(), end);
    }

    /** Whether there is time to wait so long, and to do something afterwards. */
    public boolean allows(Duration wait) {
        return left().compareTo(wait) > 0;
    }
}
