package com.spara.sf.testkit.oauth;

/** {@code client_credentials}: a token for the app's own user, at the org's own host. */
final class ClientCredentialsFlow implements Flow {
    private final Authority authority;

    ClientCredentialsFlow(Authority authority) {
        this.authority = authority;
    }

    @Override
    public Issue issue(OauthRequest request) {
        if (request.origin().isLogin()) {
            throw OauthException.invalidGrant("request not supported on this domain");
        }
        App app = Client.of(request, authority).provenBySecret();
        if (!app.is(App.Trait.CLIENT_CREDENTIALS)) {
            throw OauthException.unsupportedGrantType();
        }
        Person person = app.runAs()
                .flatMap(authority.people()::find)
                .orElseThrow(() -> OauthException.invalidGrant("no client credentials user enabled"));
        Scopes scopes = app.scopes().forServers();
        if (scopes.isEmpty()) {
            throw OauthException.invalidGrant("no valid scopes defined");
        }
        authority.policy().admit(person);
        authority.policy().count(person);
        return new Issue(person, new Approval(app, scopes, null), null);
    }
}
