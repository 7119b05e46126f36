package com.spara.sf.spi;

import java.io.IOException;
import java.time.Duration;

/**
 * Carries one HTTP request to an org and brings back its answer, blocking the calling thread.
 *
 * <p>Production uses the JDK's HTTP client; the fake org of the test kit is another end of the same wire. An
 * implementation never follows redirects, never retries, never caches and never logs headers, bodies or query strings.
 *
 * <p>Implementations are safe for use by many threads at once.
 */
@FunctionalInterface
public interface Transport {

    /**
     * Sends the request and returns the answer, whatever its status; the caller closes it.
     *
     * @param request what to send
     * @param deadline the time left for everything, reading the body included; when it has passed, the connection is
     *     closed and the call, or the read of the body, fails with an {@code IOException}
     * @return the answer; its body is read lazily
     * @throws RequestNotSentException when it is certain that Salesforce never saw the request
     * @throws IOException when the request failed and may have been processed
     */
    WireResponse send(WireRequest request, Duration deadline) throws IOException;
}
