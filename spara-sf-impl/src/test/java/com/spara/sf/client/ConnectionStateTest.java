package com.spara.sf.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.spara.sf.LimitReachedException;
import com.spara.sf.OrgUnreachableException;
import com.spara.sf.ReasonCode;
import com.spara.sf.ReconnectionRequiredException;
import com.spara.sf.SalesforceException;
import com.spara.sf.connect.AccessToken;
import com.spara.sf.connect.Connection;
import com.spara.sf.connect.ConnectionState;
import com.spara.sf.connect.ConnectionState.Status;
import com.spara.sf.connect.SalesforceListener;
import com.spara.sf.spi.StoredConnection;
import com.spara.sf.sync.PushBatch;
import com.spara.sf.sync.PushPlan;
import com.spara.sf.testkit.Call;
import com.spara.sf.testkit.FakeOrg;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows 11 and 12 of the contract: a connection says honestly how it stands, and lets go. */
class ConnectionStateTest extends OnConnectedOrg {

    @Test
    void aTokenThatNobodyTriedIsNotSaidToWork() {
        ConnectionState state =
                salesforce.connect(org.url(), AccessToken.of("00Dnever")).state();
        assertTrue(state.isConnected());
        assertEquals(
                "Calls are made with the token that was given; the first one shows whether Salesforce takes it.",
                state.reason().text());
    }

    @Test
    void nobodyHasConnectedItYet() {
        assertEquals(Status.NEVER_CONNECTED, acme.state().status());
        assertThrows(ReconnectionRequiredException.class, acme::url);
        ReconnectionRequiredException thrown = assertThrows(ReconnectionRequiredException.class, this::pushOk);
        assertEquals(ReasonCode.NEVER_CONNECTED, thrown.reason().code());
        assertTrue(thrown.reason().text().contains("'acme'"), thrown.reason().text());
        assertEquals(0, org.calls().all().size());
    }

    @Test
    void aSyncMayBeTakenBeforeTheOrgIsConnected() {
        var sync = acme.sync(settings);
        connect();
        sync.push(ada);
        assertEquals(1, org.records("Lead").size());
    }

    @Test
    void aRevokedGrantRequiresReconnectionAndSaysWhatToDo() {
        connect();
        org.logins().grants().get(0).revoke();
        assertThrows(ReconnectionRequiredException.class, this::pushOk);
        ConnectionState state = acme.state();
        assertTrue(state.isReconnectionRequired());
        assertEquals("invalid_grant", state.reason().code());
        assertEquals(
                "expired access/refresh token", state.reason().salesforceWords().orElseThrow());
        assertTrue(state.reason().text().contains("Connect the org again"));
        assertEquals(org.clock().instant(), state.since());
    }

    @Test
    void whoAsksForARevokedGrantOnceMoreHearsTheSameReason() {
        connect();
        org.logins().grants().get(0).revoke();
        assertThrows(ReconnectionRequiredException.class, this::pushOk);
        assertEquals("invalid_grant", acme.reconnect().reason().code());
    }

    @Test
    void whileReconnectionIsRequiredNoCallGoesOutAndEachPushSaysSoAtOnce() {
        connect();
        org.logins().grants().get(0).revoke();
        assertThrows(ReconnectionRequiredException.class, this::pushOk);
        int before = org.calls().all().size();
        assertThrows(ReconnectionRequiredException.class, this::pushOk);
        PushBatch batch = acme.sync(settings).pushAll(List.of(ada, ada.with("company", "Globex")));
        assertEquals(2, batch.neverSent().size());
        assertEquals(before, org.calls().all().size());
        assertEquals(List.of("acme CONNECTED", "acme RECONNECTION_REQUIRED"), heard);
    }

    @Test
    void whoConnectsAgainGoesOnWithTheSameSettings() {
        connect();
        var sync = acme.sync(settings);
        org.logins().grants().get(0).revoke();
        assertThrows(ReconnectionRequiredException.class, () -> sync.push(ada));
        connect();
        sync.push(ada);
        assertEquals("Acme", org.only("Lead").text("Company"));
        assertEquals(List.of("acme CONNECTED", "acme RECONNECTION_REQUIRED", "acme CONNECTED"), heard);
    }

