package com.spara.sf.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.LoginFailedException;
import com.spara.sf.OrgUnreachableException;
import com.spara.sf.ReasonCode;
import com.spara.sf.ReconnectionRequiredException;
import com.spara.sf.connect.ConnectionState;
import com.spara.sf.connect.ConnectionState.Status;
import com.spara.sf.connect.WebApp;
import com.spara.sf.connect.WebLogin;
import com.spara.sf.sync.Outcome;
import com.spara.sf.testkit.Call;
import com.spara.sf.testkit.FakeOrg;
import java.net.URI;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Row 10 of the contract: a customer enters the org's address, clicks Authorize, and is connected. */
class WebLoginFlowTest extends OnConnectedOrg {

    @Test
    void aCustomerClicksAuthorizeAndIsConnected() {
        WebLogin login = acme.beginLogin("https://acme.lightning.force.com/lightning/page/home");
        assertEquals("https://acme.my.salesforce.com", login.org().toString());
        ConnectionState state = acme.finishLogin(WebLogin.fromText(login.toText()), allowed(login));
        assertTrue(state.isConnected());
        assertEquals(Outcome.CREATED, acme.sync(settings).push(ada).lead().outcome());
    }

    @Test
    void aLoginMayBeFinishedOnAnotherMachine() {
        WebLogin login = acme.beginLogin("acme.my.salesforce.com");
        Salesforce other = Salesforce.over(org.transport())
                .withClock(org.clock())
                .withApp(webApp)
                .withTokenStore(store);
        other.connection("acme").finishLogin(WebLogin.fromText(login.toText()), allowed(login));
        assertTrue(acme.state().isConnected());
        pushOk();
    }

    @Test
    void anAppWithoutASecretWorksToo() {
        org.app("public").needsNoSecret().callback(CALLBACK).requiresPkce();
        var connection = salesforce.withApp(WebApp.of("public", CALLBACK)).connection("public");
        connect(connection);
        expire();
        assertEquals(Outcome.CREATED, connection.sync(settings).push(ada).lead().outcome());
    }

    @Test
    void thePersonWhoRefusesChangesNothing() {
        WebLogin login = acme.beginLogin("acme.my.salesforce.com");
        URI back = org.logins().deny(login.url());
        LoginFailedException thrown = assertThrows(LoginFailedException.class, () -> acme.finishLogin(login, back));
        assertEquals("access_denied", thrown.reason().code());
        assertEquals(Status.NEVER_CONNECTED, acme.state().status());
    }

