package com.spara.sf.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.RecordId;
import com.spara.sf.spi.WireRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A code for tokens, and what stands in a token's answer. */
class TokenTest {
    private final FakeOrg org = FakeOrg.create();
    private final FakeApp app = LoginWire.app(org);
    private final LoginWire wire = new LoginWire(org);

    private static void assertRefused(String error, String description, Wire.Reply reply) {
        assertEquals(400, reply.status());
        assertEquals(error, reply.text("/error"));
        assertEquals(description, reply.text("/error_description"));
        assertEquals("no-store", reply.headers().get("Cache-Control"));
        assertTrue(!reply.headers().containsKey("Sforce-Limit-Info"));
    }

    @Test
    void codeGivesATokenThatOpensTheOrg() {
        Wire.Reply reply = wire.exchange(wire.code());
        assertEquals(200, reply.status());
        assertEquals(200, wire.dataStatus(reply.text("/access_token")));
        assertEquals(org.url(), reply.text("/instance_url"));
        assertEquals("api refresh_token id", reply.text("/scope"));
        assertEquals("Bearer", reply.text("/token_type"));
        assertEquals(String.valueOf(org.clock().millis()), reply.text("/issued_at"));
        assertEquals(
                Set.of(
                        "access_token",
                        "refresh_token",
                        "signature",
                        "scope",
                        "instance_url",
                        "id",
                        "token_type",
                        "issued_at"),
                reply.json().asJsonObject().keySet());
    }

    @Test
    void answerIsNeitherCountedNorStored() {
        Wire.Reply reply = wire.exchange(wire.code());
        assertEquals("no-store", reply.headers().get("Cache-Control"));
        assertTrue(!reply.headers().containsKey("Sforce-Limit-Info"));
        assertEquals(0, org.calls().count());
        assertEquals(
                "POST oauth2/token → 200",
                org.calls().all().get(org.calls().all().size() - 1).toString());
    }

