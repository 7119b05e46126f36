package com.spara.sf.testkit.oauth;

/** {@code authorization_code}: a code for tokens, once. */
final class CodeFlow implements Flow {
    private final Authority authority;

    CodeFlow(Authority authority) {
        this.authority = authority;
    }

    @Override
    public Issue issue(OauthRequest request) {
        App app = Client.of(request, authority).proven();
        Code code = authority.codes().require(request.form("code").orElse(""), app);
        Code.Consent consent = code.consent();
        requireSameRedirect(request, consent);
        consent.challenge().ifPresent(challenge -> Pkce.verify(challenge, request.form("code_verifier")));
        Person person = authority
                .people()
                .find(code.userId())
                .orElseThrow(() -> OauthException.invalidGrant("authentication failure"));
        authority.admit(app, person);
        authority.policy().count(person);
        code.spend();
        return approved(person, consent);
    }

    private static void requireSameRedirect(OauthRequest request, Code.Consent consent) {
        String sent = request.form("redirect_uri")
                .orElseThrow(() -> new OauthException("redirect_uri_missing", "redirect_uri missing"));
        if (!sent.equals(consent.redirectUri())) {
            throw new OauthException("redirect_uri_mismatch", "redirect_uri must match configuration");
        }
    }

    private Issue approved(Person person, Code.Consent consent) {
        Approval approval = new Approval(consent.app(), consent.scopes(), null);
        if (!consent.scopes().giveRefreshToken()) {
            return new Issue(person, approval, null);
        }
        Grant grant = authority.openGrants().open(person, approval);
        return new Issue(person, new Approval(consent.app(), consent.scopes(), grant), grant.token());
    }
}
