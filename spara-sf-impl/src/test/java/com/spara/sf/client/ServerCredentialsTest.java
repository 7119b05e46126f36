package com.spara.sf.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.OrgUnreachableException;
import com.spara.sf.ReconnectionRequiredException;
import com.spara.sf.connect.AccessToken;
import com.spara.sf.connect.ClientCredentials;
import com.spara.sf.connect.Connection;
import com.spara.sf.connect.ConnectionState.Status;
import com.spara.sf.connect.Credentials;
import com.spara.sf.connect.JwtBearer;
import com.spara.sf.spi.WireResponse;
import com.spara.sf.testkit.Call;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers connect without a person: by a signed assertion, or by a key and a secret. */
class ServerCredentialsTest extends OnConnectedOrg {

    private static final KeyPair KEYS = keys();

    private final JwtBearer jwt = JwtBearer.of(KEY, "admin@acme.example", KEYS.getPrivate());

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @BeforeEach
    void theAdminPreparesTheApp() {
        app.certificate(KEYS.getPublic())
                .preAuthorise(org.user())
                .allowsClientCredentials()
                .runsAs(org.user());
    }

    private void push(Credentials credentials) {
        salesforce.connect(org.url(), credentials).sync(settings).push(ada);
    }

    @Test
    void aSignedAssertionConnectsAndIsSignedAnewAfterExpiry() {
        push(jwt);
        expire();
        push(jwt);
        assertEquals(2, tokenRequests());
        assertEquals("Acme", org.only("Lead").text("Company"));
    }

    @Test
    void aKeyAndASecretConnectAndAreSentAgainAfterExpiry() {
        push(ClientCredentials.of(KEY, SECRET));
        expire();
        push(ClientCredentials.of(KEY, SECRET));
        assertEquals(2, tokenRequests());
    }

    @ParameterizedTest
    @CsvSource({
        "acme.my.salesforce.com, https://login.salesforce.com",
        "acme--dev.sandbox.my.salesforce.com, https://test.salesforce.com"
    })
    void anAssertionIsMeantForTheLoginServerOfItsOrg(String address, String audience) {
        List<String> forms = new ArrayList<>();
        Salesforce wire = Salesforce.over((request, deadline) -> {
            forms.add(new String(request.openBody().readAllBytes(), StandardCharsets.US_ASCII));
            return WireResponse.of(400, Map.of(), new byte[0]);
        });
        Connection connection = wire.withSleeper(time -> {}).connect(address, jwt);
        assertThrows(OrgUnreachableException.class, connection::reconnect);
        String claims = forms.get(0).split("\\.")[1];
        assertTrue(new String(Base64.getUrlDecoder().decode(claims), StandardCharsets.UTF_8)
                .contains("\"" + audience + "\""));
    }

    @Test
    void nothingIsAskedForBeforeItIsNeeded() {
        salesforce.connect(org.url(), jwt).sync(settings);
        assertEquals(0, org.calls().all().size());
    }

    @Test
    void allHandlesOfTheSameCredentialsShareOneToken() {
        push(jwt);
        push(JwtBearer.of(KEY, "admin@acme.example", KEYS.getPrivate()));
        assertEquals(1, tokenRequests());
    }

    @Test
    void aLostAnswerIsAskedForAgain() {
        org.next(Call.token()).losesItsAnswerAfterCommit();
        push(jwt);
        assertEquals(2, tokenRequests());
    }

    @ParameterizedTest
    @ValueSource(ints = {-600, 600})
    void aClockThatIsWrongIsMadeGoodBySalesforcesOwn(int seconds) {
        Clock wrong = Clock.offset(org.clock(), Duration.ofSeconds(seconds));
        Salesforce.over(org.transport())
                .withClock(wrong)
                .withSleeper(time -> {})
                .connect(org.url(), jwt)
                .sync(settings)
                .push(ada);
        assertEquals(1, org.records("Lead").size());
    }

    @Test
    void whatTheAdminForgotIsSaidAndTriedAgainOnRequest() {
        app.withdraw(org.user());
        Connection connection = salesforce.connect(org.url(), jwt);
        assertThrows(
                ReconnectionRequiredException.class,
                () -> connection.sync(settings).push(ada));
        assertTrue(connection.state().reason().text().contains("pre-authorises"));
        app.preAuthorise(org.user());
        assertThrows(
                ReconnectionRequiredException.class,
                () -> connection.sync(settings).push(ada));
        assertTrue(connection.reconnect().isConnected());
        connection.sync(settings).push(ada);
    }

    @Test
    void aWrongSecretIsSaid() {
        Connection connection = salesforce.connect(org.url(), ClientCredentials.of(KEY, "wrong"));
        assertThrows(
                ReconnectionRequiredException.class,
                () -> connection.sync(settings).push(ada));
        assertEquals("invalid_client", connection.state().reason().code());
    }

    @Test
    void aLoginServerThatIsAwayIsNoEnd() {
        org.next(Call.token()).isNeverSent().times(4);
        Connection connection = salesforce.connect(org.url(), jwt);
        assertThrows(
                OrgUnreachableException.class, () -> connection.sync(settings).push(ada));
        assertEquals(Status.NEVER_CONNECTED, connection.state().status());
        connection.sync(settings).push(ada);
        assertTrue(connection.state().isConnected());
    }

    @Test
    void aGivenTokenIsNotRenewed() {
        Connection connection = salesforce.connect(org.url(), AccessToken.of(org.token()));
        org.revokeTokens();
        assertThrows(
                ReconnectionRequiredException.class,
                () -> connection.sync(settings).push(ada));
        assertEquals(0, tokenRequests());
        assertEquals("INVALID_SESSION_ID", connection.state().reason().code());
    }

    @Test
    void disconnectingEndsTheSessionOfAServer() {
        Connection connection = salesforce.connect(org.url(), jwt);
        connection.sync(settings).push(ada);
        assertEquals(Status.DISCONNECTED, connection.disconnect().status());
        assertEquals(1, requests("oauth2/revoke"));
        assertThrows(
                ReconnectionRequiredException.class,
                () -> connection.sync(settings).push(ada));
    }

    @Test
    void nobodyLogsInToAConnectionByCredentials() {
        Connection connection = salesforce.connect(org.url(), jwt);
        IllegalStateException thrown =
                assertThrows(IllegalStateException.class, () -> connection.beginLogin("acme.my.salesforce.com"));
        assertTrue(thrown.getMessage().contains("connection(name)"));
    }

    @Test
    void aKeyMayBeGivenAsPem() {
        String pem = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(KEYS.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
        push(JwtBearer.of(KEY, "admin@acme.example", pem));
        IllegalArgumentException thrown = assertThrows(
                IllegalArgumentException.class, () -> JwtBearer.of(KEY, "admin@acme.example", "canary-key"));
        assertTrue(thrown.getMessage().contains("openssl"));
        assertFalse(thrown.toString().contains("canary"), thrown.toString());
    }
}
