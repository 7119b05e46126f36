package com.spara.sf.testkit;

import com.spara.sf.RecordId;
import com.spara.sf.testkit.oauth.App;
import com.spara.sf.testkit.oauth.RefreshPolicy;
import com.spara.sf.testkit.oauth.Scopes;
import java.security.PublicKey;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * An app that users can let into a fake org: installed, a public client without a secret, with the scopes {@code api},
 * {@code refresh_token} and {@code id}, whose refresh tokens are good until they are revoked. Each method changes the
 * app for all requests from then on.
 *
 * <pre>{@code
 * FakeApp app = org.app("consumer-key").secret("consumer-secret").callback("https://host.example/callback").requiresPkce();
 * String refreshToken = app.refreshToken(org.user());
 * }</pre>
 *
 * <p>As thread-safe as the org.
 */
public final class FakeApp {
    private final OrgRooms rooms;
    private final App app;

    FakeApp(OrgRooms rooms, App app) {
        this.rooms = rooms;
        this.app = app;
    }

    private FakeApp change(Consumer<App> change) {
        rooms.run(records -> change.accept(app));
        return this;
    }

    private FakeApp set(App.Trait trait, boolean on) {
        return change(changed -> changed.set(trait, on));
    }

    /** {@return the consumer key, which is the {@code client_id}} */
    public String key() {
        return app.key();
    }

    /**
     * Gives the app a consumer secret, which it must send from then on.
     *
     * @param secret the secret
     * @return this app
     */
    public FakeApp secret(String secret) {
        return change(changed -> changed.secret(secret));
    }

    /**
     * Lets the app leave its secret away when it exchanges a code or a refresh token; one that is sent must be right.
     *
     * @return this app
     */
    public FakeApp needsNoSecret() {
        return set(App.Trait.NEEDS_SECRET, false);
    }

    /**
     * Registers addresses that the browser may be sent back to, besides those there are.
     *
     * @param urls the addresses, each compared letter by letter
     * @return this app
     */
    public FakeApp callback(String... urls) {
        return change(changed -> changed.callbacks(List.of(urls)));
    }

    /**
     * Sets the scopes that the app may ask for, in place of those it has. {@code openid} is refused by name when it is
     * asked for.
     *
     * @param scopes the scopes, for example {@code api} and {@code refresh_token}
     * @return this app
     */
    public FakeApp scopes(String... scopes) {
        return change(changed -> changed.scopes(Scopes.of(List.of(scopes))));
    }

    /**
     * Refuses authorizations without a {@code code_challenge}.
     *
     * @return this app
     */
    public FakeApp requiresPkce() {
        return set(App.Trait.NEEDS_PKCE, true);
    }

    /**
     * Gives out another refresh token at each refresh. Who presents one that was given away already ends the current one
     * and all access tokens that came of it.
     *
     * @return this app
     */
    public FakeApp rotatesRefreshTokens() {
        return set(App.Trait.ROTATES, true);
    }

    /**
     * Lets refresh tokens expire at once: they are given out and cannot be used.
     *
     * @return this app
     */
    public FakeApp refreshTokensExpireAtOnce() {
        return change(changed -> changed.refreshPolicy(RefreshPolicy.NOT_AT_ALL));
    }

    /**
     * Lets refresh tokens expire when they are not used for some time, by the org's clock.
     *
     * @param time for how long
     * @return this app
     */
    public FakeApp refreshTokensExpireUnused(Duration time) {
        return change(changed -> changed.refreshPolicy(RefreshPolicy.unusedFor(time)));
    }

    /**
     * Lets refresh tokens expire some time after the user let the app in, used or not, by the org's clock.
     *
     * @param time after how long
     * @return this app
     */
    public FakeApp refreshTokensExpireAfter(Duration time) {
        return change(changed -> changed.refreshPolicy(RefreshPolicy.after(time)));
    }

    /**
     * Switches the client-credentials flow on; without {@link #runsAs} it answers that no user is enabled for it.
     *
     * @return this app
     */
    public FakeApp allowsClientCredentials() {
        return set(App.Trait.CLIENT_CREDENTIALS, true);
    }

    /**
     * Switches the client-credentials flow on for a user.
     *
     * @param user who the app then is
     * @return this app
     */
    public FakeApp runsAs(RecordId user) {
        return change(changed -> changed.runAs(user.value()));
    }

    /**
     * Sets the key that signed assertions (JWT bearer) are checked with.
     *
     * @param publicKey the RSA key of the app's certificate
     * @return this app
     */
    public FakeApp certificate(PublicKey publicKey) {
        return change(changed -> changed.certificate(publicKey));
    }

    /**
     * Approves the app for a user, as an admin does with a profile or a permission set.
     *
     * @param user the user
     * @return this app
     */
    public FakeApp preAuthorise(RecordId user) {
        return change(changed -> changed.approve(user.value(), true));
    }

    /**
     * Takes a user's pre-authorisation back; what the user approved personally stays.
     *
     * @param user the user
     * @return this app
     */
    public FakeApp withdraw(RecordId user) {
        return change(changed -> changed.approve(user.value(), false));
    }

    /**
     * Lets in only users for whom an admin approved the app; others get {@code invalid_app_access}.
     *
     * @return this app
     */
    public FakeApp adminApprovedOnly() {
        return set(App.Trait.ADMIN_APPROVED_ONLY, true);
    }

    /**
     * Lets the app introspect tokens of all apps, and not only its own.
     *
     * @return this app
     */
    public FakeApp introspectsAll() {
        return set(App.Trait.INTROSPECTS_ALL, true);
    }

    /**
     * Installs the app in the org, or takes it out: then an authorization ends with {@code OAUTH_EC_APP_NOT_FOUND}.
     *
     * @param installed whether it is there
     * @return this app
     */
    public FakeApp installed(boolean installed) {
        return set(App.Trait.NOT_INSTALLED, !installed);
    }

    /**
     * Lets a user allow the app all of its scopes, without a browser.
     *
     * @param user the user
     * @return the refresh token, as the app would have got it for its code
     * @throws IllegalArgumentException if the org has no such user
     */
    public String refreshToken(RecordId user) {
        return rooms.records().exclusively(() -> rooms.authority().connect(app, user.value()));
    }

    @Override
    public String toString() {
        return "FakeApp " + key();
    }
}