    @Test
    void signatureIsMadeWithTheSecret() throws Exception {
        Wire.Reply reply = wire.exchange(wire.code());
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(LoginWire.SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        byte[] signed = mac.doFinal((reply.text("/id") + reply.text("/issued_at")).getBytes(StandardCharsets.UTF_8));
        assertEquals(Base64.getEncoder().encodeToString(signed), reply.text("/signature"));
    }

    @Test
    void tokenIsThatOfTheUserWhoAllowed() {
        RecordId grace = org.user("Grace Hopper", "grace@acme.example");
        String code = LoginWire.parameter(org.logins().allow(LoginWire.authorizationUrl(), grace), "code");
        Wire.Reply reply = wire.exchange(code);
        assertTrue(reply.text("/id").endsWith("/" + grace.value()), reply.text("/id"));
        assertEquals(grace, org.logins().grants().get(0).user());
    }

    @ParameterizedTest(name = "asked at {0}, the identity is at {1}")
    @CsvSource({
        "https://login.salesforce.com,https://login.salesforce.com/id/",
        "https://test.salesforce.com,https://test.salesforce.com/id/",
        "https://fake.my.salesforce.com,https://login.salesforce.com/id/"
    })
    void identityIsAtTheLoginHost(String host, String identity) {
        Wire.Reply reply = wire.at(host).exchange(wire.code());
        assertTrue(reply.text("/id").startsWith(identity), reply.text("/id"));
        assertEquals(org.url(), reply.text("/instance_url"));
    }

    @Test
    void withoutTheScopeThereIsNoRefreshToken() {
        Wire.Reply reply = wire.exchange(wire.code("scope=api"));
        assertEquals("api", reply.text("/scope"));
        assertTrue(!reply.json().asJsonObject().containsKey("refresh_token"));
        assertTrue(org.logins().grants().isEmpty());
    }

    @Test
    void codeIsGoodOnce() {
        String code = wire.code();
        assertEquals(200, wire.exchange(code).status());
        assertRefused("invalid_grant", "expired authorization code", wire.exchange(code));
    }

    @Test
    void codeIsGoodForFifteenMinutes() {
        String early = wire.code();
        String late = wire.code();
        org.clock().advance(Duration.ofMinutes(15).minusSeconds(1));
        assertEquals(200, wire.exchange(early).status());
        org.clock().advance(Duration.ofSeconds(1));
        assertRefused("invalid_grant", "expired authorization code", wire.exchange(late));
    }

    @Test
    void codeOfAnotherAppIsInvalid() {
        org.app("other").secret("other");
        String code = wire.code();
        assertRefused(
                "invalid_grant",
                "invalid authorization code",
                wire.post(
                        "token",
                        "grant_type=authorization_code",
                        "client_id=other",
                        "client_secret=other",
                        "code=" + code,
                        "redirect_uri=" + LoginWire.CALLBACK));
        assertEquals(200, wire.exchange(code).status());
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({"redirect_uri=https://host.example/other,redirect_uri_mismatch", "redirect_uri=,redirect_uri_missing"})
    void redirectMustBeTheSame(String pair, String error) {
        app.callback("https://host.example/other");
        Wire.Reply reply = wire.token("authorization_code", "code=" + wire.code(), pair);
        assertEquals(error, reply.text("/error"));
    }

    @Test
    void verifierMustFitTheChallenge() {
        String code = wire.code("code_challenge=" + LoginWire.challenge(), "code_challenge_method=S256");
        assertRefused("invalid_grant", "missing code verifier", wire.exchange(code));
        assertRefused(
                "invalid_request", "invalid code verifier", wire.exchange(code, "code_verifier=" + "w".repeat(43)));
        assertRefused("invalid_request", "invalid code verifier", wire.exchange(code, "code_verifier=short"));
        assertEquals(
                200, wire.exchange(code, "code_verifier=" + LoginWire.VERIFIER).status());
    }

    private Wire.Reply exchangeAs(String... credentials) {
        String code = wire.code();
        String[] pairs = {"grant_type=authorization_code", "code=" + code, "redirect_uri=" + LoginWire.CALLBACK};
        String[] all = new String[pairs.length + credentials.length];
        System.arraycopy(pairs, 0, all, 0, pairs.length);
        System.arraycopy(credentials, 0, all, pairs.length, credentials.length);
        return wire.post("token", all);
    }

    @Test
    void wrongOrMissingSecretIsRefused() {
        assertRefused(
                "invalid_client",
                "invalid client credentials",
                exchangeAs("client_id=consumer-key", "client_secret=wrong"));
        assertRefused("invalid_client", "invalid client credentials", exchangeAs("client_id=consumer-key"));
        assertRefused("invalid_client_id", "client identifier invalid", exchangeAs("client_id=nobody"));
        assertRefused("invalid_client_id", "client identifier invalid", exchangeAs());
    }

    @Test
    void appThatNeedsNoSecretStillSendsNoWrongOne() {
        app.needsNoSecret();
        assertEquals(200, exchangeAs("client_id=consumer-key").status());
        assertRefused(
                "invalid_client",
                "invalid client credentials",
                exchangeAs("client_id=consumer-key", "client_secret=wrong"));
    }

    @Test
    void credentialsMayComeInTheHeader() {
        String pair = LoginWire.KEY + ":" + LoginWire.SECRET;
        String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        wire.with("Authorization", "Basic " + basic);
        assertEquals(200, exchangeAs().status());
        wire.with("Authorization", "Basic nonsense");
        assertEquals("invalid_basic_auth_header", exchangeAs().text("/error"));
        assertEquals(
                200,
                exchangeAs("client_id=" + LoginWire.KEY, "client_secret=" + LoginWire.SECRET)
                        .status());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"password", "urn:ietf:params:oauth:grant-type:saml2-bearer", "nonsense", ""})
    void otherGrantTypesAreNotSupported(String grantType) {
        assertRefused("unsupported_grant_type", "grant type not supported", wire.token(grantType));
    }

    @Test
    void onlyAFormIsRead() {
        WireRequest json = WireRequest.of("POST", URI.create(org.url() + "/services/oauth2/token"))
                .withHeader("Content-Type", "application/json")
                .withBody("{\"grant_type\":\"refresh_token\"}".getBytes(StandardCharsets.UTF_8));
        assertRefused("unsupported_grant_type", "grant type not supported", wire.send(json));
        assertRefused("invalid_request", "must use HTTP POST", wire.get("/services/oauth2/token?grant_type=x"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"format=urlencoded", "format=xml", "client_assertion=a.b.c"})
    void whatIsMissingIsNamed(String pair) {
        Wire.Reply reply =
                wire.post("token", "grant_type=refresh_token", "client_id=" + LoginWire.KEY, "refresh_token=x", pair);
        assertEquals(501, reply.status());
        assertEquals("NOT_IMPLEMENTED_BY_FAKE_ORG", reply.text("/error"));
    }

    @Test
    void unknownEndpointsAreNamed() {
        Wire.Reply reply = wire.post("singleaccess");
        assertEquals(501, reply.status());
        assertTrue(reply.text("/error_description").contains("oauth2/singleaccess"));
    }

    @Test
    void tokensAreOpaqueAndDiffer() {
        String first = wire.exchange(wire.code()).text("/access_token");
        String second = wire.exchange(wire.code()).text("/access_token");
        assertNotEquals(first, second);
        assertTrue(first.startsWith("00D") && first.charAt(15) == '!', "starts with the org's short Id");
    }
}
