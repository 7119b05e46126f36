package com.spara.sf.testkit.oauth;

/** {@code refresh_token}: another access token, and with rotation another refresh token. */
final class RefreshFlow implements Flow {
    private final Authority authority;

    RefreshFlow(Authority authority) {
        this.authority = authority;
    }

    @Override
    public Issue issue(OauthRequest request) {
        App app = Client.of(request, authority).proven();
        String token = request.form("refresh_token").orElse("");
        authority.openGrants().punishReuse(app, token);
        Grant grant = authority.openGrants().require(app, token);
        Person person = authority
                .people()
                .find(grant.userId())
                .orElseThrow(() -> OauthException.invalidGrant("authentication failure"));
        authority.admit(app, person);
        authority.policy().count(person);
        authority.openGrants().refresh(grant);
        Approval approval = new Approval(app, grant.scopes(), grant);
        return new Issue(person, approval, app.is(App.Trait.ROTATES) ? grant.token() : null);
    }
}