    @Test
    void whatTheAdminMendedIsTriedOnceMore() {
        connect();
        expire();
        org.logins().ipIsRestricted(true);
        assertThrows(ReconnectionRequiredException.class, this::pushOk);
        assertTrue(acme.reconnect().isReconnectionRequired());
        org.logins().ipIsRestricted(false);
        assertTrue(acme.reconnect().isConnected());
        pushOk();
    }

    @Test
    void reconnectingWhatIsConnectedDoesNothing() {
        connect();
        long before = tokenRequests();
        assertTrue(acme.reconnect().isConnected());
        assertEquals(before, tokenRequests());
    }

    @Test
    void disconnectingRevokesByBodyAndForgetsTheTokens() {
        connect();
        ConnectionState state = acme.disconnect();
        assertEquals(Status.DISCONNECTED, state.status());
        assertTrue(state.warnings().isEmpty());
        assertFalse(org.logins().grants().get(0).isLive());
        assertTrue(org.calls().all().stream()
                .anyMatch(call -> call.resource().equals("oauth2/revoke")
                        && call.method().equals("POST")
                        && call.requestBody().startsWith("token=")));
        String kept = store.load("acme").orElseThrow().reveal();
        assertTrue(kept.contains("\"refreshToken\":\"\"") && kept.contains("\"consumerSecret\":\"\""), kept);
    }

    @Test
    void disconnectingWhatWasRevokedAlreadyCountsAsDone() {
        connect();
        org.logins().grants().get(0).revoke();
        ConnectionState state = acme.disconnect();
        assertEquals(Status.DISCONNECTED, state.status());
        assertTrue(state.warnings().isEmpty(), state.toString());
    }

    @Test
    void aPageOfAProxyIsNoRevocation() {
        connect();
        org.next(Call.revoke()).answers(200, "text/html", "<html>proxy</html>");
        assertEquals(ReasonCode.NOT_REVOKED, acme.disconnect().warnings().get(0).code());
    }

    @Test
    void aGrantThatCouldNotBeRevokedIsForgottenAndSaid() {
        connect();
        org.next(Call.revoke()).isNeverSent();
        ConnectionState state = acme.disconnect();
        assertEquals(Status.DISCONNECTED, state.status());
        assertEquals(ReasonCode.NOT_REVOKED, state.warnings().get(0).code());
        assertThrows(ReconnectionRequiredException.class, this::pushOk);
    }

    @Test
    void settingsWorkAgainAfterTheNextConnect() {
        connect();
        var sync = acme.sync(settings);
        acme.disconnect();
        ReconnectionRequiredException thrown = assertThrows(ReconnectionRequiredException.class, () -> sync.push(ada));
        assertEquals(ReasonCode.DISCONNECTED, thrown.reason().code());
        connect();
        sync.push(ada);
        assertEquals(1, org.records("Lead").size());
    }

    @Test
    void disconnectingTwiceOrNeverConnectedIsFine() {
        assertEquals(Status.NEVER_CONNECTED, acme.disconnect().status());
        connect();
        acme.disconnect();
        assertEquals(Status.DISCONNECTED, acme.disconnect().status());
        assertEquals(1, requests("oauth2/revoke"));
    }

