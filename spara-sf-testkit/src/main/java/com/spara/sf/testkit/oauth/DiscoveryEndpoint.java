package com.spara.sf.testkit.oauth;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code /.well-known/openid-configuration}: where the endpoints are. */
final class DiscoveryEndpoint implements Endpoint {
    @Override
    public OauthAnswer answer(OauthRequest request) {
        String url = request.origin().url();
        String oauth = url + "/services/oauth2/";
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("issuer", url);
        members.put("authorization_endpoint", oauth + "authorize");
        members.put("token_endpoint", oauth + "token");
        members.put("revocation_endpoint", oauth + "revoke");
        members.put("introspection_endpoint", oauth + "introspect");
        members.put("userinfo_endpoint", oauth + "userinfo");
        members.put("jwks_uri", url + "/id/keys");
        members.put("scopes_supported", List.of("api", "full", "id", "profile", "refresh_token", "web"));
        members.put("response_types_supported", List.of("code"));
        members.put("subject_types_supported", List.of("public"));
        members.put("code_challenge_methods_supported", List.of("S256"));
        members.put("token_endpoint_auth_methods_supported", List.of("client_secret_post", "client_secret_basic"));
        return OauthAnswer.json(OauthAnswer.OK, members);
    }
}
