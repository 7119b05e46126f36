package com.spara.sf.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.RecordId;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that were planned: what the client sees, and whether the work was done. */
class PlannedAnswerTest {
    private static final String LEAD = "{'LastName':'L','Company':'C'}";
    private static final String PART = "{'compositeRequest':[{'method':'POST','referenceId':'a',"
            + "'url':'/services/data/v66.0/sobjects/Lead','body':" + LEAD + "},{'method':'POST','referenceId':'b',"
            + "'url':'/services/data/v66.0/sobjects/Contact','body':{'LastName':'K'}}]}";

    private final FakeOrg org = FakeOrg.create();
    private final Wire wire = new Wire(org);

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "403, REQUEST_LIMIT_EXCEEDED, TotalRequests Limit exceeded.",
        "503, SERVER_UNAVAILABLE, Server too busy",
        "500, UNKNOWN_EXCEPTION, An unexpected error occurred.",
        "400, QUERY_TIMEOUT, Your query request was running for too long."
    })
    void errorComesInSalesforcesOwnForm(int status, String code, String message) {
        org.next(Call.create("Lead")).answersError(status, code, message);
        Wire.Reply reply = wire.post("sobjects/Lead", LEAD);
        assertEquals(status, reply.status());
        assertEquals(code, reply.errorCode());
        assertEquals(message, reply.message());
        assertEquals("application/json;charset=UTF-8", reply.headers().get("Content-Type"));
        assertTrue(org.records("Lead").isEmpty());
    }

    @ParameterizedTest(name = "Retry-After: {0}")
    @ValueSource(strings = {"3", "Mon, 23 Nov 2026 09:00:03 GMT"})
    void answerHasTheHeadersThatWerePlanned(String retryAfter) {
        org.next(Call.any())
                .answersError(503, "SERVER_UNAVAILABLE", "Server too busy")
                .withHeader("Retry-After", "1")
                .withHeader("retry-after", retryAfter);
        assertEquals(retryAfter, wire.get("limits").headers().get("Retry-After"));
    }

    @Test
    void limitInfoCanBePlannedToo() {
        org.next(Call.any()).answers(200, "application/json", "{}").withHeader("Sforce-Limit-Info", "api-usage=9/9");
        assertEquals("api-usage=9/9", wire.get("limits").headers().get("Sforce-Limit-Info"));
    }

    @Test
    void maintenanceIsAPageForPeople() {
        org.next(Call.any()).answersMaintenancePage();
        Wire.Reply reply = wire.get("limits");
        assertEquals(503, reply.status());
        assertTrue(reply.headers().get("Content-Type").startsWith("text/html"));
        assertTrue(reply.body().contains("maintenance"));
    }

    @Test
    void bytesComeAsTheyAre() {
        byte[] bytes = {0, (byte) 0xFF, 1};
        org.next(Call.any()).answers(200, "application/octet-stream", bytes);
        assertArrayEquals(bytes, wire.get("limits").bytes());
    }

    @Test
    void tooManyLongCallsAreRefusedAsSalesforceDoes() {
        org.next(Call.write()).exceedsConcurrentLimit();
        Wire.Reply reply = wire.post("sobjects/Lead", LEAD);
        assertEquals(403, reply.status());
        assertEquals("ConcurrentRequests (Concurrent API Requests) Limit exceeded.", reply.message());
        assertTrue(org.records("Lead").isEmpty());
    }

    @Test
    void answerAfterTheCommitHidesWhatWasDone() {
        org.next(Call.create("Lead"))
                .answersError(503, "SERVER_UNAVAILABLE", "Server too busy")
                .afterCommit();
        assertEquals(503, wire.post("sobjects/Lead", LEAD).status());
        assertEquals("L", org.only("Lead").text("LastName"));
        assertEquals(1, org.calls().count());
    }

    @Test
    void answerToAPartAfterTheCommitAnswersTheWholeCall() {
        org.next(Call.create("Lead")).answersMaintenancePage().afterCommit();
        assertEquals(503, wire.post("composite", PART).status());
        assertEquals(1, org.records("Lead").size());
        assertEquals(1, org.records("Contact").size());
    }

    static List<Arguments> wholeAnswers() {
        return List.of(
                whole("a maintenance page", 503, Trouble::answersMaintenancePage),
                whole("the concurrent limit", 403, Trouble::exceedsConcurrentLimit),
                whole("bytes", 502, trouble -> trouble.answers(502, "text/plain", new byte[] {'x'})),
                whole("garbage", 200, trouble -> trouble.answers(200, Garbage.notJson())),
                whole("an expired token", 401, Trouble::expiresTheToken),
                whole("used up calls", 403, Trouble::usesUpTheCalls));
    }

    private static Arguments whole(String name, int status, UnaryOperator<Trouble> plan) {
        return Arguments.of(name, status, plan);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @MethodSource("wholeAnswers")
    void troubleOfTheWireInAPartIsThatOfTheWholeCall(String what, int status, UnaryOperator<Trouble> plan) {
        plan.apply(org.next(Call.create("Contact")));
        assertEquals(status, wire.post("composite", PART).status(), what);
        assertTrue(org.records("Lead").isEmpty(), "the part before was taken back");
    }

    @Test
    void errorOfAPartIsThePartsOwn() {
        org.next(Call.create("Contact")).answersError(500, "UNKNOWN_EXCEPTION", "x");
        Wire.Reply reply = wire.post("composite", PART);
        assertEquals("201", reply.text("/compositeResponse/0/httpStatusCode"));
        assertEquals("500", reply.text("/compositeResponse/1/httpStatusCode"));
        assertEquals("UNKNOWN_EXCEPTION", reply.text("/compositeResponse/1/body/0/errorCode"));
    }

    @ParameterizedTest(name = "collection of {0}")
    @ValueSource(booleans = {true, false})
    void lockedRowIsRefusedOnceAndSavedThen(boolean many) {
        RecordId ada = org.add("Lead", "LastName", "A", "Company", "C");
        RecordId bob = org.add("Lead", "LastName", "B", "Company", "C");
        org.next(Call.update("Lead").row(bob)).refuses("UNABLE_TO_LOCK_ROW", "unable to obtain exclusive access");
        assertEquals("", update(many, ada));
        assertEquals("UNABLE_TO_LOCK_ROW", update(many, bob));
        assertEquals("", update(many, bob));
        assertEquals("1", org.record(bob).text("Phone"));
        assertEquals(
                "[an update of " + bob + "]",
                org.metTrouble().stream().map(MetTrouble::call).toList().toString());
    }

    private String update(boolean many, RecordId id) {
        Wire.Reply reply = many
                ? wire.patch(
                        "composite/sobjects",
                        "{'records':[{'attributes':{'type':'Lead'},'id':'" + id + "','Phone':'1'}]}")
                : wire.patch("sobjects/Lead/" + id, "{'Phone':'1'}");
        if (reply.status() == 204 || reply.body().contains("\"success\":true")) {
            return "";
        }
        return reply.status() == 200 ? reply.text("/0/errors/0/statusCode") : reply.errorCode();
    }

    @ParameterizedTest(name = "collection of {0}")
    @ValueSource(booleans = {true, false})
    void requestThatNamesTheRowIsMet(boolean many) {
        RecordId ada = org.add("Lead", "LastName", "A", "Company", "C");
        RecordId bob = org.add("Lead", "LastName", "B", "Company", "C");
        org.next(Call.update("Lead").row(bob)).answersError(503, "SERVER_UNAVAILABLE", "x");
        assertEquals("", update(many, ada));
        assertEquals(1, org.unmetTrouble().size());
        assertEquals("SERVER_UNAVAILABLE", update(many, bob));
        assertEquals(List.of(), org.unmetTrouble());
        assertEquals(null, org.record(bob).text("Phone"));
    }

    @Test
    void planThatMakesNoSenseIsRefusedAtOnce() {
        Trouble cut = org.next(Call.any()).losesTheRequest();
        assertThrows(IllegalStateException.class, () -> cut.withHeader("Retry-After", "3"));
        assertThrows(IllegalStateException.class, cut::afterCommit);
        assertThrows(IllegalStateException.class, cut::answersMaintenancePage);
        assertThrows(IllegalStateException.class, () -> Call.create("Lead").row(org.user()));
        assertThrows(IllegalStateException.class, () -> Call.query().row(org.user()));
        Trouble picked = org.next(Call.update("Lead").where(lead -> true));
        assertThrows(IllegalStateException.class, picked::losesTheRequest);
        assertThrows(IllegalArgumentException.class, () -> cut.after(-1));
        assertThrows(IllegalArgumentException.class, () -> cut.times(0));
    }
}
