package com.spara.sf.testkit.rest;

import com.spara.sf.spi.WireResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.function.Consumer;

/** How an answer arrives in process: nobody sleeps, and only the org's clock moves. */
final class Arrival {
    private final Consumer<Duration> clock;
    private final Duration deadline;

    Arrival(Consumer<Duration> clock, Duration deadline) {
        this.clock = clock;
        this.deadline = deadline;
    }

    WireResponse of(WireReply reply) throws IOException {
        Delivery delivery = reply.delivery();
        Duration left = pass(delivery.delay(), deadline);
        InputStream body = reply.body().open();
        if (!delivery.isWhole() && !reply.body().isStreamed()) {
            body = new HalfStream(body, reply.body().length() / 2, delivery.ending() == Delivery.Ending.HALF);
        }
        if (!delivery.bodyDelay().isZero()) {
            body = new LateStream(body, () -> pass(delivery.bodyDelay(), left));
        }
        return WireResponse.of(reply.status(), reply.headers(), body);
    }

    /** Lets the time pass, and returns what is then left; the caller waits no longer than it said. */
    private Duration pass(Duration time, Duration left) throws SocketTimeoutException {
        boolean inTime = time.compareTo(left) < 0;
        Duration passed = inTime ? time : left;
        if (!passed.isZero()) {
            clock.accept(passed);
        }
        if (!inTime) {
            throw new SocketTimeoutException("the deadline passed before the answer had come, as it was planned");
        }
        return left.minus(time);
    }
}
