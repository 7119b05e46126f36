package com.spara.sf.testkit.oauth;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** {@code /services/oauth2/introspect}: the one place where an expiry can be seen. */
final class IntrospectEndpoint implements Endpoint {
    private final Authority authority;

    IntrospectEndpoint(Authority authority) {
        this.authority = authority;
    }

    @Override
    public OauthAnswer answer(OauthRequest request) {
        if (!request.isPost()) {
            throw OauthException.invalidRequest("must use HTTP POST");
        }
        App app = Client.of(request, authority).provenBySecret();
        String token = request.form("token").orElse("");
        Optional<Map<String, Object>> state = session(app, token, request.origin());
        return OauthAnswer.json(
                OauthAnswer.OK,
                state.or(() -> grant(app, token, request.origin())).orElse(Map.of("active", false)));
    }

    private Optional<Map<String, Object>> session(App app, String token, Origin origin) {
        return authority
                .find(token)
                .filter(found -> found.isOf(app) || found.approval().isPresent() && app.is(App.Trait.INTROSPECTS_ALL))
                .map(found -> {
                    Map<String, Object> state =
                            state(found.approval().orElseThrow(), subject(found.userId(), origin), found.since());
                    state.put("token_type", "access_token");
                    state.put(
                            "exp",
                            found.expires(authority.sessions().lifetime()).getEpochSecond());
                    return state;
                });
    }

    private Optional<Map<String, Object>> grant(App app, String token, Origin origin) {
        return authority
                .openGrants()
                .find(token)
                .filter(found -> found.app() == app || app.is(App.Trait.INTROSPECTS_ALL))
                .map(found -> {
                    Approval approval = new Approval(found.app(), found.scopes(), found);
                    Map<String, Object> state = state(approval, subject(found.userId(), origin), found.made());
                    state.put("token_type", "refresh_token");
                    return state;
                });
    }

    private Map<String, Object> subject(String userId, Origin origin) {
        String username = authority.people().find(userId).map(Person::username).orElse("");
        return Map.of("username", username, "sub", IdentityEndpoint.url(authority, origin, userId));
    }

    private static Map<String, Object> state(Approval approval, Map<String, Object> subject, Instant since) {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("active", true);
        state.put("scope", approval.scopes().toString());
        state.put("client_id", approval.app().key());
        state.putAll(subject);
        state.put("iat", since.getEpochSecond());
        state.put("nbf", since.getEpochSecond());
        return state;
    }
}
