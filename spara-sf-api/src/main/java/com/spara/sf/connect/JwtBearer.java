package com.spara.sf.connect;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The JWT bearer flow: a server signs who it is with a private key, whose certificate was uploaded to the app, and acts as
 * one user. There is no refresh token; when the access token expires, another assertion is signed. The user must have been
 * authorised for the app beforehand, by the admin or by an earlier login.
 *
 * <pre>{@code
 * Connection nightly = salesforce.connect(
 *     "https://acme.my.salesforce.com", JwtBearer.of(consumerKey, "sync@acme.example", privateKey));
 * }</pre>
 *
 * <p>The audience is {@code https://test.salesforce.com} for sandboxes and scratch orgs and
 * {@code https://login.salesforce.com} for all others, unless {@link #audience} says otherwise (Salesforce help, "OAuth 2.0
 * JWT Bearer Flow").
 *
 * <p>Two of the same key, user and audience are equal. Immutable and safe to share between threads; {@code toString} shows
 * nothing, and it cannot be serialised.
 */
public final class JwtBearer implements Credentials {

    private final String consumerKey;
    private final String username;
    private final PrivateKey privateKey;
    private final String audience;

    private JwtBearer(String consumerKey, String username, PrivateKey privateKey, String audience) {
        this.consumerKey = consumerKey;
        this.username = username;
        this.privateKey = privateKey;
        this.audience = audience;
    }

    /**
     * Returns the credentials of a user of an app.
     *
     * @param consumerKey the app's consumer key
     * @param username the Salesforce user name, for example {@code sync@acme.example}
     * @param privateKey the RSA key that belongs to the app's certificate
     * @return the credentials
     * @throws IllegalArgumentException if a text is blank or the key is not an RSA key
     */
    public static JwtBearer of(String consumerKey, String username, PrivateKey privateKey) {
        if (!privateKey.getAlgorithm().equals("RSA")) {
            throw new IllegalArgumentException(
                    "Salesforce takes RS256 signatures only. Give the RSA key that belongs to the app's certificate.");
        }
        return new JwtBearer(
                Given.text("consumer key", consumerKey), Given.text("user name", username), privateKey, "");
    }

    /**
     * Returns the credentials of a user of an app.
     *
     * @param consumerKey the app's consumer key
     * @param username the Salesforce user name
     * @param privateKeyPem the RSA key in PKCS#8 as PEM text, beginning with {@code -----BEGIN PRIVATE KEY-----}
     * @return the credentials
     * @throws IllegalArgumentException if a text is blank or the PEM text is not an unencrypted PKCS#8 RSA key
     */
    public static JwtBearer of(String consumerKey, String username, String privateKeyPem) {
        return of(consumerKey, username, key(privateKeyPem));
    }

    private static PrivateKey key(String pem) {
        try {
            String base64 =
                    pem.replaceAll("-----(BEGIN|END) PRIVATE KEY-----", "").replaceAll("\\s", "");
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
        } catch (GeneralSecurityException | IllegalArgumentException broken) {
            // without the cause, whose message may quote the key
            throw new IllegalArgumentException("The private key is not an unencrypted RSA key in PKCS#8. Convert it: "
                    + "openssl pkcs8 -topk8 -nocrypt -in key.pem");
        }
    }

    /**
     * Returns these credentials for another audience than the one that follows from the org's address.
     *
     * @param newAudience for example {@code https://test.salesforce.com}, or the address of an Experience Cloud site
     * @return the new credentials
     * @throws IllegalArgumentException if it is blank
     */
    public JwtBearer audience(String newAudience) {
        return new JwtBearer(consumerKey, username, privateKey, Given.text("audience", newAudience));
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
     * Returns the user name.
     *
     * @return the user name
     */
    public String username() {
        return username;
    }

    /**
     * Returns the private key, to sign with.
     *
     * @return the key
     */
    public PrivateKey privateKey() {
        return privateKey;
    }

    /**
     * Returns the audience that was set.
     *
     * @return the audience, or empty if it follows from the org's address
     */
    public Optional<String> audience() {
        return audience.isEmpty() ? Optional.empty() : Optional.of(audience);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof JwtBearer jwt
                && consumerKey.equals(jwt.consumerKey)
                && username.equals(jwt.username)
                && audience.equals(jwt.audience)
                && privateKey.equals(jwt.privateKey);
    }

    @Override
    public int hashCode() {
        return 31 * consumerKey.hashCode() + username.hashCode();
    }

    @Override
    public String toString() {
        return "JwtBearer[hidden]";
    }
}
