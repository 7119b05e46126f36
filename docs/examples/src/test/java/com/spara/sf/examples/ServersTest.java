package com.spara.sf.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.ReconnectionRequiredException;
import com.spara.sf.RecordId;
import com.spara.sf.connect.Connection;
import com.spara.sf.testkit.Call;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that connect without a person: by an assertion, by a secret, by a token. */
class ServersTest extends OnAcme {

    private static final KeyPair KEYS = keys();

    private final RecordId user = org.user("Sync User", "sync@acme.example");

    @TempDir
    Path folder;

    @BeforeEach
    void theAppTrustsTheKey() {
        org.app("server-key").certificate(KEYS.getPublic()).secret("server-secret");
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String pem(PrivateKey key) {
        String base64 = Base64.getMimeEncoder().encodeToString(key.getEncoded());
        return "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n";
    }

    private Connection byAssertion() throws IOException {
        Path keyFile = Files.writeString(folder.resolve("salesforce.key"), pem(KEYS.getPrivate()));
        return Servers.byAssertion(salesforce, "server-key", keyFile);
    }

    private void push(Connection connection) {
        connection.sync(settings).push(ada);
    }

    private long tokens(String grant) {
        return org.calls().all().stream()
                .filter(call -> call.resource().equals("oauth2/token"))
                .filter(call -> call.requestBody().contains("grant_type=" + grant))
                .count();
    }

    @Test
    void anAssertionIsSignedWheneverATokenIsNeeded() throws IOException {
        org.app("server-key").preAuthorise(user);
        Connection nightly = byAssertion();
        push(nightly);
        expire();
        push(nightly);
        assertEquals(2, tokens("urn"));
        assertEquals("Acme", org.only("Lead").text("Company"));
    }

    @Test
    void whoWasNotPreAuthorisedIsToldAndTriedAgain() throws IOException {
        Connection nightly = byAssertion();
        assertThrows(ReconnectionRequiredException.class, () -> push(nightly));
        assertTrue(nightly.state().reason().text().contains("pre-authorises"));
        org.app("server-key").preAuthorise(user);
        assertTrue(nightly.reconnect().isConnected());
        push(nightly);
    }

    @Test
    void aSecretIsEnoughForTheRunAsUser() {
        org.app("server-key").runsAs(user);
        Connection nightly = Servers.bySecret(salesforce, "server-key", "server-secret");
        push(nightly);
        expire();
        push(nightly);
        assertEquals(2, tokens("client_credentials"));
    }

    @Test
    void anAppWithoutARunAsUserIsNamed() {
        org.app("server-key").allowsClientCredentials();
        Connection nightly = Servers.bySecret(salesforce, "server-key", "server-secret");
        assertThrows(ReconnectionRequiredException.class, () -> push(nightly));
        assertTrue(nightly.state().reason().text().contains("run-as user"));
    }

    @Test
    void aTokenIsGoodUntilItExpires() {
        Connection once = Servers.byToken(salesforce, org.token());
        push(once);
        org.revokeTokens();
        assertThrows(ReconnectionRequiredException.class, () -> push(once));
        assertEquals("INVALID_SESSION_ID", once.state().reason().code());
    }

    @Test
    void troubleOfTheLoginServerLeavesTheConnectionConnected() throws IOException {
        org.app("server-key").preAuthorise(user);
        org.next(Call.token()).refusesLogin(503, "service_unavailable", "try later");
        push(byAssertion());
        assertTrue(byAssertion().state().isConnected());
    }
}
