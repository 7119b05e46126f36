package com.spara.sf.connect;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An app for the web server flow, in which a customer clicks <em>Authorize</em>: the one that the host distributes, or one
 * that a customer's admin made. Asks for the scopes {@code api} and {@code refresh_token} unless {@link #scopes} says
 * otherwise; always uses PKCE.
 *
 * <pre>{@code
 * Salesforce salesforce = Salesforce.create()
 *     .withApp(WebApp.of(consumerKey, "https://host.example/salesforce/callback").secret(consumerSecret));
 * }</pre>
 *
 * <p>Immutable and safe to share between threads; {@code toString} never shows the secret, and it cannot be serialised.
 */
public final class WebApp {

    private static final List<String> SCOPES = List.of("api", "refresh_token");

    private final String consumerKey;
    private final URI callback;
    private final String secret;
    private final List<String> scopes;

    private WebApp(String consumerKey, URI callback, String secret, List<String> scopes) {
        this.consumerKey = consumerKey;
        this.callback = callback;
        this.secret = secret;
        this.scopes = scopes;
    }

    /**
     * Returns an app without a secret.
     *
     * @param consumerKey the app's consumer key
     * @param callback the address that Salesforce sends the person back to, exactly as it is registered in the app
     * @return the app
     * @throws IllegalArgumentException if the key is blank or the callback is not an absolute address
     */
    public static WebApp of(String consumerKey, String callback) {
        return new WebApp(Given.text("consumer key", consumerKey), address(callback), "", SCOPES);
    }

    private static URI address(String callback) {
        URI address;
        try {
            address = URI.create(Given.text("callback", callback));
        } catch (IllegalArgumentException broken) {
            throw new IllegalArgumentException("The callback is not an address.", broken);
        }
        if (!address.isAbsolute() || address.getFragment() != null) {
            throw new IllegalArgumentException(
                    "The callback must be a whole address without a fragment, as it is registered in the app.");
        }
        return address;
    }

    /**
     * Returns this app with its consumer secret; an app whose setting <em>Require Secret</em> is off needs none.
     *
     * @param consumerSecret the secret
     * @return the new app
     * @throws IllegalArgumentException if it is blank
     */
    public WebApp secret(String consumerSecret) {
        return new WebApp(consumerKey, callback, Given.text("consumer secret", consumerSecret), scopes);
    }

    /**
     * Returns this app asking for other scopes. Without {@code refresh_token} the connection ends with its first access
     * token.
     *
     * @param newScopes the scopes, each one word
     * @return the new app
     * @throws IllegalArgumentException if there is none, or one is not one word
     */
    public WebApp scopes(String... newScopes) {
        List<String> copy = new ArrayList<>();
        for (String scope : newScopes) {
            if (!scope.matches("[\\x21\\x23-\\x5b\\x5d-\\x7e]+")) {
                throw new IllegalArgumentException("A scope is one word, such as api.");
            }
            copy.add(scope);
        }
        if (copy.isEmpty()) {
            throw new IllegalArgumentException("Name at least one scope, such as api.");
        }
        return new WebApp(consumerKey, callback, secret, List.copyOf(copy));
    }

    /**
     * Returns the app's consumer key.
     *
     * @return the key
     */
    public String consumerKey() {
        return consumerKey;
    }

    /**
     * Returns where Salesforce sends the person back to.
     *
     * @return the address
     */
    public URI callback() {
        return callback;
    }

    /**
     * Returns the scopes that are asked for.
     *
     * @return the scopes, in order
     */
    public List<String> scopes() {
        return scopes;
    }

    /**
     * Returns the consumer secret, to be put into a token request and nowhere else.
     *
     * @return the secret, or empty if the app needs none
     */
    public Optional<String> revealSecret() {
        return secret.isEmpty() ? Optional.empty() : Optional.of(secret);
    }

    @Override
    public String toString() {
        return "WebApp[callback " + callback + "]";
    }
}
