package com.spara.sf.testkit.oauth;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The app that makes a request, and the secret that it sent. */
final class Client {
    private static final Pattern BASIC = Pattern.compile("(?i:Basic) +(\\S+)");

    private final App app;
    private final @Nullable String sentSecret;

    private Client(App app, @Nullable String sentSecret) {
        this.app = app;
        this.sentSecret = sentSecret;
    }

    /** From the form, or from the Basic header when the form has no pair of its own. */
    static Client of(OauthRequest request, Authority authority) {
        if (request.form("client_assertion").isPresent()
                && request.form("client_secret").isEmpty()) {
            throw OauthException.gap("client_assertion");
        }
        Optional<String> header = request.header("Authorization");
        if (request.form("client_id").isEmpty() && header.isPresent()) {
            return basic(header.get(), authority);
        }
        App app = request.form("client_id").flatMap(authority::knownApp).orElseThrow(OauthException::unknownClient);
        return new Client(app, request.form("client_secret").orElse(null));
    }

    private static Client basic(String header, Authority authority) {
        Matcher basic = BASIC.matcher(header.trim());
        String pair = basic.matches() ? decoded(basic.group(1)) : "";
        int colon = pair.indexOf(':');
        if (colon < 0) {
            throw badHeader();
        }
        App app = authority.knownApp(pair.substring(0, colon)).orElseThrow(OauthException::unknownClient);
        return new Client(app, pair.substring(colon + 1));
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw badHeader();
        }
    }

    private static OauthException badHeader() {
        return new OauthException("invalid_basic_auth_header", "invalid basic authorization header");
    }

    /** The app; a secret that was sent is right, and one was sent where the app needs it. */
    App proven() {
        if (sentSecret == null ? app.is(App.Trait.NEEDS_SECRET) : !app.hasSecret(sentSecret)) {
            throw OauthException.wrongSecret();
        }
        return app;
    }

    /** The app, which has proven itself by its secret whether it needs one otherwise or not. */
    App provenBySecret() {
        if (sentSecret == null) {
            throw OauthException.wrongSecret();
        }
        return proven();
    }
}
