package com.spara.sf.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.OrgUnreachableException;
import com.spara.sf.ReconnectionRequiredException;
import com.spara.sf.connect.Connection;
import com.spara.sf.connect.WebLogin;
import com.spara.sf.spi.StoredConnection;
import com.spara.sf.spi.TokenStore;
import com.spara.sf.spi.Transport;
import com.spara.sf.spi.WireResponse;
import com.spara.sf.testkit.Call;
import com.spara.sf.testkit.FakeOrg;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long a client goes by what it saw of a connection, and when the listener hears of a change. */
class ConnectionChangesTest extends OnConnectedOrg {

    private static final String EXPIRED =
            "[{\"errorCode\":\"INVALID_SESSION_ID\",\"message\":\"Session expired or invalid\"}]";

    private final AtomicInteger loads = new AtomicInteger();

    private final TokenStore counting = new TokenStore() {
        @Override
        public Optional<StoredConnection> load(String connection) {
            loads.incrementAndGet();
            return store.load(connection);
        }

        @Override
        public void save(String connection, StoredConnection stored) {
            store.save(connection, stored);
        }
    };

    private final Connection watched = salesforce.withTokenStore(counting).connection("acme");

    @Test
    void withinAMinutePushesDoNotAskTheStore() {
        connect(watched);
        loads.set(0);
        org.clock().advance(Duration.ofSeconds(59));
        watched.sync(settings).push(ada);
        watched.sync(settings).push(ada);
        assertEquals(0, loads.get());
    }

    @Test
    void afterAMinuteAPushLooksWhetherAnotherProcessChangedSomething() {
        connect(watched);
        watched.sync(settings).push(ada);
        acme.disconnect();
        org.clock().advance(Duration.ofMinutes(1));
        assertThrows(
                ReconnectionRequiredException.class,
                () -> watched.sync(settings).push(ada));
    }

    @Test
    void whoIsNotConnectedLooksEachTime() {
        assertFalse(watched.state().isConnected());
        connect();
        assertTrue(watched.state().isConnected());
    }

    @Test
    void aConnectionThatNobodyMadeDoesNotChangeByBeingLookedAt() {
        acme.state();
        org.clock().advance(Duration.ofHours(1));
        acme.state();
        assertEquals(List.of(), heard);
    }

    @Test
    void aTokenThatIsRefusedRightAfterItCameIsHeardOfAtOnce() {
        connect();
        acme.state();
        org.next(Call.any()).answers(401, "application/json", EXPIRED).times(2);
        assertThrows(ReconnectionRequiredException.class, this::pushOk);
        assertEquals("acme RECONNECTION_REQUIRED", heard.get(heard.size() - 1));
    }

    @ParameterizedTest
    @CsvSource({"unsupported_token_type, REFRESH_LOST", "invalid_client, invalid_client"})
    void whoIsNotToldWhetherALostTokenIsGoodDoesNotPresentItAgain(String refusal, String reason) {
        byte[] answer = ("{\"error\":\"" + refusal + "\"}").getBytes(StandardCharsets.US_ASCII);
        Connection unsure = salesforceOver(
                        (request, deadline) -> request.uri().getPath().endsWith("/introspect")
                                ? WireResponse.of(400, Map.of("Content-Type", "application/json"), answer)
                                : org.transport().send(request, deadline))
                .connection("unsure");
        connect(unsure);
        expire();
        org.next(refresh()).losesTheRequest();
        assertThrows(
                ReconnectionRequiredException.class, () -> unsure.sync(settings).push(ada));
        assertEquals(0, refreshes());
        assertEquals(reason, unsure.state().reason().code());
    }

    @Test
    void pausesOfALoginServerInTroubleDouble() {
        List<Duration> pauses = new ArrayList<>();
        Connection patient = salesforce
                .withSleeper(time -> {
                    pauses.add(time);
                    org.clock().advance(time);
                })
                .connection("acme");
        connect(patient);
        expire();
        org.next(refresh()).refusesLogin("server_error", "x").times(9);
        assertThrows(OrgUnreachableException.class, () -> patient.sync(settings).push(ada));
        assertEquals(3, pauses.size());
        for (int i = 0; i < 3; i++) {
            long millis = pauses.get(i).toMillis();
            assertTrue(millis >= 500L << i && millis <= 1_000L << i, pauses.toString());
        }
    }

    @Test
    void whoConnectsAnotherOrgUnderTheSameNamePushesThere() {
        FakeOrg other = FakeOrg.create("globex");
        other.app(KEY).secret(SECRET).callback(CALLBACK);
        Connection moving = salesforceOver(
                        (request, deadline) -> request.uri().getHost().startsWith("globex")
                                ? other.transport().send(request, deadline)
                                : org.transport().send(request, deadline))
                .connection("moving");
        connect(moving);
        moving.sync(settings).push(ada);
        WebLogin login = moving.beginLogin("globex.my.salesforce.com");
        moving.finishLogin(login, other.logins().allow(login.url(), other.user()));
        moving.sync(settings).push(ada);
        assertEquals(1, other.records("Lead").size());
    }

    private Salesforce salesforceOver(Transport wire) {
        return Salesforce.over(wire)
                .withClock(org.clock())
                .withSleeper(time -> org.clock().advance(time))
                .withApp(webApp);
    }
}
