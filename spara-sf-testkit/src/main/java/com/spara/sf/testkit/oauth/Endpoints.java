package com.spara.sf.testkit.oauth;

import java.util.List;
import java.util.Map;

/** Finds the endpoint of a request. */
public final class Endpoints {
    private static final String IDENTITY = "id";

    private final Map<String, Endpoint> endpoints;
    private final Endpoint identity;

    public Endpoints(Authority authority) {
        Bearer bearer = new Bearer(authority);
        this.identity = new IdentityEndpoint(authority);
        this.endpoints = Map.of(
                "oauth2/authorize", new AuthorizeEndpoint(authority),
                "oauth2/token", new TokenEndpoint(authority),
                "oauth2/revoke", new RevokeEndpoint(authority),
                "oauth2/introspect", new IntrospectEndpoint(authority),
                "oauth2/userinfo",
                        request -> bearer.person(request)
                                .map(person -> new Documents(authority, request.origin()).claims(person))
                                .orElseGet(() -> Bearer.refused(request)),
                ".well-known/openid-configuration", new DiscoveryEndpoint());
    }

    /** Whether a path belongs to this side of the org, whether there is an endpoint or not. */
    public static boolean own(List<String> path) {
        return path.size() > 1
                && (path.subList(0, 2).equals(List.of("services", "oauth2"))
                        || path.get(0).equals(IDENTITY)
                        || path.get(0).equals(".well-known"));
    }

    /** The answer, a refusal too. */
    public OauthAnswer answer(OauthRequest request) {
        try {
            Endpoint endpoint = request.segment(0).equals(IDENTITY) ? identity : endpoints.get(request.resource());
            if (endpoint == null) {
                throw OauthException.gap("/" + request.resource());
            }
            return endpoint.answer(request);
        } catch (OauthException e) {
            return e.answer();
        }
    }
}
