package com.spara.sf.testkit.oauth;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The authorization codes that were given out: good once, and for 15 minutes. */
final class Codes {
    private static final Duration LIFETIME = Duration.ofMinutes(15);

    private final Clock clock;
    private final Map<String, Code> codes = new HashMap<>();

    Codes(Clock clock) {
        this.clock = clock;
    }

    String issue(Code.Consent consent, Person person) {
        String code = "aPrx.fake." + (codes.size() + 1);
        codes.put(code, new Code(consent, person.id(), clock.instant()));
        return code;
    }

    /** The good code that this app was given. */
    Code require(String text, App app) {
        Code code = codes.get(text);
        if (code == null || code.consent().app() != app) {
            throw OauthException.invalidGrant("invalid authorization code");
        }
        if (code.isSpent() || !clock.instant().isBefore(code.made().plus(LIFETIME))) {
            throw OauthException.invalidGrant("expired authorization code");
        }
        return code;
    }
}