    /** The rows of the OAuth error table, and one that nobody knows. */
    static Stream<Arguments> oauthErrors() {
        return Stream.of(
                arguments("invalid_grant", "expired access/refresh token", "Connect the org again"),
                arguments("invalid_grant", "authentication failure", "Connect the org again"),
                arguments("invalid_grant", "inactive user", "activates the user"),
                arguments("inactive_user", "User is inactive", "activates the user"),
                arguments("invalid_grant", "ip restricted", "network address"),
                arguments("invalid_grant", "ip not allowed", "network address"),
                arguments("invalid_grant", "invalid login hours", "login hours"),
                arguments("invalid_grant", "user hasn't approved this consumer", "pre-authorises"),
                arguments("invalid_grant", "expired authorization code", "Begin it again"),
                arguments("invalid_grant", "invalid authorization code", "Begin it again"),
                arguments("invalid_grant", "in einer anderen Sprache", "Connect the org again"),
                arguments("invalid_client_id", "client identifier invalid", "consumer key"),
                arguments("invalid_client", "invalid client credentials", "consumer secret"),
                arguments("invalid_app_access", "user is not admin approved to access this app", "assigns the app"),
                arguments("inactive_org", "Org is locked, closed, or suspended", "locked, closed or suspended"),
                arguments("unsupported_grant_type", "grant type not supported", "enables it"),
                arguments("unsupported_response_type", "", "enables it"),
                arguments("redirect_uri_missing", "", "callback address"),
                arguments("redirect_uri_mismatch", "", "callback address"),
                arguments("invalid_scope", "", "scope"),
                arguments("invalid_request", "", "app's settings"),
                arguments("access_denied", "end-user denied authorization", "refused access"),
                arguments("OAUTH_EC_APP_NOT_FOUND", "not installed", "installs it"),
                arguments("app_blocked", "", "blocks the app"),
                arguments("brand_new_error", "whatever it says", "does not know"));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("oauthErrors")
    void everyFinalOauthErrorLeadsToItsState(String error, String description, String advice) {
        connect();
        expire();
        org.next(refresh()).refusesLogin(error, description);
        assertThrows(ReconnectionRequiredException.class, this::pushOk);
        ConnectionState state = acme.state();
        assertTrue(state.isReconnectionRequired());
        assertEquals(error, state.reason().code());
        assertEquals(description, state.reason().salesforceWords().orElse(""));
        assertTrue(state.reason().text().contains(advice), state.reason().text());
    }

    static Stream<Arguments> passingErrors() {
        return Stream.of(
                arguments("server_error", OrgUnreachableException.class),
                arguments("service_unavailable", OrgUnreachableException.class),
                arguments("system_down", OrgUnreachableException.class),
                arguments("unknown_error", OrgUnreachableException.class),
                arguments("rate_limit_exceeded", LimitReachedException.class));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("passingErrors")
    void everyPassingOauthErrorLeavesTheConnectionConnected(String error, Class<? extends SalesforceException> kind) {
        connect();
        expire();
        org.next(refresh()).refusesLogin(error, "x").times(4);
        assertThrows(kind, this::pushOk);
        assertTrue(acme.state().isConnected());
        org.clock().advance(Duration.ofMinutes(10));
        assertTrue(org.logins().grants().get(0).isLive());
    }

    @Test
    void whatAPlanReadOfOneOrgIsNotWrittenToAnother() {
        connect();
        PushPlan plan = acme.sync(settings).plan(ada);
        var other = FakeOrg.create("globex");
        other.app(KEY).secret(SECRET).callback(CALLBACK);
        Connection there = Salesforce.over(other.transport())
                .withClock(other.clock())
                .withApp(webApp)
                .withTokenStore(store)
                .connection("acme");
        var login = there.beginLogin("globex.my.salesforce.com");
        there.finishLogin(login, other.logins().allow(login.url(), other.user()));
        assertEquals(
                ReasonCode.PLAN_FOREIGN,
                there.sync(settings).push(plan).lead().reason().code());
        assertEquals(0, other.records("Lead").size());
    }

    @Test
    void aListenerThatThrowsIsWithoutEffect() {
        Connection connection = salesforce
                .withListener(new SalesforceListener() {
                    @Override
                    public void connectionChanged(String name, ConnectionState state) {
                        throw new IllegalStateException("the host's own fault");
                    }
                })
                .connection("acme");
        assertTrue(connect(connection).isConnected());
    }

    @Test
    void whatAStoreCannotReadAnyMoreIsSaidAndMendedByALogin() {
        store.save("acme", StoredConnection.of("canary {"));
        IllegalStateException thrown = assertThrows(IllegalStateException.class, acme::state);
        assertTrue(thrown.getMessage().contains("'acme'"));
        assertFalse(thrown.getMessage().contains("canary"));
        assertTrue(connect().isConnected());
    }
}
