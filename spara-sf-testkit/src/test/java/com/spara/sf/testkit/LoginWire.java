package com.spara.sf.testkit;

import com.spara.sf.spi.WireRequest;
import com.spara.sf.spi.WireResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Logs in to a fake org as an app does: forms there, JSON back. */
final class LoginWire {
    static final String KEY = "consumer-key";
    static final String SECRET = "consumer-secret";
    static final String CALLBACK = "https://host.example/callback";
    static final String VERIFIER = "v".repeat(43);
    private static final Duration SOON = Duration.ofSeconds(10);

    private final FakeOrg org;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private String host = "https://login.salesforce.com";

    LoginWire(FakeOrg org) {
        this.org = org;
    }

    LoginWire at(String url) {
        host = url;
        return this;
    }

    LoginWire with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    /** The app that these tests log in with. */
    static FakeApp app(FakeOrg org) {
        return org.app(KEY).secret(SECRET).callback(CALLBACK);
    }

    Wire.Reply get(String path) {
        return send(WireRequest.of("GET", URI.create(host + path)));
    }

    /** Each pair is {@code name=value}, not encoded. */
    Wire.Reply post(String endpoint, String... pairs) {
        return send(request("/services/oauth2/" + endpoint, pairs));
    }

    Wire.Reply token(String grantType, String... pairs) {
        String[] all = Arrays.copyOf(pairs, pairs.length + 3);
        all[pairs.length] = "grant_type=" + grantType;
        all[pairs.length + 1] = "client_id=" + KEY;
        all[pairs.length + 2] = "client_secret=" + SECRET;
        return post("token", all);
    }

    Wire.Reply refresh(String refreshToken) {
        return token("refresh_token", "refresh_token=" + refreshToken);
    }

    Wire.Reply exchange(String code, String... pairs) {
        String[] all = Arrays.copyOf(pairs, pairs.length + 2);
        all[pairs.length] = "code=" + code;
        all[pairs.length + 1] = "redirect_uri=" + CALLBACK;
        return token("authorization_code", all);
    }

    WireRequest request(String path, String... pairs) {
        WireRequest request = WireRequest.of("POST", URI.create(host + path))
                .withHeader("Content-Type", "application/x-www-form-urlencoded")
                .withBody(encoded(pairs).getBytes(StandardCharsets.UTF_8));
        for (Map.Entry<String, String> header : headers.entrySet()) {
            request = request.withHeader(header.getKey(), header.getValue());
        }
        return request;
    }

    Wire.Reply send(WireRequest request) {
        try {
            return trySend(request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Wire.Reply trySend(WireRequest request) throws IOException {
        WireRequest sent = request;
        if (headers.containsKey("Authorization")) {
            sent = sent.withHeader("Authorization", headers.get("Authorization"));
        }
        try (WireResponse response = org.transport().send(sent, SOON)) {
            return new Wire.Reply(
                    response.status(), response.headers(), response.body().readAllBytes());
        }
    }

    /** The status of a call for data with this token. */
    int dataStatus(String token) {
        WireRequest request = WireRequest.of("GET", URI.create(org.url() + "/services/data/v66.0/limits"))
                .withHeader("Authorization", "Bearer " + token);
        try (WireResponse response = org.transport().send(request, SOON)) {
            return response.status();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address that a host sends the browser to, with changed or further pairs. */
    static URI authorizationUrl(String... pairs) {
        return authorizationUrlAt("https://login.salesforce.com", pairs);
    }

    static URI authorizationUrlAt(String host, String... pairs) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("response_type", "code");
        all.put("client_id", KEY);
        all.put("redirect_uri", CALLBACK);
        all.put("state", "s&1");
        for (String pair : pairs) {
            all.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        String query = encoded(all.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .toArray(String[]::new));
        return URI.create(host + "/services/oauth2/authorize?" + query);
    }

    static String encoded(String... pairs) {
        return Arrays.stream(pairs)
                .map(pair -> pair.substring(0, pair.indexOf('=') + 1)
                        + URLEncoder.encode(pair.substring(pair.indexOf('=') + 1), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** A code for the org's administrator, as the browser brings it back. */
    String code(String... pairs) {
        return parameter(org.logins().allow(authorizationUrl(pairs), org.user()), "code");
    }

    /** A parameter of the address that the browser is sent back to, as it stands there. */
    static String parameter(URI back, String name) {
        return Arrays.stream(back.getRawQuery().split("&"))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> pair.substring(name.length() + 1))
                .findFirst()
                .orElse("none");
    }

    static String challenge() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
