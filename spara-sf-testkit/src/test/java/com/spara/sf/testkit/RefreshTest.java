package com.spara.sf.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.RecordId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Refresh tokens: how long they are good, how they rotate, how many there are. */
@Timeout(30)
class RefreshTest {
    private final FakeOrg org = FakeOrg.create();
    private final FakeApp app = LoginWire.app(org);
    private final LoginWire wire = new LoginWire(org);

    private void assertExpired(String refreshToken) {
        Wire.Reply reply = wire.refresh(refreshToken);
        assertEquals(400, reply.status());
        assertEquals("invalid_grant", reply.text("/error"));
        assertEquals("expired access/refresh token", reply.text("/error_description"));
    }

    @Test
    void withoutRotationItIsGoodAgainAndAgain() {
        String token = app.refreshToken(org.user());
        Wire.Reply first = wire.refresh(token);
        org.clock().advance(Duration.ofDays(1000));
        Wire.Reply second = wire.refresh(token);
        assertEquals(200, wire.dataStatus(second.text("/access_token")));
        assertNotEquals(first.text("/access_token"), second.text("/access_token"));
        assertTrue(!second.json().asJsonObject().containsKey("refresh_token"));
        assertEquals(2, org.logins().grants().get(0).refreshes());
    }

    @Test
    void rotationReplacesItEachTime() {
        app.rotatesRefreshTokens();
        String first = app.refreshToken(org.user());
        String second = wire.refresh(first).text("/refresh_token");
        String third = wire.refresh(second).text("/refresh_token");
        assertEquals(3, List.of(first, second, third).stream().distinct().count());
        assertEquals(200, wire.refresh(third).status());
        assertTrue(org.logins().grants().get(0).isLive());
    }

    @Test
    void presentingARotatedTokenEndsTheWholeGrant() {
        app.rotatesRefreshTokens();
        String stolen = app.refreshToken(org.user());
        Wire.Reply good = wire.refresh(stolen);
        String elsewhere = wire.refresh(app.refreshToken(org.user())).text("/access_token");
        assertExpired(stolen);
        assertExpired(good.text("/refresh_token"));
        assertEquals(401, wire.dataStatus(good.text("/access_token")));
        assertEquals(200, wire.dataStatus(elsewhere));
        assertTrue(!org.logins().grants().get(0).isLive());
    }

    @Test
    void rotatedTokenInTheHandsOfAnotherAppEndsNothing() {
        app.rotatesRefreshTokens();
        org.app("other").secret("other");
        String spent = app.refreshToken(org.user());
        wire.refresh(spent);
        wire.post(
                "token",
                "grant_type=refresh_token",
                "client_id=other",
                "client_secret=other",
                "refresh_token=" + spent);
        assertTrue(org.logins().grants().get(0).isLive());
    }

    @Test
    void onlyOneOfManyRefreshesAtOnceSucceeds() throws Exception {
        app.rotatesRefreshTokens();
        String token = app.refreshToken(org.user());
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            Callable<Integer> refresh = () -> wire.refresh(token).status();
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> status : threads.invokeAll(Collections.nCopies(8, refresh))) {
                statuses.add(status.get());
            }
            assertEquals(1, Collections.frequency(statuses, 200));
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void wrongSecretDoesNotUseATokenUp() {
        app.rotatesRefreshTokens();
        String token = app.refreshToken(org.user());
        wire.post(
                "token",
                "grant_type=refresh_token",
                "client_id=" + LoginWire.KEY,
                "client_secret=wrong",
                "refresh_token=" + token);
        assertEquals(200, wire.refresh(token).status());
    }

    @Test
    void tokenOfAnotherAppIsRefusedAndStaysGood() {
        FakeApp other = org.app("other").secret("other");
        String token = other.refreshToken(org.user());
        assertExpired(token);
        assertTrue(org.logins().grants().get(0).isLive());
    }

    @Test
    void policyMayLetItExpireAtOnce() {
        app.refreshTokensExpireAtOnce();
        Wire.Reply reply = wire.exchange(wire.code());
        assertExpired(reply.text("/refresh_token"));
        assertEquals(200, wire.dataStatus(reply.text("/access_token")));
    }

    @Test
    void policyMayLetItExpireUnused() {
        app.refreshTokensExpireUnused(Duration.ofDays(30));
        String token = app.refreshToken(org.user());
        org.clock().advance(Duration.ofDays(29));
        assertEquals(200, wire.refresh(token).status());
        org.clock().advance(Duration.ofDays(29));
        assertEquals(200, wire.refresh(token).status());
        org.clock().advance(Duration.ofDays(30));
        assertExpired(token);
    }

    @Test
    void policyMayLetItExpireThoughItIsUsed() {
        app.refreshTokensExpireAfter(Duration.ofDays(30));
        String token = app.refreshToken(org.user());
        org.clock().advance(Duration.ofDays(29));
        assertEquals(200, wire.refresh(token).status());
        org.clock().advance(Duration.ofDays(1));
        assertExpired(token);
    }

    @Test
    void sixthGrantEvictsTheOldest() {
        RecordId grace = org.user("Grace Hopper", "grace@acme.example");
        String ofGrace = app.refreshToken(grace);
        List<String> tokens = IntStream.range(0, 6)
                .mapToObj(i -> app.refreshToken(org.user()))
                .toList();
        assertExpired(tokens.get(0));
        tokens.subList(1, 6)
                .forEach(token -> assertEquals(200, wire.refresh(token).status()));
        assertEquals(200, wire.refresh(ofGrace).status());
        assertEquals(6, org.logins().grants().stream().filter(FakeGrant::isLive).count());
    }

    @Test
    void grantRevokedInTheOrgEndsItsSessions() {
        String token = app.refreshToken(org.user());
        String access = wire.refresh(token).text("/access_token");
        FakeGrant grant = org.logins().grants().get(0);
        grant.revoke();
        assertExpired(token);
        assertEquals(401, wire.dataStatus(access));
        assertEquals("consumer-key for " + org.user() + ", refreshed 1 times, ended", grant.toString());
    }
}
