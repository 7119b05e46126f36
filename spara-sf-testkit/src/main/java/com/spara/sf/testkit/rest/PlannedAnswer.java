package com.spara.sf.testkit.rest;

import com.spara.sf.testkit.oauth.OauthAnswer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** An answer that was planned as it is, JSON or not. */
public record PlannedAnswer(int status, Map<String, String> headers, WireBody body) {
    private static final String CONTENT_TYPE = "Content-Type";

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
