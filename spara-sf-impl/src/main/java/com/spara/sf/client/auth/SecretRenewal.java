package com.spara.sf.client.auth;

import com.spara.sf.connect.ClientCredentials;

/** The client credentials flow: the same request again (RFC 6749, section 4.4), which may be repeated freely. */
final class SecretRenewal implements Renewal {

    private final TokenEndpoint endpoint;
    private final AppKey app;

    SecretRenewal(TokenEndpoint endpoint, ClientCredentials credentials) {
        this.endpoint = endpoint;
        this.app = new AppKey(credentials.consumerKey(), credentials.revealSecret());
    }

    @Override
    public boolean isUnattended() {
        return true;
    }

    @Override
    public ConnectionRecord renew(ConnectionRecord record, Errand errand) throws OauthFailure {
        return record.given(
                endpoint.token(record.requirePlace().login(), app.form("client_credentials"), errand.deadline()));
    }
}
