package com.spara.sf.testkit.oauth;

import jakarta.json.spi.JsonProvider;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The answer of an endpoint: an object, a page, a text or a way on. */
public final class OauthAnswer {
    static final int OK = 200;
    static final int FOUND = 302;
    public static final int BAD_REQUEST = 400;
    static final int FORBIDDEN = 403;
    static final int NOT_IMPLEMENTED = 501;
    private static final JsonProvider JSON = JsonProvider.provider();

    private final int status;
    private final byte[] body;
    private final Map<String, String> headers = new LinkedHashMap<>();

    private OauthAnswer(int status, String contentType, String body) {
        this.status = status;
        this.body = body.getBytes(StandardCharsets.UTF_8);
        headers.put("Cache-Control", "no-store");
        if (!body.isEmpty()) {
            headers.put("Content-Type", contentType + ";charset=UTF-8");
        }
    }

    static OauthAnswer json(int status, Map<String, ?> members) {
        Map<String, Object> copy = new LinkedHashMap<>(members);
        return new OauthAnswer(
                status,
                "application/json",
                JSON.createObjectBuilder(copy).build().toString());
    }

    /** The one shape of every error that is no page. */
    public static OauthAnswer error(int status, String error, String description) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("error", error);
        members.put("error_description", description);
        return json(status, members);
    }

    static OauthAnswer text(int status, String text) {
        return new OauthAnswer(status, "text/plain", text);
    }

    static OauthAnswer page(int status, String html) {
        OauthAnswer page = new OauthAnswer(status, "text/html", html);
        page.headers.put("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
        page.headers.put("X-Frame-Options", "DENY");
        return page;
    }

    static OauthAnswer empty() {
        return new OauthAnswer(OK, "", "");
    }

    static OauthAnswer redirect(String location) {
        OauthAnswer answer = new OauthAnswer(FOUND, "", "");
        answer.headers.put("Location", location);
        return answer;
    }

    public int status() {
        return status;
    }

    public Map<String, String> headers() {
        return headers;
    }

    public byte[] body() {
        return body;
    }
}
