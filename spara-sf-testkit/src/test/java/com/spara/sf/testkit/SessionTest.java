package com.spara.sf.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.RecordId;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Access tokens: how long they are good, what ends them, what they tell. */
class SessionTest {
    private static final Duration TWO_HOURS = Duration.ofHours(2);

    private final FakeOrg org = FakeOrg.create();
    private final FakeApp app = LoginWire.app(org);
    private final LoginWire wire = new LoginWire(org);
    private final String refreshToken = app.refreshToken(org.user());

    private String accessToken() {
        return wire.refresh(refreshToken).text("/access_token");
    }

    @Test
    void sessionLastsTwoHoursAfterItWasLastUsed() {
        String token = accessToken();
        org.clock().advance(TWO_HOURS.minusSeconds(1));
        assertEquals(200, wire.dataStatus(token));
        org.clock().advance(TWO_HOURS.minusSeconds(1));
        assertEquals(200, wire.dataStatus(token));
        org.clock().advance(TWO_HOURS);
        assertEquals(401, wire.dataStatus(token));
    }

    @Test
    void expiredRevokedAndUnknownTokensLookAlike() {
        String expired = accessToken();
        org.clock().advance(TWO_HOURS);
        String revoked = accessToken();
        wire.post("revoke", "token=" + revoked);
        Wire data = new Wire(org);
        String unknown = data.with("Authorization", "Bearer x").get("limits").body();
        assertEquals("[{\"message\":\"Session expired or invalid\",\"errorCode\":\"INVALID_SESSION_ID\"}]", unknown);
        assertEquals(
                unknown,
                data.with("Authorization", "Bearer " + expired).get("limits").body());
        assertEquals(
                unknown,
                data.with("Authorization", "Bearer " + revoked).get("limits").body());
    }

    @Test
    void tokenOfATestDoesNotExpireUnlessALifetimeIsSet() {
        String token = org.token();
        org.clock().advance(Duration.ofDays(365));
        assertEquals(200, wire.dataStatus(token));
        org.logins().sessionLifetime(Duration.ofMinutes(15));
        org.clock().advance(Duration.ofMinutes(14));
        assertEquals(token, org.token());
        assertEquals(200, wire.dataStatus(token));
        org.clock().advance(Duration.ofMinutes(15));
        assertEquals(401, wire.dataStatus(token));
        assertNotEquals(token, org.token());
        assertEquals(200, wire.dataStatus(org.token()));
    }

    @Test
    void expiredAccessTokensLeaveRefreshTokensAlone() {
        String token = accessToken();
        String own = org.token();
        org.logins().expireTokens();
        assertEquals(401, wire.dataStatus(token));
        assertEquals(401, wire.dataStatus(own));
        assertEquals(200, wire.dataStatus(accessToken()));
    }

    @Test
    void deactivatedUserIsDisconnected() {
        RecordId grace = org.user("Grace Hopper", "grace@acme.example");
        String token = org.token(grace);
        org.deactivate(grace);
        assertEquals(401, wire.dataStatus(token));
    }

    @Test
    void revokedAccessTokenEndsOneSession() {
        String first = accessToken();
        String second = accessToken();
        Wire.Reply reply = wire.post("revoke", "token=" + first);
        assertEquals(200, reply.status());
        assertEquals("", reply.body());
        assertEquals(401, wire.dataStatus(first));
        assertEquals(200, wire.dataStatus(second));
        assertEquals(200, wire.refresh(refreshToken).status());
    }

