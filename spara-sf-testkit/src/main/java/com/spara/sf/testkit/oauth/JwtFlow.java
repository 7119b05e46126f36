package com.spara.sf.testkit.oauth;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** {@code jwt-bearer}: a token for a user who, or whose admin, has let the app in before. */
final class JwtFlow implements Flow {
    private static final Set<String> AUDIENCES = Set.of(Origin.LOGIN.url(), Origin.SANDBOX_LOGIN.url());
    private static final Duration LONGEST = Duration.ofMinutes(3);

    private final Authority authority;
    private final Map<String, Instant> seen = new HashMap<>();

    JwtFlow(Authority authority) {
        this.authority = authority;
    }

    @Override
    public Issue issue(OauthRequest request) {
        Assertion assertion = Assertion.parse(request.form("assertion").orElse(""));
        App app = assertion.claim("iss").flatMap(authority::knownApp).orElseThrow(OauthException::unknownClient);
        assertion.verify(app.certificate().orElseThrow(Assertion::invalid));
        requireAudience(assertion);
        requireTime(assertion);
        Person person =
                assertion.claim("sub").flatMap(authority.people()::named).orElseThrow(JwtFlow::notApproved);
        authority.admit(app, person);
        if (!authority.isApproved(app, person)) {
            throw notApproved();
        }
        requireFirstUse(assertion, app);
        authority.policy().count(person);
        Scopes scopes = authority.openGrants().scopes(app, person.id()).orElse(app.scopes());
        return new Issue(person, new Approval(app, scopes, null), null);
    }

    private static OauthException notApproved() {
        return OauthException.invalidGrant("user hasn't approved this consumer");
    }

    private static void requireAudience(Assertion assertion) {
        if (assertion.claim("aud").filter(AUDIENCES::contains).isEmpty()) {
            throw OauthException.invalidGrant("audience is invalid");
        }
    }

    private void requireTime(Assertion assertion) {
        Instant now = authority.clock().instant();
        if (!assertion.expires().isAfter(now)) {
            throw OauthException.invalidGrant("expired authorization code");
        }
        if (assertion.expires().isAfter(now.plus(LONGEST))) {
            throw Assertion.invalid();
        }
    }

    /** An assertion with a name of its own is good once. */
    private void requireFirstUse(Assertion assertion, App app) {
        Instant now = authority.clock().instant();
        seen.values().removeIf(expires -> !expires.isAfter(now));
        assertion.claim("jti").ifPresent(name -> {
            if (seen.putIfAbsent(app.key() + " " + name, assertion.expires()) != null) {
                throw new OauthException("bad_jti_claim", "the jti claim was used before");
            }
        });
    }
}
