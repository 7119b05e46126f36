package com.spara.sf.testkit;

import com.spara.sf.spi.WireRequest;
import com.spara.sf.spi.WireResponse;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Speaks to a fake org as a client does: paths below the version, JSON as text. */
final class Wire {
    private static final JsonProvider JSON = JsonProvider.provider();
    private static final Duration SOON = Duration.ofSeconds(10);

    private final FakeOrg org;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private String version = "v66.0";

    Wire(FakeOrg org) {
        this.org = org;
        headers.put("Authorization", "Bearer " + org.token());
    }

    Wire with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    Wire version(String other) {
        version = other;
        return this;
    }

    Reply get(String path) {
        return send("GET", path, "");
    }

    Reply post(String path, String json) {
        return send("POST", path, json);
    }

    Reply patch(String path, String json) {
        return send("PATCH", path, json);
    }

    Reply delete(String path) {
        return send("DELETE", path, "");
    }

    Reply query(String soql) {
        return get("query?q=" + encoded(soql));
    }

    Reply queryAll(String soql) {
        return get("queryAll?q=" + encoded(soql));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    Reply send(String method, String path, String body) {
        String target = path.startsWith("/") ? path : "/services/data/" + version + "/" + path;
        return exchange(method, target, body.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    Reply exchange(String method, String target, byte[] body) {
        try {
            return tryExchange(method, target, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Reply tryExchange(String method, String target, byte[] body) throws IOException {
        WireRequest request =
                WireRequest.of(method, URI.create(org.url() + target)).withBody(body);
        for (Map.Entry<String, String> header : headers.entrySet()) {
            request = request.withHeader(header.getKey(), header.getValue());
        }
        try (WireResponse response = org.transport().send(request, SOON)) {
            return new Reply(
                    response.status(), response.headers(), response.body().readAllBytes());
        }
    }

    /** An answer; its JSON is read by JSON pointers. */
    record Reply(int status, Map<String, String> headers, byte[] bytes) {
        JsonStructure json() {
            try (JsonReader reader = JSON.createReader(new ByteArrayInputStream(bytes))) {
                return reader.read();
            }
        }

        JsonValue at(String pointer) {
            return json().getValue(pointer);
        }

        /** The text at the pointer; of a number, its digits as they stand in the body. */
        String text(String pointer) {
            JsonValue value = at(pointer);
            return value instanceof JsonString string ? string.getString() : value.toString();
        }

        String body() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        String errorCode() {
            return text("/0/errorCode");
        }

        String message() {
            return text("/0/message");
        }
    }
}
