package com.spara.sf.testkit.oauth;

import java.security.PublicKey;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An app that users let into the org, as its developer registered it and the org's admin set it up. */
public final class App {
    /** What an app can be set to do or to demand. */
    public enum Trait {
        NEEDS_SECRET,
        NEEDS_PKCE,
        ROTATES,
        CLIENT_CREDENTIALS,
        ADMIN_APPROVED_ONLY,
        INTROSPECTS_ALL,
        NOT_INSTALLED
    }

    private final String key;
    private final Set<Trait> traits = new LinkedHashSet<>();
    private final Set<String> callbacks = new LinkedHashSet<>();
    private final Set<String> approvedUsers = new LinkedHashSet<>();
    private Scopes scopes = Scopes.of(List.of("api", Scopes.REFRESH, "id"));
    private RefreshPolicy refreshPolicy = RefreshPolicy.UNTIL_REVOKED;
    private @Nullable String secret;
    private @Nullable String runAs;
    private @Nullable PublicKey certificate;

    App(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }

    public void set(Trait trait, boolean on) {
        if (on) {
            traits.add(trait);
        } else {
            traits.remove(trait);
        }
    }

    boolean is(Trait trait) {
        return traits.contains(trait);
    }

    public void secret(String text) {
        secret = text;
        traits.add(Trait.NEEDS_SECRET);
    }

    public void callbacks(List<String> urls) {
        callbacks.addAll(urls);
    }

    boolean callsBackAt(String url) {
        return callbacks.contains(url);
    }

    public void scopes(Scopes registered) {
        scopes = registered;
    }

    Scopes scopes() {
        return scopes;
    }

    public void refreshPolicy(RefreshPolicy policy) {
        refreshPolicy = policy;
    }

    RefreshPolicy refreshPolicy() {
        return refreshPolicy;
    }

    public void runAs(String userId) {
        runAs = userId;
        traits.add(Trait.CLIENT_CREDENTIALS);
    }

    Optional<String> runAs() {
        return Optional.ofNullable(runAs);
    }

    public void certificate(PublicKey key) {
        certificate = key;
    }

    Optional<PublicKey> certificate() {
        return Optional.ofNullable(certificate);
    }

    public void approve(String userId, boolean approved) {
        if (approved) {
            approvedUsers.add(userId);
        } else {
            approvedUsers.remove(userId);
        }
    }

    boolean isApprovedFor(String userId) {
        return approvedUsers.contains(userId);
    }

    boolean hasSecret(String text) {
        return text.equals(secret);
    }

    /** What signatures are made with; the app of a public client has a secret too, which nobody knows. */
    String signingKey() {
        return secret == null ? "the secret of " + key : secret;
    }
}
