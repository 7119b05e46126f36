package com.spara.sf.connect;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * One HTTP request to an org and what came of it, for operators: no token, no query, no body, no people's data. Immutable and
 * safe to share between threads.
 */
public final class CallReport {

    private final String method;
    private final String resource;
    private final int attempt;
    private final int status;
    private final Duration duration;
    private final long bytesSent;
    private final long bytesReceived;
    private final long used;
    private final long allowed;

    private CallReport(Values values) {
        this.method = values.method;
        this.resource = values.resource;
        this.attempt = values.attempt;
        this.status = values.status;
        this.duration = values.duration;
        this.bytesSent = values.bytesSent;
        this.bytesReceived = values.bytesReceived;
        this.used = values.used;
        this.allowed = values.allowed;
    }

    /**
     * What a report is made of.
     *
     * @param method the HTTP method
     * @param resource the resource below the API version, without Ids and queries, for example {@code composite}
     * @param attempt 1 for a request that is sent for the first time
     * @param status the HTTP status, or 0 if no answer came
     * @param duration from the first byte sent to the last one read
     * @param bytesSent the length of the request's body
     * @param bytesReceived the length of the answer's body after it was expanded
     * @param used API requests used in the last 24 hours as the answer said, or -1
     * @param allowed API requests allowed in 24 hours as the answer said, or -1
     */
    public record Values(
            String method,
            String resource,
            int attempt,
            int status,
            Duration duration,
            long bytesSent,
            long bytesReceived,
            long used,
            long allowed) {}

    /**
     * Returns a report.
     *
     * @param values what it is made of
     * @return the report
     */
    public static CallReport of(Values values) {
        return new CallReport(values);
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
     * Returns the resource below the API version, without Ids and queries, so that it can be the name of a metric.
     *
     * @return for example {@code composite}; {@code identity} for the root of the REST API, which is asked who the user is
     */
    public String resource() {
        return resource;
    }

    /**
     * Returns the how manieth attempt this was.
     *
     * @return 1 for a request that is sent for the first time
     */
    public int attempt() {
        return attempt;
    }

    /**
     * Returns the HTTP status.
     *
     * @return the status, or empty if no answer came
     */
    public OptionalInt status() {
        return status == 0 ? OptionalInt.empty() : OptionalInt.of(status);
    }

    /**
     * Returns how long it took, from the first byte sent to the last one read.
     *
     * @return the time
     */
    public Duration duration() {
        return duration;
    }

    /**
     * Returns the length of the request's body.
     *
     * @return the length in bytes
     */
    public long bytesSent() {
        return bytesSent;
    }

    /**
     * Returns the length of the answer's body after it was expanded.
     *
     * @return the length in bytes
     */
    public long bytesReceived() {
        return bytesReceived;
    }

    /**
     * Returns how many API requests the org has used in the last 24 hours, as the answer said (REST API Developer Guide,
     * "Limit Info Header").
     *
     * @return the number, or empty if the answer did not say
     */
    public OptionalLong callsUsed() {
        return used < 0 ? OptionalLong.empty() : OptionalLong.of(used);
    }

    /**
     * Returns how many API requests the org is allowed in 24 hours, as the answer said.
     *
     * @return the number, or empty if the answer did not say
     */
    public OptionalLong callsAllowed() {
        return allowed < 0 ? OptionalLong.empty() : OptionalLong.of(allowed);
    }

    @Override
    public String toString() {
        return method + " " + resource + " → " + (status == 0 ? "no answer" : status) + " in " + duration.toMillis()
                + " ms" + (attempt == 1 ? "" : ", attempt " + attempt);
    }
}
