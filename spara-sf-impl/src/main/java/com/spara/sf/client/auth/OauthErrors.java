package com.spara.sf.client.auth;

import com.spara.sf.Reason;
import java.util.List;
import java.util.Locale;

/**
 * What Salesforce's OAuth errors mean, and what somebody has to do about each (Salesforce help, "OAuth 2.0 Error Codes"). An
 * error that is not in the table is final, and is kept as Salesforce wrote it. The description decides in one case only, since
 * a token request that is being processed has no code of its own; elsewhere it picks the words.
 */
final class OauthErrors {

    /** What a client can do about an error. */
    enum Verdict {
        /** Access is gone until somebody acts. */
        FINAL,
        /** Salesforce is in trouble; later may be better. */
        LATER,
        /** The same token request is under way elsewhere. */
        BUSY,
        /** Too many logins of the user. */
        TOO_MANY
    }

    private record Row(String error, String words, Verdict verdict, String advice) {}

    private static final int LONGEST = 100;
    private static final String ANY = "";

    private static final List<Row> TABLE = List.of(
            row("invalid_grant", "already being processed", Verdict.BUSY, "The same token request is under way."),
            row(
                    "invalid_grant",
                    "access/refresh token",
                    "The grant was revoked, has expired, or was replaced by newer ones of the same user. Connect the org again."),
            row("invalid_grant", "inactive user", "The connected user is inactive. " + Words.ACTIVATE),
            row("inactive_user", ANY, "The connected user is inactive. " + Words.ACTIVATE),
            row(
                    "invalid_grant",
                    "ip ",
                    "The org does not let the app in from this network address. The admin allows the address, "
                            + "or relaxes IP restrictions in the app's policies."),
            row(
                    "invalid_grant",
                    "login hours",
                    "The connected user may not log in at this hour. The admin changes the login hours of the profile."),
            row(
                    "invalid_grant",
                    "approved this consumer",
                    "The user has not approved the app. The admin pre-authorises the user's profile or permission set in the "
                            + "app's policies."),
            row("invalid_grant", "authorization code", "The login took too long, or was used already. Begin it again."),
            row(
                    "invalid_grant",
                    "audience",
                    "The assertion is meant for another login server. Use test.salesforce.com for sandboxes, "
                            + "login.salesforce.com else."),
            row(
                    "invalid_grant",
                    "assertion",
                    "Salesforce does not accept the assertion. Check the app's certificate, the user name and the clock."),
            row(
                    "invalid_grant",
                    "no client credentials user",
                    "The app has no run-as user. The admin sets one in the app's client credentials policy."),
            row(
                    "invalid_grant",
                    "no valid scopes",
                    "The app has no scope that this flow can have. The admin adds the scope api."),
            row(
                    "invalid_grant",
                    "authentication failure",
                    "The connected user's password or state has changed. Connect the org again."),
            row("invalid_grant", ANY, "Salesforce does not accept the grant any more. Connect the org again."),
            row(
                    "bad_jti_claim",
                    ANY,
                    "Salesforce has seen the assertion before. Check the clock, and that no other process uses the same."),
            row(
                    "invalid_client_id",
                    ANY,
                    "The org does not know the app's consumer key. Check the key and the org; a new app takes about ten "
                            + "minutes to be known."),
            row("invalid_client", ANY, "The app's consumer secret is wrong, or was changed. Give the current one."),
            row(
                    "invalid_app_access",
                    ANY,
                    "The user may not use the app. The admin assigns the app to the user's profile or permission set."),
            row("app_blocked", ANY, "The org blocks the app. The admin unblocks or installs it under Connected Apps."),
            row(
                    "OAUTH_EC_APP_NOT_FOUND",
                    ANY,
                    "The app is not installed in the org. The admin installs it, then the login is begun again."),
            row("app_not_found", ANY, "The app is not installed in the org. The admin installs it."),
            row("inactive_org", ANY, "The org is locked, closed or suspended. The customer asks Salesforce."),
            row(
                    "rate_limit_exceeded",
                    ANY,
                    Verdict.TOO_MANY,
                    "The user has logged in too often within the hour. It passes by itself."),
            row(
                    "unsupported_grant_type",
                    ANY,
                    "The app does not allow this flow. The admin enables it in the app's OAuth settings."),
            row("oauth_flow_disabled", ANY, "The org has switched this flow off. The admin enables it for the app."),
            row("unsupported_response_type", ANY, "The app does not allow this flow. The admin enables it."),
            row("redirect_uri_missing", ANY, Words.CALLBACK),
            row("redirect_uri_mismatch", ANY, Words.CALLBACK),
            row(
                    "invalid_scope",
                    ANY,
                    "The app does not have a scope that was asked for. The admin adds api and refresh_token."),
            row(
                    "invalid_request",
                    ANY,
                    "Salesforce found the token request wrong. Check the app's settings, PKCE among them."),
            row("access_denied", ANY, "The person refused access. Begin the login again when they agree."),
            row("server_error", ANY, Verdict.LATER, Words.TROUBLE),
            row("service_unavailable", ANY, Verdict.LATER, Words.TROUBLE),
            row("temporarily_unavailable", ANY, Verdict.LATER, Words.TROUBLE),
            row("system_down", ANY, Verdict.LATER, Words.TROUBLE),
            row("unknown_error", ANY, Verdict.LATER, Words.TROUBLE));

    /** Texts that several rows share. */
    private static final class Words {
        static final String ACTIVATE = "The admin activates the user, or somebody else connects the org.";
        static final String CALLBACK =
                "The app has another callback address than the host. Make them equal to the letter.";
        static final String TROUBLE = "Salesforce's login is in trouble and may be well again soon.";
    }

    private OauthErrors() {}

    private static Row row(String error, String words, String advice) {
        return row(error, words, Verdict.FINAL, advice);
    }

    private static Row row(String error, String words, Verdict verdict, String advice) {
        return new Row(error, words, verdict, advice);
    }

    static Verdict verdict(String error, String description) {
        return find(error, description).verdict();
    }

    /** The error as its code, what to do as the text, and the description as Salesforce's words. */
    static Reason reason(String error, String description) {
        return Reason.of(plain(error), find(error, description).advice()).quoting(plain(description));
    }

    private static Row find(String error, String description) {
        String words = description.toLowerCase(Locale.ROOT);
        return TABLE.stream()
                .filter(row -> row.error().equals(error) && words.contains(row.words()))
                .findFirst()
                .orElseGet(() -> row(
                        error,
                        ANY,
                        "Salesforce refused with an error that this version does not know. Connect the org again."));
    }

    private static String plain(String text) {
        String line = text.replaceAll("\\p{Cntrl}", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST);
    }
}
