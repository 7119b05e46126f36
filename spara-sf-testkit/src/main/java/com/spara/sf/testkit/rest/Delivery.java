package com.spara.sf.testkit.rest;

import java.time.Duration;

/**
 * How an answer travels; each kind of wire does it in its own way.
 *
 * @param delay how long the whole answer takes
 * @param bodyDelay how long its body takes after its head
 * @param ending where its body ends
 */
record Delivery(Duration delay, Duration bodyDelay, Ending ending) {
    static final Delivery PROMPT = new Delivery(Duration.ZERO, Duration.ZERO, Ending.WHOLE);

    /** Where a body ends. */
    enum Ending {
        WHOLE,
        /** In the middle, and the reader can tell. */
        HALF,
        /** In the middle, and the reader cannot tell. */
        HALF_UNFRAMED
    }

    Delivery with(Fault.Delay more) {
        return more.ofBody()
                ? new Delivery(delay, bodyDelay.plus(more.time()), ending)
                : new Delivery(delay.plus(more.time()), bodyDelay, ending);
    }

    Delivery with(Fault.Truncation truncation) {
        return new Delivery(delay, bodyDelay, truncation.framed() ? Ending.HALF : Ending.HALF_UNFRAMED);
    }

    boolean isWhole() {
        return ending == Ending.WHOLE;
    }
}
