package com.spara.sf.spi;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The answer to one HTTP request; its body is a stream that is read once, and closing the answer closes it. Used by one
 * thread at a time; {@code toString} shows the status only.
 */
public final class WireResponse implements AutoCloseable {

    private final int status;
    private final Map<String, String> headers;
    private final InputStream body;

    private WireResponse(int status, Map<String, String> headers, InputStream body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    /**
     * Returns an answer whose body is streamed.
     *
     * @param status the HTTP status
     * @param headers the headers; names are compared without regard to case
     * @param body the body as it came over the wire, still encoded where a {@code Content-Encoding} says so
     * @return the answer
     */
    public static WireResponse of(int status, Map<String, String> headers, InputStream body) {
        Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(headers);
        return new WireResponse(status, Collections.unmodifiableMap(copy), body);
    }

    /**
     * Returns an answer with the bytes as its body.
     *
     * @param status the HTTP status
     * @param headers the headers; names are compared without regard to case
     * @param body the body; not copied
     * @return the answer
     */
    public static WireResponse of(int status, Map<String, String> headers, byte[] body) {
        return of(status, headers, new ByteArrayInputStream(body));
    }

    /**
     * Returns the HTTP status.
     *
     * @return the status, for example {@code 200}
     */
    public int status() {
        return status;
    }

    /**
     * Returns all headers, ordered by name without regard to case.
     *
     * @return the headers, unmodifiable
     */
    public Map<String, String> headers() {
        return headers;
    }

    /**
     * Returns the value of one header.
     *
     * @param name the header's name, in any case
     * @return the value, or empty if the answer has no such header
     */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /**
     * Returns the body, which can be read once.
     *
     * @return the body, empty if there is none
     */
    public InputStream body() {
        return body;
    }

    @Override
    public void close() throws IOException {
        body.close();
    }

    @Override
    public String toString() {
        return "HTTP " + status;
    }
}