    @Test
    void revokedRefreshTokenEndsAllThatCameOfIt() {
        String first = accessToken();
        String second = accessToken();
        assertEquals(
                200, wire.get("/services/oauth2/revoke?token=" + refreshToken).status());
        assertEquals(401, wire.dataStatus(first));
        assertEquals(401, wire.dataStatus(second));
        assertEquals("invalid_grant", wire.refresh(refreshToken).text("/error"));
        assertTrue(!org.calls().toString().contains(refreshToken), org.calls().toString());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"token=nonsense", "token=", "x=y"})
    void revokingNothingIsAnError(String pair) {
        Wire.Reply reply = wire.post("revoke", pair);
        assertEquals(400, reply.status());
        assertEquals("invalid_token", reply.text("/error"));
    }

    @Test
    void revokingTwiceIsAnErrorAndSoIsAnUnknownType() {
        wire.post("revoke", "token=" + refreshToken);
        assertEquals(
                "invalid_token", wire.post("revoke", "token=" + refreshToken).text("/error"));
        Wire.Reply reply = wire.post("revoke", "token=" + refreshToken, "token_type_hint=id_token");
        assertEquals("unsupported_token_type", reply.text("/error"));
    }

    private Wire.Reply introspect(String token) {
        return wire.post(
                "introspect", "token=" + token, "client_id=" + LoginWire.KEY, "client_secret=" + LoginWire.SECRET);
    }

    @Test
    void introspectionTellsTheExpiry() {
        String token = accessToken();
        Wire.Reply reply = introspect(token);
        assertEquals("true", reply.text("/active"));
        assertEquals("admin@fake.example", reply.text("/username"));
        assertEquals("access_token", reply.text("/token_type"));
        assertEquals(LoginWire.KEY, reply.text("/client_id"));
        assertEquals(String.valueOf(org.clock().instant().plus(TWO_HOURS).getEpochSecond()), reply.text("/exp"));
        org.clock().advance(TWO_HOURS);
        assertEquals("{\"active\":false}", introspect(token).body());
    }

    @Test
    void introspectionIsForTheAppsOwnTokens() {
        String other = org.app("other").refreshToken(org.user());
        assertEquals("{\"active\":false}", introspect(other).body());
        assertEquals("{\"active\":false}", introspect(org.token()).body());
        app.introspectsAll();
        assertEquals("refresh_token", introspect(other).text("/token_type"));
        assertEquals(
                "invalid_client",
                wire.post("introspect", "token=x", "client_id=" + LoginWire.KEY).text("/error"));
    }

    private Wire.Reply withToken(String token, String path) {
        return wire.with("Authorization", "Bearer " + token).get(path);
    }

    @Test
    void userInfoAndIdentityTellWhoIsConnected() {
        Wire.Reply login = wire.refresh(refreshToken);
        String token = login.text("/access_token");
        Wire.Reply claims = withToken(token, "/services/oauth2/userinfo");
        assertEquals("admin@fake.example", claims.text("/preferred_username"));
        assertEquals(login.text("/id"), claims.text("/sub"));
        Wire.Reply identity = withToken(token, login.text("/id").substring("https://login.salesforce.com".length()));
        assertEquals(org.user().value(), identity.text("/user_id"));
        assertEquals("Org Admin", identity.text("/display_name"));
        assertEquals(org.url() + "/services/data/v{version}/query/", identity.text("/urls/query"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"/services/oauth2/userinfo", "/id/00D/005"})
    void badTokenIsRefusedWithAWord(String path) {
        Wire.Reply missing = wire.get(path);
        assertEquals(403, missing.status());
        assertEquals("Missing_OAuth_Token", missing.body());
        Wire.Reply bad = withToken("nonsense", path);
        assertEquals(403, bad.status());
        assertEquals("Bad_OAuth_Token", bad.body());
        assertEquals("text/plain;charset=UTF-8", bad.headers().get("Content-Type"));
    }

    @Test
    void identityOfSomebodyElseIsRefused() {
        RecordId grace = org.user("Grace Hopper", "grace@acme.example");
        Wire.Reply login = wire.refresh(refreshToken);
        String own = login.text("/id").substring("https://login.salesforce.com".length());
        String folder = own.substring(0, own.lastIndexOf('/') + 1);
        String token = login.text("/access_token");
        assertEquals("Wrong_Org", withToken(token, "/id/00D/005").body());
        assertEquals("Bad_Id", withToken(token, folder + "005").body());
        assertEquals(501, withToken(token, folder + grace.value()).status());
    }

    @Test
    void discoveryNamesTheEndpoints() {
        Wire.Reply reply = wire.get("/.well-known/openid-configuration");
        assertEquals("https://login.salesforce.com/services/oauth2/token", reply.text("/token_endpoint"));
        assertEquals("S256", reply.text("/code_challenge_methods_supported/0"));
    }

    @Test
    void renamedOrgIsToldInTheNextTokenAnswer() {
        String token = accessToken();
        String before = org.url();
        org.logins().moveTo("renamed");
        assertEquals("https://renamed.my.salesforce.com", org.url());
        assertEquals(401, wire.dataStatus(token));
        Wire.Reply reply = wire.at(before).refresh(refreshToken);
        assertEquals(org.url(), reply.text("/instance_url"));
        assertEquals(200, wire.dataStatus(reply.text("/access_token")));
        Wire.Reply old = withToken(reply.text("/access_token"), "/services/data/v66.0/limits");
        assertEquals(401, old.status());
        assertThrows(IllegalArgumentException.class, () -> org.logins().moveTo("Not a domain"));
    }
}