    static Stream<Arguments> strangers() {
        return Stream.of(
                Arguments.of("another state", "?code=x&state=other"),
                Arguments.of("no state", "?code=x"),
                Arguments.of("no query", ""),
                Arguments.of("a state twice", "?code=x&state=a&state=b"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("strangers")
    void whoComesBackFromElsewhereIsRefusedWithoutACall(String name, String query) {
        WebLogin login = acme.beginLogin("acme.my.salesforce.com");
        LoginFailedException thrown =
                assertThrows(LoginFailedException.class, () -> acme.finishLogin(login, URI.create(CALLBACK + query)));
        assertEquals(ReasonCode.LOGIN_NOT_OURS, thrown.reason().code());
        assertEquals(0, tokenRequests());
    }

    @Test
    void aLoginIsFinishedOnce() {
        WebLogin login = acme.beginLogin("acme.my.salesforce.com");
        URI back = allowed(login);
        acme.finishLogin(login, back);
        LoginFailedException thrown = assertThrows(LoginFailedException.class, () -> acme.finishLogin(login, back));
        assertEquals(ReasonCode.LOGIN_NOT_OURS, thrown.reason().code());
        assertEquals(1, tokenRequests());
        pushOk();
    }

    @Test
    void aLoginOfAnotherConnectionIsRefused() {
        WebLogin login = salesforce.connection("globex").beginLogin("acme.my.salesforce.com");
        URI back = allowed(login);
        assertThrows(LoginFailedException.class, () -> acme.finishLogin(login, back));
    }

    @Test
    void aLoginOfAnotherAppIsRefused() {
        WebLogin login = acme.beginLogin("acme.my.salesforce.com");
        URI back = allowed(login);
        var other = salesforce.withApp(WebApp.of("other", CALLBACK)).connection("acme");
        assertThrows(LoginFailedException.class, () -> other.finishLogin(login, back));
    }

    @Test
    void aLoginIsGoodForOneHour() {
        WebLogin login = acme.beginLogin("acme.my.salesforce.com");
        URI back = allowed(login);
        org.clock().advance(Duration.ofMinutes(61));
        assertThrows(LoginFailedException.class, () -> acme.finishLogin(login, back));
    }

    @Test
    void aCodeThatExpiredIsSalesforcesRefusal() {
        WebLogin login = acme.beginLogin("acme.my.salesforce.com");
        URI back = allowed(login);
        org.clock().advance(Duration.ofMinutes(20));
        LoginFailedException thrown = assertThrows(LoginFailedException.class, () -> acme.finishLogin(login, back));
        assertEquals("invalid_grant", thrown.reason().code());
        assertTrue(
                thrown.reason().text().contains("Begin it again"),
                thrown.reason().text());
    }

    @Test
    void aLostAnswerToTheExchangeChangesNothing() {
        connect();
        WebLogin login = acme.beginLogin("acme.my.salesforce.com");
        URI back = allowed(login);
        org.next(Call.token()).losesItsAnswerAfterCommit();
        assertThrows(OrgUnreachableException.class, () -> acme.finishLogin(login, back));
        assertTrue(acme.state().isConnected());
        pushOk();
    }

    @Test
    void anAnswerThatLeadsElsewhereIsRefused() {
        WebLogin login = acme.beginLogin("acme.my.salesforce.com");
        URI back = allowed(login);
        org.next(Call.token())
                .answers(
                        200,
                        "application/json",
                        "{\"access_token\":\"00D!x\",\"instance_url\":\"https://my.salesforce.com.evil.example\"}");
        assertThrows(OrgUnreachableException.class, () -> acme.finishLogin(login, back));
        assertFalse(acme.state().isConnected());
    }

    @Test
    void connectingAgainRevokesTheOlderGrant() {
        connect();
        connect();
        assertEquals(2, org.logins().grants().size());
        assertFalse(org.logins().grants().get(0).isLive());
        assertTrue(org.logins().grants().get(1).isLive());
        pushOk();
    }

    @Test
    void anotherOrgUnderTheSameNameIsSaid() {
        connect();
        FakeOrg other = FakeOrg.create("globex");
        other.app(KEY).secret(SECRET).callback(CALLBACK);
        Salesforce there = Salesforce.over(other.transport())
                .withClock(other.clock())
                .withApp(webApp)
                .withTokenStore(store);
        WebLogin login = there.connection("acme").beginLogin("globex.my.salesforce.com");
        ConnectionState state =
                there.connection("acme").finishLogin(login, other.logins().allow(login.url(), other.user()));
        assertTrue(state.warnings().stream().anyMatch(warning -> warning.is(ReasonCode.ANOTHER_ORG)), state.toString());
    }

    @Test
    void aGrantWithoutARefreshTokenIsSaid() {
        WebApp once = webApp.scopes("api");
        var connection = salesforce.withApp(once).connection("once");
        WebLogin login = connection.beginLogin("acme.my.salesforce.com");
        ConnectionState state = connection.finishLogin(login, allowed(login));
        assertEquals(ReasonCode.NO_REFRESH_TOKEN, state.warnings().get(0).code());
        expire();
        assertThrows(
                ReconnectionRequiredException.class,
                () -> connection.sync(settings).push(ada));
        assertEquals(ReasonCode.NO_REFRESH_TOKEN, connection.state().reason().code());
    }

    @Test
    void aHostWithoutAnAppIsToldSo() {
        var none = Salesforce.over(org.transport()).connection("acme");
        IllegalStateException thrown =
                assertThrows(IllegalStateException.class, () -> none.beginLogin("acme.my.salesforce.com"));
        assertTrue(thrown.getMessage().contains("withApp"));
    }
}
