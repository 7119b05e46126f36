package com.spara.sf.connect;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A login that was begun and waits for the person to come back from Salesforce. The host sends the person to {@link #url()},
 * keeps the login in the person's session as {@link #toText()}, and hands it to {@link Connection#finishLogin} with the
 * address that Salesforce sent the person back to, maybe on another machine.
 *
 * <p>Good for one hour and for one return. It holds the PKCE verifier, so {@code toText} belongs into the session on the
 * server, or into a cookie that is encrypted, and nowhere else. Immutable and safe to share between threads;
 * {@code toString} shows the org only.
 */
public final class WebLogin {

    private static final String FORM = "login1";
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final String connection;
    private final OrgAddress org;
    private final WebApp app;
    private final Attempt attempt;

    private WebLogin(String connection, OrgAddress org, WebApp app, Attempt attempt) {
        this.connection = connection;
        this.org = org;
        this.app = app;
        this.attempt = attempt;
    }

    /**
     * What is new in each login. {@code toString} shows when it was begun.
     *
     * @param state what Salesforce sends back unchanged, so that nobody else's login can be slipped in
     * @param verifier the PKCE verifier, 43 to 128 characters (RFC 7636)
     * @param begunAt when it was begun
     */
    public record Attempt(String state, String verifier, Instant begunAt) {

        @Override
        public String toString() {
            return "Attempt[" + begunAt + "]";
        }
    }

    /**
     * Returns a login; {@link Connection#beginLogin} makes them.
     *
     * @param connection the connection's name
     * @param org the org's own address
     * @param app the app; its secret is not kept in the login
     * @param attempt what is new in this login
     * @return the login
     */
    public static WebLogin of(String connection, OrgAddress org, WebApp app, Attempt attempt) {
        WebApp withoutSecret = WebApp.of(app.consumerKey(), app.callback().toString())
                .scopes(app.scopes().toArray(String[]::new));
        return new WebLogin(connection, org, withoutSecret, attempt);
    }

    /**
     * Returns the address to send the person to.
     *
     * @return the address of Salesforce's login and consent page
     */
    public URI url() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("response_type", "code");
        parameters.put("client_id", app.consumerKey());
        parameters.put("redirect_uri", app.callback().toString());
        parameters.put("scope", String.join(" ", app.scopes()));
        parameters.put("state", attempt.state());
        parameters.put("code_challenge", challenge(attempt.verifier()));
        parameters.put("code_challenge_method", "S256");
        return URI.create(org.url() + "/services/oauth2/authorize?"
                + parameters.entrySet().stream()
                        .map(each -> each.getKey() + "=" + encoded(each.getValue()))
                        .collect(Collectors.joining("&")));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String challenge(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return ENCODER.encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }

    /**
     * Returns the login as one line of text, for the person's session.
     *
     * @return the text, of letters, digits, hyphens, underscores and dots
     */
    public String toText() {
        List<String> parts = new ArrayList<>(List.of(
                connection,
                org.toString(),
                app.consumerKey(),
                app.callback().toString(),
                attempt.state(),
                attempt.verifier(),
                attempt.begunAt().toString()));
        parts.addAll(app.scopes());
        return FORM + parts.stream().map(part -> "." + base64(part)).collect(Collectors.joining());
    }

    private static String base64(String part) {
        return ENCODER.encodeToString(part.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Returns the login that {@link #toText} wrote.
     *
     * @param text the text
     * @return the login
     * @throws IllegalArgumentException if it is not such a text; the message does not repeat it
     */
    public static WebLogin fromText(String text) {
        try {
            List<String> parts = new ArrayList<>();
            for (String part : text.substring(FORM.length() + 1).split("\\.", -1)) {
                parts.add(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
            }
            if (text.startsWith(FORM + ".")) {
                return of(parts);
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException broken) {
            throw notOne(); // without the cause, which may repeat a part of it
        }
        throw notOne();
    }

    private static WebLogin of(List<String> parts) {
        String address = parts.get(1);
        OrgAddress org = OrgAddress.stored(address);
        WebApp app = WebApp.of(parts.get(2), parts.get(3))
                .scopes(parts.subList(7, parts.size()).toArray(String[]::new));
        Attempt attempt = new Attempt(parts.get(4), parts.get(5), Instant.parse(parts.get(6)));
        return new WebLogin(parts.get(0), org, app, attempt);
    }

    private static IllegalArgumentException notOne() {
        return new IllegalArgumentException("This is not a login that was begun here. Begin the login again.");
    }

    /**
     * Returns the name of the connection that it belongs to.
     *
     * @return the name
     */
    public String connection() {
        return connection;
    }

    /**
     * Returns the org's own address as it was understood, to be shown to the person.
     *
     * @return the address
     */
    public OrgAddress org() {
        return org;
    }

    /**
     * Returns the app, without its secret.
     *
     * @return the app
     */
    public WebApp app() {
        return app;
    }

    /**
     * Returns what is new in this login: secret, for the client that finishes it.
     *
     * @return the attempt
     */
    public Attempt revealAttempt() {
        return attempt;
    }

    @Override
    public String toString() {
        return "WebLogin[" + org + "]";
    }
}
