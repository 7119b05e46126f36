package com.spara.sf.testkit.oauth;

import java.util.Optional;
import java.util.Set;

/** {@code /services/oauth2/revoke}: an access token ends its session, a refresh token all that came of it. */
final class RevokeEndpoint implements Endpoint {
    private static final Set<String> TYPES = Set.of("access_token", "refresh_token");

    private final Authority authority;

    RevokeEndpoint(Authority authority) {
        this.authority = authority;
    }

    @Override
    public OauthAnswer answer(OauthRequest request) {
        if (!TYPES.contains(request.parameter("token_type_hint").orElse("access_token"))) {
            throw new OauthException("unsupported_token_type", "this token type is not supported");
        }
        String token = request.parameter("token").orElse("");
        Optional<Session> session = authority.sessions().find(token);
        Optional<Grant> grant = authority.openGrants().find(token);
        if (session.isEmpty() && grant.isEmpty()) {
            throw new OauthException("invalid_token", "invalid token");
        }
        session.ifPresent(found -> authority.sessions().end(found::equals));
        grant.ifPresent(authority::end);
        return OauthAnswer.empty();
    }
}
