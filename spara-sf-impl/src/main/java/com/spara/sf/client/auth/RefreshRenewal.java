package com.spara.sf.client.auth;

import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The refresh token flow. A refresh token that Salesforce rotates works once, and presenting it again ends the grant; whether
 * it rotates is the admin's to change at any time. So a request goes out only after it was noted; and when its answer did not
 * come, Salesforce is asked whether the token is still good before it is presented again (Salesforce help, article 005316711).
 */
final class RefreshRenewal implements Renewal {

    /** Refusals that say nothing of the token that was asked about. */
    private static final Set<String> NOT_ABOUT_THE_TOKEN = Set.of(
            "invalid_client",
            "invalid_client_id",
            "invalid_app_access",
            "inactive_org",
            "app_blocked",
            "app_not_found",
            "OAUTH_EC_APP_NOT_FOUND");

    private final TokenEndpoint endpoint;
    private final UnaryOperator<AppKey> current;

    /** Makes one; the operator gives an app's key with its current secret, where the host has another than the stored one. */
    RefreshRenewal(TokenEndpoint endpoint, UnaryOperator<AppKey> current) {
        this.endpoint = endpoint;
        this.current = current;
    }

    @Override
    public ConnectionRecord renew(ConnectionRecord record, Errand errand) throws OauthFailure {
        if (record.tokens().refresh().isEmpty()) {
            throw OauthFailure.gone(Reason.of(
                    ReasonCode.NO_REFRESH_TOKEN,
                    "The grant ended with its access token, since the app has no refresh token. Add the scope "
                            + "refresh_token to the app, and connect the org again."));
        }
        if (record.tokens().inDoubt()) {
            requireStillGood(record, errand);
        }
        errand.save().accept(record.with(record.tokens().inDoubt(true)));
        try {
            return refreshed(record, errand);
        } catch (OauthFailure failed) {
            if (broughtNothing(failed)) {
                errand.save().accept(record.with(record.tokens().inDoubt(false)));
            }
            throw failed;
        }
    }

    /** Whether it is certain that no new token was on its way, and the same one may be presented again. */
    private static boolean broughtNothing(OauthFailure failed) {
        return failed.is(OauthFailure.Kind.NOT_SENT) || failed.is(OauthFailure.Kind.TOO_MANY);
    }

    private ConnectionRecord refreshed(ConnectionRecord record, Errand errand) throws OauthFailure {
        AppKey app = current.apply(record.app());
        Map<String, String> form = app.form("refresh_token");
        form.put("refresh_token", record.tokens().refresh());
        TokenAnswer answer = endpoint.token(record.requirePlace().login(), form, errand.deadline());
        return record.given(answer).with(app);
    }

    private void requireStillGood(ConnectionRecord record, Errand errand) throws OauthFailure {
        if (!isStillGood(record, errand)) {
            throw OauthFailure.gone(Reason.of(
                    ReasonCode.REFRESH_LOST,
                    "A new refresh token was on its way and did not arrive, and the old one is not good any more. Connect "
                            + "the org again."));
        }
    }

    private boolean isStillGood(ConnectionRecord record, Errand errand) throws OauthFailure {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("token", record.tokens().refresh());
        form.put("token_type_hint", "refresh_token");
        try {
            return endpoint.isActive(
                    record.requirePlace().login(), current.apply(record.app()).with(form), errand.deadline());
        } catch (OauthFailure failed) {
            boolean willNotSay = failed.is(OauthFailure.Kind.FINAL)
                    && !NOT_ABOUT_THE_TOKEN.contains(failed.reason().code());
            if (willNotSay) {
                return false; // presenting the token without knowing could end the grant
            }
            throw failed;
        }
    }
}
