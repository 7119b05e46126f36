package com.spara.sf.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.RecordId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Logging in without a browser: signed assertions, and apps that are a user themselves. */
class ServerLoginTest {
    private static final String JWT = "urn:ietf:params:oauth:grant-type:jwt-bearer";
    private static final KeyPair KEYS = keys();

    private final FakeOrg org = FakeOrg.create();
    private final FakeApp app = LoginWire.app(org).certificate(KEYS.getPublic());
    private final LoginWire wire = new LoginWire(org);

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String signed(String header, String claims) {
        try {
            String text = base64(header.getBytes(StandardCharsets.UTF_8)) + "."
                    + base64(claims.getBytes(StandardCharsets.UTF_8));
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(KEYS.getPrivate());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return text + "." + base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** Claims as they should be, one of them replaced. */
    private String claims(String name, String value) {
        String claims = "{'iss':'consumer-key','sub':'admin@fake.example','aud':'https://login.salesforce.com','exp':"
                + org.clock().instant().plusSeconds(120).getEpochSecond() + "}";
        String replaced = claims.replaceFirst("('" + name + "':)('[^']*'|\\d+)", "$1" + value);
        return replaced.replace('\'', '"');
    }

    private Wire.Reply assertion(String jwt) {
        return wire.post("token", "grant_type=" + JWT, "assertion=" + jwt);
    }

    private Wire.Reply assertion(String name, String value) {
        return assertion(signed("{\"alg\":\"RS256\"}", claims(name, value)));
    }

    @Test
    void assertionForAnApprovedUserGivesATokenAndNoRefreshToken() {
        app.preAuthorise(org.user());
        Wire.Reply reply = assertion("none", "");
        assertEquals(200, reply.status(), reply.body());
        assertEquals(200, wire.dataStatus(reply.text("/access_token")));
        assertTrue(!reply.json().asJsonObject().containsKey("refresh_token"));
    }

    @Test
    void earlierConsentCountsAsApproval() {
        assertEquals("user hasn't approved this consumer", assertion("none", "").text("/error_description"));
        wire.exchange(wire.code("scope=api refresh_token"));
        Wire.Reply reply = assertion("none", "");
        assertEquals("api refresh_token", reply.text("/scope"));
    }

    @Test
    void testHostIsAnAudienceToo() {
        app.preAuthorise(org.user());
        assertEquals(200, assertion("aud", "'https://test.salesforce.com'").status());
    }

    @ParameterizedTest(name = "{0}: {1} → {2}: {3}")
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "iss,'nobody',invalid_client_id,client identifier invalid",
                "iss,7,invalid_client_id,client identifier invalid",
                "sub,'nobody@fake.example',invalid_grant,user hasn't approved this consumer",
                "aud,'https://fake.my.salesforce.com',invalid_grant,audience is invalid",
                "exp,0,invalid_grant,expired authorization code",
                "exp,99999999999999,invalid_grant,invalid assertion",
                "exp,'soon',invalid_grant,invalid assertion"
            })
    void eachClaimIsChecked(String name, String value, String error, String description) {
        app.preAuthorise(org.user());
        Wire.Reply reply = assertion(name, value);
        assertEquals(400, reply.status());
        assertEquals(error, reply.text("/error"));
        assertEquals(description, reply.text("/error_description"));
    }

    @ParameterizedTest(name = "{0} seconds ahead: {1}")
    @CsvSource({"-1,400", "0,400", "1,200", "180,200", "181,400"})
    void assertionIsGoodForThreeMinutesAtMost(long seconds, int status) {
        app.preAuthorise(org.user());
        long exp = org.clock().instant().getEpochSecond() + seconds;
        assertEquals(status, assertion("exp", String.valueOf(exp)).status());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"{\"alg\":\"none\"}", "{\"alg\":\"HS256\"}", "{}", "[]", "{"})
    void otherAlgorithmsAreInvalid(String header) {
        app.preAuthorise(org.user());
        assertEquals(
                "invalid assertion",
                assertion(signed(header, claims("none", ""))).text("/error_description"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"", "a.b", "a.b.c.d", "*.*.*", "e30.e30.e30."})
    void whatIsNoJwtIsInvalid(String jwt) {
        assertEquals("invalid assertion", assertion(jwt).text("/error_description"));
    }

    @Test
    void forgedClaimsAreInvalid() {
        app.preAuthorise(org.user());
        String[] parts = signed("{\"alg\":\"RS256\"}", claims("none", "")).split("\\.");
        String forged = base64(claims("sub", "'grace@acme.example'").getBytes(StandardCharsets.UTF_8));
        assertEquals(
                "invalid assertion",
                assertion(parts[0] + "." + forged + "." + parts[2]).text("/error_description"));
    }

    @Test
    void namedAssertionIsGoodOnce() {
        app.preAuthorise(org.user());
        String jwt = signed("{\"alg\":\"RS256\"}", claims("none", "").replace("{", "{\"jti\":\"1\","));
        assertEquals(200, assertion(jwt).status());
        assertEquals("bad_jti_claim", assertion(jwt).text("/error"));
    }

    @Test
    void adminMustApproveWhereTheAppSaysSo() {
        app.adminApprovedOnly();
        app.refreshToken(org.user());
        assertEquals("invalid_app_access", assertion("none", "").text("/error"));
        app.preAuthorise(org.user());
        assertEquals(200, assertion("none", "").status());
        app.withdraw(org.user());
        assertEquals("invalid_app_access", assertion("none", "").text("/error"));
    }

    @Test
    void appRunsAsItsUserAtTheOrgsOwnHost() {
        RecordId robot = org.user("Robot", "robot@acme.example");
        app.runsAs(robot);
        Wire.Reply reply = wire.at(org.url()).token("client_credentials");
        assertEquals(200, wire.dataStatus(reply.text("/access_token")));
        assertTrue(reply.text("/id").endsWith(robot.value()));
        assertEquals("api id", reply.text("/scope"));
        assertTrue(!reply.json().asJsonObject().containsKey("refresh_token"));
    }

    private void assertNoCredentials(String error, String description) {
        Wire.Reply reply = wire.at(org.url()).token("client_credentials");
        assertEquals(error, reply.text("/error"));
        assertEquals(description, reply.text("/error_description"));
    }

    @Test
    void eachConditionOfClientCredentialsIsChecked() {
        assertNoCredentials("unsupported_grant_type", "grant type not supported");
        app.allowsClientCredentials();
        assertNoCredentials("invalid_grant", "no client credentials user enabled");
        app.runsAs(org.user()).scopes("full", "refresh_token");
        assertNoCredentials("invalid_grant", "no valid scopes defined");
        app.secret("changed");
        assertNoCredentials("invalid_client", "invalid client credentials");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"https://login.salesforce.com", "https://test.salesforce.com"})
    void clientCredentialsAreRefusedAtLoginHosts(String host) {
        app.runsAs(org.user());
        assertEquals(
                "request not supported on this domain",
                wire.at(host).token("client_credentials").text("/error_description"));
    }
}
