package com.spara.sf.testkit.oauth;

/** {@code /id/<org>/<user>}: who a token belongs to. */
final class IdentityEndpoint implements Endpoint {
    private static final int ORG = 1;
    private static final int USER = 2;

    private final Authority authority;
    private final Bearer bearer;

    IdentityEndpoint(Authority authority) {
        this.authority = authority;
        this.bearer = new Bearer(authority);
    }

    static String url(Authority authority, Origin asked, String userId) {
        return authority.domain().identityUrl(asked) + "/id/" + authority.organizationId() + "/" + userId;
    }

    @Override
    public OauthAnswer answer(OauthRequest request) {
        if (request.segment(ORG).equals("keys")) {
            throw OauthException.gap("the keys of id_tokens");
        }
        return bearer.person(request).map(person -> document(request, person)).orElseGet(() -> Bearer.refused(request));
    }

    private OauthAnswer document(OauthRequest request, Person person) {
        if (!request.segment(ORG).equals(authority.organizationId())) {
            return OauthAnswer.text(OauthAnswer.FORBIDDEN, "Wrong_Org");
        }
        if (authority.people().find(request.segment(USER)).isEmpty()) {
            return OauthAnswer.text(OauthAnswer.FORBIDDEN, "Bad_Id");
        }
        if (!request.segment(USER).equals(person.id())) {
            throw OauthException.gap("the identity of another user than the token's");
        }
        return new Documents(authority, request.origin()).identity(person);
    }
}
