package com.spara.sf.spi;

import java.io.IOException;

/**
 * Thrown by a {@link Transport} when it is certain that Salesforce never saw the request: the address did not resolve,
 * the connection was refused, or TLS failed before the first byte. Such a request may be repeated without risk.
 */
public final class RequestNotSentException extends IOException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message what happened, without tokens, query strings or people's data
     * @param cause the failure underneath
     */
    public RequestNotSentException(String message, Throwable cause) {
        super(message, cause);
    }
}
