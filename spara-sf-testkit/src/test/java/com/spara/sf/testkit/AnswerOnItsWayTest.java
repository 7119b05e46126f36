package com.spara.sf.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.RecordId;
import com.spara.sf.spi.WireRequest;
import com.spara.sf.spi.WireResponse;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Right answers that arrive late, in part or spoilt, in process: the work was done each time. */
@Timeout(30)
class AnswerOnItsWayTest {
    private static final byte[] LEAD = "{\"LastName\":\"Ł\",\"Company\":\"C\"}".getBytes(StandardCharsets.UTF_8);
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final String COLLECTION = "{'records':[{'attributes':{'type':'Lead'},'LastName':'A','Company':'C'},"
            + "{'attributes':{'type':'Lead'},'LastName':'B','Company':'C'}]}";

    private final FakeOrg org = FakeOrg.create();
    private final Wire wire = new Wire(org);
    private final Instant start = org.clock().instant();

    private WireResponse create() throws IOException {
        WireRequest request = WireRequest.of("POST", URI.create(org.url() + "/services/data/v66.0/sobjects/Lead"))
                .withHeader("Authorization", "Bearer " + org.token())
                .withBody(LEAD);
        return org.transport().send(request, DEADLINE);
    }

    private Duration passed() {
        return Duration.between(start, org.clock().instant());
    }

    @Test
    void slowAnswerMovesTheClockAndComes() throws IOException {
        org.next(Call.create("Lead")).isSlow(Duration.ofSeconds(9));
        try (WireResponse response = create()) {
            assertEquals(201, response.status());
        }
        assertEquals(Duration.ofSeconds(9), passed());
        assertEquals(201, create().status());
        assertEquals(Duration.ofSeconds(9), passed());
    }

    @ParameterizedTest(name = "{0} s of 10 s")
    @CsvSource({"10", "11", "86400"})
    void answerSlowerThanTheDeadlineIsLostAndTheWorkIsDone(int seconds) {
        org.next(Call.create("Lead")).isSlow(Duration.ofSeconds(seconds));
        assertThrows(SocketTimeoutException.class, this::create);
        assertEquals(DEADLINE, passed());
        assertEquals("Ł", org.only("Lead").text("LastName"));
    }

    @Test
    void lateBodyComesAfterItsHead() throws IOException {
        org.next(Call.create("Lead")).sendsItsBodyLate(Duration.ofSeconds(4));
        try (WireResponse response = create()) {
            assertEquals(201, response.status());
            assertEquals(Duration.ZERO, passed());
            assertTrue(response.body().readAllBytes().length > 0);
            assertEquals(Duration.ofSeconds(4), passed());
        }
    }

    @Test
    void bodyLaterThanTheDeadlineIsLost() throws IOException {
        org.next(Call.create("Lead")).sendsItsBodyLate(Duration.ofSeconds(40));
        try (WireResponse response = create()) {
            assertThrows(SocketTimeoutException.class, () -> response.body().read());
        }
        assertEquals(DEADLINE, passed());
        assertEquals(1, org.records("Lead").size());
    }

    @Test
    void truncatedBodyFailsInTheMiddle() throws IOException {
        org.next(Call.create("Lead")).truncatesItsAnswer();
        try (WireResponse response = create()) {
            assertEquals(201, response.status());
            byte[] half = response.body().readNBytes(10);
            assertEquals("{\"id\":\"00Q", new String(half, StandardCharsets.UTF_8));
            assertThrows(EOFException.class, () -> response.body().readAllBytes());
        }
        assertEquals(1, org.records("Lead").size());
    }

    @Test
    void unframedHalfLooksLikeAWhole() throws IOException {
        org.next(Call.create("Lead")).truncatesItsAnswerUnframed();
        String whole = "{\"id\":\"00Q000000000001AAA\",\"success\":true,\"errors\":[]}";
        try (WireResponse response = create()) {
            assertEquals(whole.length() / 2, response.body().readAllBytes().length);
        }
        assertEquals(1, org.records("Lead").size());
    }

