package com.spara.sf.spi;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * One HTTP request, without a body until {@link #withBody(byte[])} gives it one. Immutable and safe to share between
 * threads; {@code toString} shows the method and the path only.
 */
public final class WireRequest {

    private static final long NO_BODY = 0;

    private final String method;
    private final URI uri;
    private final Map<String, String> headers;
    private final long bodyLength;
    private final Supplier<InputStream> body;

    private WireRequest(
            String method, URI uri, Map<String, String> headers, long bodyLength, Supplier<InputStream> body) {
        this.method = method;
        this.uri = uri;
        this.headers = headers;
        this.bodyLength = bodyLength;
        this.body = body;
    }

    /**
     * Returns a request with no headers and no body.
     *
     * @param method the HTTP method in capitals, for example {@code GET}
     * @param uri the absolute address
     * @return the request
     */
    public static WireRequest of(String method, URI uri) {
        return new WireRequest(method, uri, Map.of(), NO_BODY, InputStream::nullInputStream);
    }

    /**
     * Returns this request with the header set, replacing one of the same name.
     *
     * @param name the header's name; names are compared without regard to case
     * @param value the value
     * @return the new request
     * @throws IllegalArgumentException if the name or the value has a line break in it
     */
    public WireRequest withHeader(String name, String value) {
        requireOneLine(name, name);
        requireOneLine(name, value);
        Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(headers);
        copy.put(name, value);
        return new WireRequest(method, uri, Collections.unmodifiableMap(copy), bodyLength, body);
    }

    /**
     * Returns this request with the bytes as its body.
     *
     * @param bytes the body; not copied, so it must not change afterwards
     * @return the new request
     */
    public WireRequest withBody(byte[] bytes) {
        return withBody(bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    /**
     * Returns this request with a body that is streamed.
     *
     * @param length the length in bytes, or a negative number when it is not known beforehand
     * @param source opens the body; called once for each time the request is sent
     * @return the new request
     */
    public WireRequest withBody(long length, Supplier<InputStream> source) {
        return new WireRequest(method, uri, headers, length, source);
    }

    /**
     * Returns the HTTP method.
     *
     * @return the method in capitals
     */
    public String method() {
        return method;
    }

    /**
     * Returns the absolute address.
     *
     * @return the address
     */
    public URI uri() {
        return uri;
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
     * @return the value, or empty if the request has no such header
     */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /**
     * Returns the length of the body.
     *
     * @return the length in bytes, {@code 0} for none, negative when it is not known beforehand
     */
    public long bodyLength() {
        return bodyLength;
    }

    /**
     * Opens the body; the caller closes the stream.
     *
     * @return the body, empty if there is none
     */
    public InputStream openBody() {
        return body.get();
    }

    @Override
    public String toString() {
        return method + " " + uri.getPath();
    }

    private static void requireOneLine(String name, String text) {
        if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
            throw new IllegalArgumentException("A header must be one line: " + name.replaceAll("[\\r\\n].*", "")
                    + ". Remove the line break from its name or value.");
        }
    }
}
