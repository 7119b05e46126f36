package com.spara.sf.testkit.rest;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** How an answer leaves over a port: it really takes its time, on the thread of the server. */
final class LoopbackAnswer {
    private static final int NO_BODY = -1;
    private static final int CHUNKED = 0;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final HttpExchange http;
    private final WireReply reply;
    private final CountDownLatch closing;

    LoopbackAnswer(HttpExchange http, WireReply reply, CountDownLatch closing) {
        this.http = http;
        this.reply = reply;
        this.closing = closing;
    }

    /** Sends it; half an answer is followed by the end of the connection, which the caller closes. */
    void send() throws IOException {
        waits(reply.delivery().delay());
        reply.headers().forEach((name, value) -> http.getResponseHeaders().set(name, value));
        http.sendResponseHeaders(reply.status(), framing());
        if (reply.body().length() != 0) {
            sendBody();
        }
    }

    /** This server always frames a body; a half that is chunked and ended looks whole as well. */
    private long framing() {
        if (reply.body().isStreamed() || reply.delivery().ending() == Delivery.Ending.HALF_UNFRAMED) {
            return CHUNKED;
        }
        return reply.body().length() == 0 ? NO_BODY : reply.body().length();
    }

    private void sendBody() throws IOException {
        OutputStream target = http.getResponseBody();
        if (!reply.delivery().bodyDelay().isZero()) {
            target.flush();
            waits(reply.delivery().bodyDelay());
        }
        try (InputStream source = reply.body().open()) {
            if (reply.delivery().isWhole() || reply.body().isStreamed()) {
                source.transferTo(target);
            } else {
                target.write(source.readNBytes((int) (reply.body().length() / 2)));
            }
        }
        target.flush();
    }

    private void waits(Duration time) {
        try {
            Duration bounded = time.compareTo(LONGEST_WAIT) < 0 ? time : LONGEST_WAIT;
            closing.await(bounded.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