    @ParameterizedTest(name = "framed: {0}")
    @CsvSource({"true", "false"})
    void halfOfNothingDoesNotArrive(boolean framed) {
        RecordId ada = org.add("Lead", "LastName", "A", "Company", "C");
        Trouble trouble = org.next(Call.update("Lead"));
        Trouble planned = framed ? trouble.truncatesItsAnswer() : trouble.truncatesItsAnswerUnframed();
        byte[] body = "{\"Phone\":\"1\"}".getBytes(StandardCharsets.UTF_8);
        assertThrows(
                IOException.class,
                () -> wire.tryExchange("PATCH", "/services/data/v66.0/sobjects/Lead/" + ada, body),
                planned.toString());
        assertEquals("1", org.record(ada).text("Phone"));
    }

    @ParameterizedTest
    @EnumSource(Spoiled.class)
    void spoiltAnswerKeepsItsStatusAndTheWork(Spoiled how) {
        String right = wire.post("composite/sobjects", COLLECTION).body();
        org.next(Call.create("Lead")).spoilsItsAnswer(how);
        Wire.Reply reply = wire.post("composite/sobjects", COLLECTION);
        assertEquals(200, reply.status());
        assertEquals(4, org.records("Lead").size());
        boolean changed = reply.bytes().length != right.length();
        assertEquals(how != Spoiled.WRONG_CONTENT_TYPE, changed, reply.body());
    }

    private Wire.Reply spoilt(Spoiled how) {
        org.next(Call.create("Lead")).spoilsItsAnswer(how);
        return wire.post("composite/sobjects", COLLECTION);
    }

    @Test
    void wrongContentTypeHasTheRightBody() {
        Wire.Reply reply = spoilt(Spoiled.WRONG_CONTENT_TYPE);
        assertEquals("text/html;charset=UTF-8", reply.headers().get("Content-Type"));
        assertEquals("true", reply.text("/1/success"));
    }

    @Test
    void brokenUtf8CannotBeDecoded() {
        byte[] broken = spoilt(Spoiled.BROKEN_UTF_8).bytes();
        assertThrows(
                CharacterCodingException.class,
                () -> StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(broken)));
    }

    @Test
    void keysComeTwiceAndAreStillJson() {
        String body = spoilt(Spoiled.KEYS_TWICE).body();
        assertTrue(body.contains("\"success\":true,\"success\":true"), body);
    }

    @Test
    void unknownMembersStandBesideTheKnownOnes() {
        Wire.Reply reply = spoilt(Spoiled.UNKNOWN_MEMBERS);
        assertEquals("true", reply.text("/1/success"));
        assertEquals("x", reply.text("/1/newSinceNextRelease/values/2"));
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({"RESULT_MISSING, 1", "RESULT_TWICE, 3"})
    void resultsDoNotMatchTheRequest(Spoiled how, int size) {
        assertEquals(size, spoilt(how).json().asJsonArray().size());
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({"RESULT_MISSING, 1", "RESULT_TWICE, 3"})
    void recordsOfAPageDoNotMatchTheirCount(Spoiled how, int size) {
        wire.post("composite/sobjects", COLLECTION);
        org.next(Call.query()).spoilsItsAnswer(how);
        Wire.Reply page = wire.query("SELECT Id FROM Lead");
        assertEquals("2", page.text("/totalSize"));
        assertEquals(size, page.at("/records").asJsonArray().size());
    }

    @Test
    void answerOfAPartIsSpoiltWithTheWhole() {
        org.next(Call.query()).spoilsItsAnswer(Spoiled.EMPTY);
        String part = "{'method':'GET','url':'/services/data/v66.0/query?q=SELECT+Id+FROM+Lead','referenceId':'q'}";
        assertEquals(
                "",
                wire.post("composite", "{'compositeRequest':[" + part + "]}").body());
    }
}
