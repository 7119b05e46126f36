package com.spara.sf.testkit.rest;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The answer of one resource, before it becomes bytes or a part of a composite. Confined to one request. */
final class RestAnswer {
    private final int status;
    private final @Nullable JsonBody body;
    private final @Nullable WireBody raw;
    private final Map<String, String> headers = new LinkedHashMap<>();

    private RestAnswer(int status, @Nullable JsonBody body, @Nullable WireBody raw) {
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
    static RestAnswer planned(PlannedAnswer planned) {
        RestAnswer answer = new RestAnswer(planned.status(), null, planned.body());
        planned.headers().forEach(answer::withHeader);
        return answer;
    }

    /** An answer whose headers say what its body is. */
    static RestAnswer raw(int status, byte[] bytes) {
        return new RestAnswer(status, null, WireBody.of(bytes));
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

    /** The bytes of the body; none of one that is a stream. */
    byte[] bytes() {
        if (raw != null) {
            return raw.bytes();
        }
        return body == null ? new byte[0] : Json.bytes(body);
    }

    WireBody toBody() {
        return raw == null ? WireBody.of(bytes()) : raw;
    }

    /** The body as a part of another; null where there is none, and a planned body that is no JSON as a text. */
    JsonBody part() {
        if (body != null) {
            return body;
        }
        Object value = raw == null ? null : PlannedBody.value(raw.bytes());
        return json -> Json.write(json, value);
    }

    /** The body as JDK values. */
    @Nullable
    Object value() {
        return body == null && raw == null ? null : PlannedBody.value(bytes());
    }
}
