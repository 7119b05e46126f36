package com.spara.sf.orgcheck;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The org's REST API over the JDK's HTTP client; the token goes nowhere else, so redirects are not followed. */
final class OrgWire {
    static final String ROOT = "/services/data/v66.0";

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofMinutes(2);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();
    private final URI origin;
    private final String token;

    OrgWire(URI origin, String token) {
        this.origin = origin;
        this.token = token;
    }

    /** Sends a request by itself. */
    Reply send(Request request) throws IOException {
        return send(httpRequest(request));
    }

    /** Sends a form to an OAuth endpoint, without the token. */
    Reply oauth(String endpoint, Map<String, String> form) throws IOException {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(origin.resolve("/services/oauth2/" + endpoint))
                .timeout(ANSWER)
                .header("Accept", "application/json")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private Reply send(HttpRequest request) throws IOException {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
            Map<String, String> headers = new TreeMap<>();
            response.headers().map().forEach((name, values) -> headers.put(name, String.join(", ", values)));
            return new Reply(response.statusCode(), headers, body(response));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** JSON; a CSV is one text. */
    private static JsonValue body(HttpResponse<String> response) {
        boolean isCsv = response.headers()
                .firstValue("Content-Type")
                .filter(type -> type.startsWith("text/csv"))
                .isPresent();
        return isCsv ? JsonText.text(response.body()) : JsonText.read(response.body());
    }

    private HttpRequest httpRequest(Request request) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(origin.resolve(ROOT + request.path()))
                .timeout(ANSWER)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json");
        request.headers().forEach(builder::setHeader);
        if (!request.csv().isEmpty()) {
            return builder.header("Content-Type", "text/csv; charset=UTF-8")
                    .method(request.method(), BodyPublishers.ofString(request.csv()))
                    .build();
        }
        if (request.body().isEmpty()) {
            return builder.method(request.method(), BodyPublishers.noBody()).build();
        }
        return builder.header("Content-Type", "application/json")
                .method(request.method(), BodyPublishers.ofString(JsonText.of(request.body())))
                .build();
    }

    /** Sends requests as the parts {@code r0}, {@code r1} and so on of one composite. */
    Composite composite(Request... parts) throws IOException {
        List<Map<String, ?>> subrequests = new ArrayList<>();
        for (Request part : parts) {
            subrequests.add(subrequest(part, "r" + subrequests.size()));
        }
        Reply reply = send(Request.post(
                "/composite",
                Map.of("allOrNone", false, "collateSubrequests", false, "compositeRequest", subrequests)));
        List<Reply> replies = Reply.items(reply.object(), "compositeResponse").stream()
                .map(OrgWire::reply)
                .toList();
        return new Composite(reply, replies);
    }

    private static Map<String, ?> subrequest(Request part, String referenceId) {
        Map<String, Object> subrequest = new LinkedHashMap<>();
        subrequest.put("method", part.method());
        subrequest.put("url", ROOT + part.path());
        subrequest.put("referenceId", referenceId);
        if (!part.headers().isEmpty()) {
            subrequest.put("httpHeaders", part.headers());
        }
        if (!part.body().isEmpty()) {
            subrequest.put("body", part.body());
        }
        return subrequest;
    }

    private static Reply reply(JsonObject part) {
        Map<String, String> headers = new TreeMap<>();
        if (part.get("httpHeaders") instanceof JsonObject given) {
            given.forEach((name, value) -> headers.put(name, words(value)));
        }
        return new Reply(part.getInt("httpStatusCode", 0), headers, part.getOrDefault("body", JsonValue.NULL));
    }

    private static String words(JsonValue value) {
        return value instanceof JsonString text ? text.getString() : value.toString();
    }

    /** The answer to a composite, and those to its parts, of which there are none when it was refused as a whole. */
    record Composite(Reply whole, List<Reply> parts) {}
}
