package com.spara.sf.client.auth;

import com.spara.sf.Reason;

/** A token that the host gave: there is no other one after it. */
final class GivenToken implements Renewal {

    @Override
    public ConnectionRecord renew(ConnectionRecord record, Errand errand) throws OauthFailure {
        throw OauthFailure.gone(Reason.of(
                "INVALID_SESSION_ID",
                "Salesforce does not accept the access token: it is expired, revoked or of another org, and cannot be "
                        + "renewed. Connect with a new one."));
    }
}
