package com.spara.sf.client.auth;

import com.spara.sf.client.http.BoundedStream;
import com.spara.sf.client.json.JsonText;
import com.spara.sf.client.json.JsonView;
import com.spara.sf.client.rest.Deadline;
import com.spara.sf.connect.OrgAddress;
import com.spara.sf.spi.RequestNotSentException;
import com.spara.sf.spi.Transport;
import com.spara.sf.spi.WireRequest;
import com.spara.sf.spi.WireResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Salesforce's OAuth endpoints, at the org's own address. Sends forms and never a secret in an address; follows no redirect and
 * repeats nothing.
 */
final class TokenEndpoint {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final long LONGEST_ANSWER = 256L * 1024;

    private final Transport transport;
    private final Clock clock;
    private final Duration time;

    TokenEndpoint(Transport transport, Clock clock, Duration time) {
        this.transport = transport;
        this.clock = clock;
        this.time = time.compareTo(LONGEST) < 0 ? time : LONGEST;
    }

    Clock clock() {
        return clock;
    }

    /** The moment by which a request that begins now is to be over. */
    Deadline deadline() {
        return Deadline.after(clock, time);
    }

    private Duration left(Deadline limit) throws OauthFailure {
        Duration left = limit.left();
        if (left.isNegative() || left.isZero()) {
            throw OauthFailure.notSent(new IOException("The time was over before the request was sent."));
        }
        return left.compareTo(time) < 0 ? left : time;
    }

    /** Asks for a token. */
    TokenAnswer token(OrgAddress org, Map<String, String> form, Deadline deadline) throws OauthFailure {
        JsonView json = post(org, "/services/oauth2/token", form, deadline);
        try {
            return TokenAnswer.of(json, org);
        } catch (IllegalArgumentException unusable) {
            throw OauthFailure.lost("an answer that holds no token", null);
        }
    }

    /** Asks whether a token is still good; empty where Salesforce does not say. */
    boolean isActive(OrgAddress org, Map<String, String> form, Deadline deadline) throws OauthFailure {
        return post(org, "/services/oauth2/introspect", form, deadline)
                .at("active")
                .isTrue();
    }

    /** Ends a grant. */
    void revoke(OrgAddress org, String token) throws OauthFailure {
        post(org, "/services/oauth2/revoke", Map.of("token", token), deadline());
    }

    private JsonView post(OrgAddress org, String path, Map<String, String> form, Deadline limit) throws OauthFailure {
        String body = form.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        WireRequest request = WireRequest.of("POST", URI.create(org.url() + path))
                .withHeader("Accept", "application/json")
                .withHeader("Content-Type", "application/x-www-form-urlencoded")
                .withBody(body.getBytes(StandardCharsets.US_ASCII));
        try (WireResponse response = transport.send(request, left(limit))) {
            return understood(response);
        } catch (RequestNotSentException notSent) {
            throw OauthFailure.notSent(notSent);
        } catch (IOException | RuntimeException lost) {
            throw OauthFailure.lost("no complete answer", lost);
        }
    }

    private JsonView understood(WireResponse response) throws IOException, OauthFailure {
        boolean success = response.status() / 100 == 2;
        boolean isJson = response.header("Content-Type").orElse("").startsWith("application/json");
        JsonView json = isJson ? read(response) : JsonView.of(null);
        String error = json.at("error").textOrEmpty();
        if (!error.isEmpty() && !success) {
            throw OauthFailure.refused(error, json.at("error_description").textOrEmpty(), skew(response));
        }
        if (!success) {
            throw OauthFailure.lost("HTTP " + response.status(), null);
        }
        return json;
    }

    private static JsonView read(WireResponse response) throws IOException {
        try (InputStream in = BoundedStream.decoded(response, LONGEST_ANSWER)) {
            return JsonView.of(JsonText.read(in));
        }
    }

    private Duration skew(WireResponse response) {
        try {
            Instant theirs = response.header("Date")
                    .map(date -> Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)))
                    .orElseGet(clock::instant);
            return Duration.between(clock.instant(), theirs);
        } catch (DateTimeException noDate) {
            return Duration.ZERO;
        }
    }
}
