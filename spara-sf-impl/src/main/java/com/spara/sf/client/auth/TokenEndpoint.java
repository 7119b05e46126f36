package com.spara.sf.client.auth;

import com.spara.sf.client.http.BoundedStream;
import com.spara.sf.client.json.JsonText;
import com.spara.sf.client.json.JsonView;
import com.spara.sf.client.rest.Deadline;
import com.spara.sf.client.rest.RetryAfter;
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

    private static final Duration TIME = Duration.ofSeconds(30);
    private static final long LONGEST_ANSWER = 256L * 1024;

    private final Transport transport;
    private final Clock clock;

    TokenEndpoint(Transport transport, Clock clock) {
        this.transport = transport;
        this.clock = clock;
    }

    Clock clock() {
        return clock;
    }

    /** The moment by which a request that begins now is to be over. */
    Deadline deadline() {
        return Deadline.after(clock, TIME);
    }

    /** The time of a request that begins now. It is not cut short for the caller's sake, since it may bring a new refresh token. */
    private Duration begun(Deadline limit) throws OauthFailure {
        if (!limit.allows(Duration.ZERO)) {
            throw OauthFailure.notSent(new IOException("The time was over before the request was sent."));
        }
        return TIME;
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

    /** Asks whether a token is still good. */
    boolean isActive(OrgAddress org, Map<String, String> form, Deadline deadline) throws OauthFailure {
        JsonView active =
                post(org, "/services/oauth2/introspect", form, deadline).at("active");
        if (active.raw() == null) {
            throw OauthFailure.lost("an answer that does not say whether the former one is good", null);
        }
        return active.isTrue();
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
        try (WireResponse response = transport.send(request, begun(limit))) {
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
            throw OauthFailure.refused(error, json.at("error_description").textOrEmpty(), skew(response))
                    .askingFor(RetryAfter.of(response));
        }
        if (!success) {
            throw OauthFailure.lost("HTTP " + response.status(), null).askingFor(RetryAfter.of(response));
        }
        if (!isJson && response.body().read() >= 0) {
            throw OauthFailure.lost("a page", null);
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
