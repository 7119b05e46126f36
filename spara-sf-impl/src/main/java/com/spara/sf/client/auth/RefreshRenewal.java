package com.spara.sf.client.auth;

import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The refresh token flow. A refresh token that Salesforce rotates works once, and presenting it again ends the grant, so that
 * a request goes out only after it was noted; when its answer did not come, Salesforce is asked whether the token is still
 * good before it is presented again (Salesforce help, article 005316711).
 */
final class RefreshRenewal implements Renewal {

    private final TokenEndpoint endpoint;
    private final UnaryOperator<AppKey> current;

    /** Makes one; the operator gives an app's key with its current secret, where the host has another than the stored one. */
    RefreshRenewal(TokenEndpoint endpoint, UnaryOperator<AppKey> current) {
        this.endpoint = endpoint;
        this.current = current;
    }

    @Override
    public ConnectionRecord renew(ConnectionRecord record, Consumer<ConnectionRecord> save) throws OauthFailure {
        Tokens tokens = record.tokens();
        if (tokens.refresh().isEmpty()) {
            throw OauthFailure.gone(Reason.of(
                    ReasonCode.NO_REFRESH_TOKEN,
                    "The grant ended with its access token, since the app has no refresh token. Add the scope "
                            + "refresh_token to the app, and connect the org again."));
        }
        if (tokens.inDoubt()) {
            requireStillGood(record);
        }
        return tokens.rotation() == Rotation.OFF ? refreshed(record) : refreshedOnce(record, save);
    }

    private ConnectionRecord refreshedOnce(ConnectionRecord record, Consumer<ConnectionRecord> save)
            throws OauthFailure {
        save.accept(record.with(record.tokens().inDoubt(true)));
        try {
            return refreshed(record);
        } catch (OauthFailure failed) {
            if (failed.is(OauthFailure.Kind.NOT_SENT) || failed.is(OauthFailure.Kind.TOO_MANY)) {
                save.accept(record.with(record.tokens().inDoubt(false)));
            }
            throw failed;
        }
    }

    private ConnectionRecord refreshed(ConnectionRecord record) throws OauthFailure {
        AppKey app = current.apply(record.app());
        Map<String, String> form = app.form("refresh_token");
        form.put("refresh_token", record.tokens().refresh());
        TokenAnswer answer = endpoint.token(record.requirePlace().login(), form);
        return record.given(answer).with(record.tokens().refreshedBy(answer)).with(app);
    }

    private void requireStillGood(ConnectionRecord record) throws OauthFailure {
        if (!isStillGood(record)) {
            throw OauthFailure.gone(Reason.of(
                    ReasonCode.REFRESH_LOST,
                    "A new refresh token was on its way when the connection to Salesforce broke, and the old one is not "
                            + "good any more. Connect the org again."));
        }
    }

    private boolean isStillGood(ConnectionRecord record) throws OauthFailure {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("token", record.tokens().refresh());
        form.put("token_type_hint", "refresh_token");
        try {
            return endpoint.isActive(
                    record.requirePlace().login(), current.apply(record.app()).with(form));
        } catch (OauthFailure failed) {
            if (failed.is(OauthFailure.Kind.FINAL)) {
                return false; // Salesforce will not say, and presenting the token without knowing could end the grant
            }
            throw failed;
        }
    }
}
