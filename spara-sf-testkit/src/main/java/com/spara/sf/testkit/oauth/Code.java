package com.spara.sf.testkit.oauth;

import java.time.Instant;
import java.util.Optional;

/** An authorization code: what was consented to, and how the exchange must prove that it is the same client. */
final class Code {
    private final Consent consent;
    private final String userId;
    private final Instant made;
    private boolean spent;

    Code(Consent consent, String userId, Instant made) {
        this.consent = consent;
        this.userId = userId;
        this.made = made;
    }

    /** What the app asked the user for. */
    record Consent(App app, String redirectUri, Scopes scopes, Optional<String> challenge) {}

    Consent consent() {
        return consent;
    }

    String userId() {
        return userId;
    }

    Instant made() {
        return made;
    }

    boolean isSpent() {
        return spent;
    }

    void spend() {
        spent = true;
    }
}
