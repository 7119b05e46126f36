package com.spara.sf.testkit.rest;

import com.spara.sf.testkit.oauth.OauthAnswer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** An answer that was planned as it is, JSON or not. */
public record PlannedAnswer(int status, Map<String, String> headers, WireBody body) {
    private static final String CONTENT_TYPE = "Content-Type";
    private static final String MAINTENANCE =
            "<!DOCTYPE html><html><head><title>Maintenance</title></head><body><h1>We are down for maintenance.</h1>"
                    + "<p>Sorry for the inconvenience. We'll be back shortly.</p></body></html>";

    public PlannedAnswer {
        headers = Map.copyOf(headers);
    }

    public static PlannedAnswer of(int status, String contentType, WireBody body) {
        return new PlannedAnswer(status, Map.of(CONTENT_TYPE, contentType), body);
    }

    public static PlannedAnswer text(int status, String contentType, String body) {
        return of(status, contentType, WireBody.of(body.getBytes(StandardCharsets.UTF_8)));
    }

    /** An error in Salesforce's own form. */
    public static PlannedAnswer error(int status, String code, String message) {
        byte[] body = new RestException(status, new RestError(code, message, null))
                .answer()
                .bytes();
        return of(status, "application/json;charset=UTF-8", WireBody.of(body));
    }

    /** A page for people, as a proxy shows it during maintenance. */
    public static PlannedAnswer maintenancePage() {
        return text(503, "text/html;charset=UTF-8", MAINTENANCE);
    }

    /** The refusal where too many long calls run at this moment. */
    public static PlannedAnswer concurrentLimit() {
        return error(403, "REQUEST_LIMIT_EXCEEDED", "ConcurrentRequests (Concurrent API Requests) Limit exceeded.");
    }

    /** An error object, as a request for logging in is refused. */
    public static PlannedAnswer loginError(int status, String error, String description) {
        OauthAnswer answer = OauthAnswer.error(status, error, description);
        return new PlannedAnswer(status, answer.headers(), WireBody.of(answer.body()));
    }

    public PlannedAnswer withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.keySet().removeIf(name::equalsIgnoreCase);
        more.put(name, value);
        return new PlannedAnswer(status, more, body);
    }

    @Override
    public String toString() {
        return status + " " + headers.getOrDefault(CONTENT_TYPE, "");
    }
}
