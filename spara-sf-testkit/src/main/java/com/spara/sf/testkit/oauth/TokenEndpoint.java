package com.spara.sf.testkit.oauth;

import java.util.Map;

/** {@code /services/oauth2/token}: access tokens, by one of several grant types. */
final class TokenEndpoint implements Endpoint {
    private final Authority authority;
    private final Map<String, Flow> flows;

    TokenEndpoint(Authority authority) {
        this.authority = authority;
        this.flows = Map.of(
                "authorization_code", new CodeFlow(authority),
                "refresh_token", new RefreshFlow(authority),
                "urn:ietf:params:oauth:grant-type:jwt-bearer", new JwtFlow(authority),
                "client_credentials", new ClientCredentialsFlow(authority));
    }

    @Override
    public OauthAnswer answer(OauthRequest request) {
        if (!request.isPost()) {
            throw OauthException.invalidRequest("must use HTTP POST");
        }
        requireJson(request);
        Flow flow = flows.get(request.grantType().orElse(""));
        if (flow == null) {
            throw OauthException.unsupportedGrantType();
        }
        authority.policy().requireOpenOrg();
        return new TokenAnswer(authority, request.origin()).of(flow.issue(request));
    }

    /** This fake speaks JSON only; where a real org would speak something else, it says so. */
    private static void requireJson(OauthRequest request) {
        String accepted = request.header("Accept").orElse("*/*");
        boolean json = accepted.contains("json") || accepted.contains("*/*");
        String format = request.form("format").orElse(json ? "json" : accepted);
        if (!format.equals("json") && (format.contains("urlencoded") || format.contains("xml"))) {
            throw OauthException.gap("token answers as " + (format.contains("xml") ? "xml" : "urlencoded"));
        }
    }
}
