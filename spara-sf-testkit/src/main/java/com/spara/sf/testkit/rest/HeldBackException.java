package com.spara.sf.testkit.rest;

import java.time.Duration;

/** The HTTP call is to be done later, on plan; nobody waits for it. */
final class HeldBackException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Duration time;

    HeldBackException(Duration time) {
        super("the fake org commits this call later, as it was planned: " + time);
        this.time = time;
    }

    Duration time() {
        return time;
    }
}
