package com.spara.sf.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.RecordId;
import com.spara.sf.spi.RequestNotSentException;
import com.spara.sf.spi.WireRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens, headers, compression, usage: what holds for every request. */
class GatewayTest {
    private final FakeOrg org = FakeOrg.create();
    private final Wire wire = new Wire(org);

    @ParameterizedTest(name = "{0} answers {1}")
    @CsvSource({
        "Bearer nonsense,INVALID_SESSION_ID",
        "OAuth nonsense,INVALID_SESSION_ID",
        "Basic abc,INVALID_AUTH_HEADER",
        "Bearer,INVALID_AUTH_HEADER"
    })
    void requestWithoutAValidTokenIsRefused(String header, String code) {
        Wire.Reply reply = wire.with("Authorization", header).get("sobjects");
        assertEquals(401, reply.status());
        assertEquals(code, reply.errorCode());
        assertEquals(0, org.calls().count());
        assertEquals(1, org.calls().all().size());
    }

    @Test
    void revokedTokenIsInvalidAndTheNextIsAnother() {
        String old = org.token();
        org.revokeTokens();
        assertEquals(401, wire.get("sobjects").status());
        assertTrue(!org.token().equals(old));
        assertEquals(200, new Wire(org).get("sobjects").status());
    }

    @Test
    void whoIsConnectedIsWhoCreates() {
        RecordId grace = org.user("Grace Hopper", "grace@acme.example");
        wire.with("Authorization", "Bearer " + org.token(grace))
                .post("sobjects/Lead", "{'LastName':'L','Company':'C'}");
        assertEquals(grace.value(), org.only("Lead").text("OwnerId"));
        assertEquals(grace.value(), org.only("Lead").text("CreatedById"));
    }

    @Test
    void usageIsToldWithEveryAnswer() {
        assertEquals("api-usage=1/100000", wire.get("sobjects").headers().get("Sforce-Limit-Info"));
        assertEquals(
                "api-usage=2/100000", wire.get("sobjects/Nothing").headers().get("Sforce-Limit-Info"));
        assertEquals(2, org.calls().count());
    }

    @Test
    void ledgerTellsEachCallWithItsBodies() {
        wire.post("sobjects/Lead", "{'LastName':'L','Company':'C'}");
        ApiCall call = org.calls().all().get(0);
        assertEquals("POST sobjects/Lead → 201", call.toString());
        assertEquals("{\"LastName\":\"L\",\"Company\":\"C\"}", call.requestBody());
        assertTrue(call.responseBody().contains("\"success\":true"));
        org.calls().clear();
        assertEquals(0, org.calls().count());
    }

    @Test
    void ledgerLetsOldBodiesGoAndKeepsTheCalls() {
        String large = "{'LastName':'" + "x".repeat(40_000_000) + "'}";
        wire.post("sobjects/Lead", large);
        wire.post("sobjects/Lead", large);
        assertTrue(org.calls().all().get(0).requestBody().contains("no longer"));
        assertTrue(org.calls().all().get(1).requestBody().length() > 40_000_000);
    }

