package com.spara.sf.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.spi.RequestNotSentException;
import com.spara.sf.spi.WireRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** Trouble with logging in, and what the ledger keeps of it. */
class LoginTroubleTest {
    private final FakeOrg org = FakeOrg.create();
    private final FakeApp app = LoginWire.app(org).rotatesRefreshTokens();
    private final LoginWire wire = new LoginWire(org);
    private final String refreshToken = app.refreshToken(org.user());

    private WireRequest refresh() {
        return wire.request(
                "/services/oauth2/token",
                "grant_type=refresh_token",
                "client_id=" + LoginWire.KEY,
                "client_secret=" + LoginWire.SECRET,
                "refresh_token=" + refreshToken);
    }

    @Test
    void plannedRefusalIsAnErrorObjectAndRotatesNothing() {
        org.next(Call.token()).refusesLogin("invalid_grant", "expired access/refresh token");
        Wire.Reply reply = wire.send(refresh());
        assertEquals(400, reply.status());
        assertEquals(
                "{\"error\":\"invalid_grant\",\"error_description\":\"expired access/refresh token\"}", reply.body());
        assertEquals(200, wire.send(refresh()).status());
    }

    @Test
    void plannedRefusalMayHaveAnotherStatus() {
        org.next(Call.token("refresh_token")).refusesLogin(503, "service_unavailable", "busy");
        assertEquals(503, wire.send(refresh()).status());
    }

    @Test
    void lostAnswerOfARotationLocksTheAppOut() {
        org.next(Call.token("refresh_token")).losesItsAnswerAfterCommit();
        assertThrows(IOException.class, () -> wire.trySend(refresh()));
        assertEquals(1, org.logins().grants().get(0).refreshes());
        assertEquals("invalid_grant", wire.send(refresh()).text("/error"));
        assertTrue(!org.logins().grants().get(0).isLive());
    }

    @Test
    void lostOrUnsentRequestRotatesNothing() {
        org.next(Call.token()).losesTheRequest();
        org.next(Call.token()).isNeverSent();
        assertThrows(IOException.class, () -> wire.trySend(refresh()));
        assertThrows(RequestNotSentException.class, () -> wire.trySend(refresh()));
        assertEquals(200, wire.send(refresh()).status());
    }

    @Test
    void plannedAnswerMayBeAnyPage() {
        org.next(Call.token()).answers(503, "text/html", "<html>busy</html>");
        Wire.Reply reply = wire.send(refresh());
        assertEquals(503, reply.status());
        assertEquals("text/html", reply.headers().get("Content-Type"));
        assertEquals("<html>busy</html>", reply.body());
    }

    @Test
    void grantTypesAndEndpointsAreToldApart() {
        org.next(Call.token("client_credentials")).refusesLogin("a", "a");
        org.next(Call.revoke()).refusesLogin("b", "b");
        org.next(Call.authorize()).answers(500, "text/plain", "c");
        assertEquals(200, wire.send(refresh()).status());
        assertEquals("b", wire.post("revoke", "token=x").text("/error"));
        URI url = LoginWire.authorizationUrl();
        assertEquals("c", wire.get(url.getRawPath() + "?" + url.getRawQuery()).body());
        assertEquals(1, org.unmetTrouble().size());
    }

    @Test
    void browserMayLoseItsConnection() {
        org.next(Call.authorize()).losesItsAnswerAfterCommit();
        URI url = LoginWire.authorizationUrl();
        assertThrows(UncheckedIOException.class, () -> org.logins().allow(url, org.user()));
    }

    @Test
    void matchersOfDataDoNotMeanLogins() {
        org.next(Call.any()).answers(500, "text/plain", "data");
        org.next(Call.write()).answers(500, "text/plain", "data");
        org.next(Call.resource("oauth2/token")).answers(500, "text/plain", "data");
        assertEquals(200, wire.send(refresh()).status());
        assertEquals(3, org.unmetTrouble().size());
    }

    @Test
    void refusalInTheWrongShapeIsAMistake() {
        Trouble data = org.next(Call.any());
        assertThrows(IllegalStateException.class, () -> data.refusesLogin("invalid_grant", "x"));
        Trouble login = org.next(Call.token());
        assertThrows(IllegalStateException.class, () -> login.refuses("UNABLE_TO_LOCK_ROW", "x"));
    }

    @Test
    void ledgerHasTheBodyAndShowsNoSecret() {
        wire.send(refresh());
        ApiCall call = org.calls().all().get(0);
        assertEquals("oauth2/token", call.resource());
        assertTrue(call.requestBody().contains("refresh_token=" + refreshToken));
        String shown =
                org + org.calls().toString() + org.logins() + org.logins().grants() + app + call;
        assertTrue(!shown.contains(LoginWire.SECRET) && !shown.contains(refreshToken), shown);
        assertEquals(0, org.calls().count());
    }

    @Test
    void loginHostsHaveNoData() {
        WireRequest data = WireRequest.of("GET", URI.create("https://login.salesforce.com/services/data/"));
        assertThrows(RequestNotSentException.class, () -> wire.trySend(data));
        WireRequest elsewhere = WireRequest.of("GET", URI.create("https://evil.example/services/oauth2/token"));
        assertThrows(RequestNotSentException.class, () -> wire.trySend(elsewhere));
    }
}
