package com.spara.sf.testkit.rest;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The answer of one resource, before it becomes bytes or a part of a composite. Confined to one request. */
final class RestAnswer {
    private static final String CONTENT_TYPE = "Content-Type";

    private final int status;
    private final @Nullable JsonBody body;
    private final byte @Nullable [] raw;
    private final Map<String, String> headers = new LinkedHashMap<>();

    private RestAnswer(int status, @Nullable JsonBody body, byte @Nullable [] raw) {
        this.status = status;
        this.body = body;
        this.raw = raw;
    }

    static RestAnswer of(int status, JsonBody body) {
        return new RestAnswer(status, body, null);
    }

    static RestAnswer empty(int status) {
        return new RestAnswer(status, null, null);
    }

    /** An answer that was planned as it is, JSON or not. */
    static RestAnswer planned(int status, String contentType, byte[] bytes) {
        return raw(status, bytes).withHeader(CONTENT_TYPE, contentType);
    }

    /** An answer whose headers say what its body is. */
    static RestAnswer raw(int status, byte[] bytes) {
        return new RestAnswer(status, null, bytes);
    }

    RestAnswer withHeader(String name, String value) {
        headers.put(name, value);
        return this;
    }

    int status() {
        return status;
    }

    boolean isError() {
        return HttpStatus.isError(status);
    }

    Map<String, String> headers() {
        return headers;
    }

    byte[] bytes() {
        if (raw != null) {
            return raw;
        }
        return body == null ? new byte[0] : Json.bytes(body);
    }

    /** The body as a part of another; null where there is none, and a planned body that is no JSON as a text. */
    JsonBody part() {
        if (body != null) {
            return body;
        }
        Object value = raw == null ? null : PlannedBody.value(raw);
        return json -> Json.write(json, value);
    }

    /** The body as JDK values. */
    @Nullable
    Object value() {
        return body == null && raw == null ? null : PlannedBody.value(bytes());
    }
}
