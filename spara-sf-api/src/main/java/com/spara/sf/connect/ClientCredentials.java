package com.spara.sf.connect;

import org.jspecify.annotations.Nullable;

/**
 * The client credentials flow: an app's key and secret, for a server that acts as the app's <em>run as</em> user. There is no
 * refresh token; when the access token expires, another one is asked for.
 *
 * <pre>{@code
 * Connection nightly = salesforce.connect("https://acme.my.salesforce.com", ClientCredentials.of(key, secret));
 * }</pre>
 *
 * <p>Two of the same key and secret are equal. Immutable and safe to share between threads; {@code toString} never shows
 * the secret, and it cannot be serialised.
 */
public final class ClientCredentials implements Credentials {

    private final String consumerKey;
    private final String consumerSecret;

    private ClientCredentials(String consumerKey, String consumerSecret) {
        this.consumerKey = consumerKey;
        this.consumerSecret = consumerSecret;
    }

    /**
     * Returns the credentials of an app.
     *
     * @param consumerKey the app's consumer key
     * @param consumerSecret the app's consumer secret
     * @return the credentials
     * @throws IllegalArgumentException if one of them is blank
     */
    public static ClientCredentials of(String consumerKey, String consumerSecret) {
        return new ClientCredentials(
                Given.text("consumer key", consumerKey), Given.text("consumer secret", consumerSecret));
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
     * Returns the app's consumer secret, to be put into a token request and nowhere else.
     *
     * @return the secret
     */
    public String revealSecret() {
        return consumerSecret;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ClientCredentials app
                && consumerKey.equals(app.consumerKey)
                && consumerSecret.equals(app.consumerSecret);
    }

    @Override
    public int hashCode() {
        return consumerKey.hashCode();
    }

    @Override
    public String toString() {
        return "ClientCredentials[hidden]";
    }
}