    @Test
    void bodiesAreCompressedBothWays() throws IOException {
        byte[] json = "{\"LastName\":\"L\",\"Company\":\"C\"}".getBytes(StandardCharsets.UTF_8);
        Wire.Reply reply = wire.with("Content-Encoding", "gzip")
                .with("Accept-Encoding", "gzip, deflate")
                .exchange("POST", "/services/data/v66.0/sobjects/Lead", gzip(json));
        assertEquals("gzip", reply.headers().get("Content-Encoding"));
        byte[] plain = new GZIPInputStream(new ByteArrayInputStream(reply.bytes())).readAllBytes();
        assertTrue(new String(plain, StandardCharsets.UTF_8)
                .contains(org.only("Lead").id().value()));
        assertEquals(
                new String(json, StandardCharsets.UTF_8),
                org.calls().all().get(0).requestBody());
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream stream = new GZIPOutputStream(bytes)) {
            stream.write(plain);
        }
        return bytes.toByteArray();
    }

    @Test
    void bodyThatIsNotGzipIsRefused() {
        assertEquals(
                400,
                wire.with("Content-Encoding", "gzip")
                        .post("sobjects/Lead", "{}")
                        .status());
    }

    @ParameterizedTest(name = "{0}: {1} answers {2}")
    @CsvSource({
        "Content-Type,text/plain,415",
        "Content-Type,application/x-www-form-urlencoded,415",
        "Content-Type,application/xml,501",
        "Content-Type,application/json; charset=utf-8,201",
        "Accept,application/xml,501",
        "Accept,'text/html, */*',201",
        "Sforce-Call-Options,client=spara,201",
        "Sforce-Mru,updateMru=false,201",
        "If-Match,\"abc\",501",
        "If-None-Match,*,501"
    })
    void headersThatCannotBeObeyedAreRefused(String header, String value, int status) {
        assertEquals(
                status,
                wire.with(header, value)
                        .post("sobjects/Lead", "{'LastName':'L','Company':'C'}")
                        .status());
    }

    static List<Arguments> hostileBodies() {
        return List.of(
                Arguments.of("100,000 arrays", "[".repeat(100_000)),
                Arguments.of("100,000 closed arrays", "{'LastName':" + "[".repeat(100_000) + "]".repeat(100_000) + "}"),
                Arguments.of("a long number", "{'AnnualRevenue':" + "9".repeat(100_000) + "}"),
                Arguments.of("an endless exponent", "{'AnnualRevenue':1e999999999,'LastName':'L','Company':'C'}"),
                Arguments.of("a key without a value", "{'LastName':}"),
                Arguments.of("half a character", "{'LastName':'\\ud83'}"),
                Arguments.of("a byte order mark", "\ufeff[]"),
                Arguments.of("a comment", "/* hello */ {}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostileBodies")
    void hostileBodyIsABadRequest(String what, String body) {
        Wire.Reply reply = wire.post("sobjects/Lead", body);
        assertEquals(400, reply.status(), what);
        assertTrue(org.records("Lead").isEmpty());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"sobjects/Lead/%", "query?q=%zz", "sobjects/Lead/%4"})
    void brokenPercentSignInAPartIsABadRequest(String path) {
        String url = "/services/data/v66.0/" + path;
        Wire.Reply reply =
                wire.post("composite", "{'compositeRequest':[{'method':'GET','url':'" + url + "','referenceId':'a'}]}");
        assertEquals("400", reply.text("/compositeResponse/0/httpStatusCode"));
    }

    @Test
    void longAddressesAndHeadersAreRefused() {
        assertEquals(414, wire.get("query?q=" + "x".repeat(16_400)).status());
        assertEquals(
                431, wire.with("X-Long", "x".repeat(16_400)).get("sobjects").status());
    }

    @Test
    void otherHostsCannotBeReached() {
        WireRequest elsewhere = WireRequest.of("GET", URI.create("https://evil.example/services/data/"));
        assertThrows(RequestNotSentException.class, () -> org.transport().send(elsewhere, Duration.ofSeconds(1)));
    }

    @Test
    void passedDeadlineSendsNothing() {
        WireRequest request = WireRequest.of("GET", URI.create(org.url() + "/services/data/"));
        assertThrows(RequestNotSentException.class, () -> org.transport().send(request, Duration.ZERO));
        assertTrue(org.calls().all().isEmpty());
    }

    @Test
    void whatIsNoDataIsRefusedByName() {
        Wire.Reply reply = wire.send("POST", "/services/apexrest/mine", "");
        assertEquals(501, reply.status());
        assertEquals("NOT_IMPLEMENTED_BY_FAKE_ORG", reply.errorCode());
    }

    @Test
    void severalOrgsLiveSideBySide() {
        FakeOrg other = FakeOrg.create("other");
        other.add("Lead", "LastName", "L", "Company", "C");
        assertEquals("https://other.my.salesforce.com", other.url());
        assertTrue(org.records("Lead").isEmpty());
        assertThrows(IllegalArgumentException.class, () -> FakeOrg.create("Not a domain"));
    }
}
