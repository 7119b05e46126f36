package com.spara.sf.client;

import static com.spara.sf.sync.Outcome.CREATED;
import static com.spara.sf.sync.Outcome.FAILED;
import static com.spara.sf.sync.Outcome.UNKNOWN;
import static com.spara.sf.sync.Outcome.UPDATED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.Lead;
import com.spara.sf.LimitReachedException;
import com.spara.sf.OrgUnreachableException;
import com.spara.sf.ReasonCode;
import com.spara.sf.ReconnectionRequiredException;
import com.spara.sf.RequestRefusedException;
import com.spara.sf.connect.AccessToken;
import com.spara.sf.settings.PushRule;
import com.spara.sf.spi.Transport;
import com.spara.sf.spi.WireResponse;
import com.spara.sf.sync.PushBatch;
import com.spara.sf.sync.PushResult;
import com.spara.sf.sync.SalesforceSync;
import com.spara.sf.testkit.Call;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Answers that are not what Salesforce answers: nothing is planned on them, nothing is lost, nothing is doubled. */
class HostileAnswerTest extends OnFakeOrg {

    private static final String HTML = "<html><body>We are down for maintenance</body></html>";

    @Test
    void anHtmlPageInsteadOfTheReadIsAnException() {
        org.next(Call.any()).answers(200, "text/html", HTML).times(3);
        OrgUnreachableException thrown = assertThrows(OrgUnreachableException.class, () -> push(ada));
        assertEquals(ReasonCode.NOT_UNDERSTOOD, thrown.reason().code());
        assertTrue(thrown.getMessage().contains("HTTP 200, text/html"), thrown.getMessage());
        assertFalse(thrown.getMessage().contains("maintenance</body>"));
    }

    @Test
    void anHtmlPageInsteadOfTheWriteIsUnknown() {
        push(Lead.of("warm@example.com"));
        org.next(Call.write()).answers(503, "text/html", HTML);
        PushResult result = push(ada);
        assertEquals(UNKNOWN, result.lead().outcome());
        assertEquals(ReasonCode.ANSWER_LOST, result.lead().reason().code());
        assertEquals(1, org.records("Lead").size());
    }

    @Test
    void aRecordWhoseAnswerWasLostIsLookedForAndNeverSentAgain() {
        push(Lead.of("warm@example.com"));
        org.next(Call.write()).losesItsAnswerAfterCommit();
        PushResult result = push(ada);
        assertEquals(CREATED, result.lead().outcome());
        assertEquals(ReasonCode.FOUND_AFTER_LOSS, result.lead().reason().code());
        assertEquals(2, org.records("Lead").size());
        assertEquals(ReasonCode.NO_CHANGE, push(ada).lead().reason().code());
    }

    @Test
    void aRequestThatWasNeverSentIsRepeatedAndThenAnExceptionThatIsSafeToRepeat() {
        push(Lead.of("warm@example.com"));
        org.next(Call.write()).isNeverSent().times(3);
        assertThrows(OrgUnreachableException.class, () -> push(ada));
        assertEquals(1, org.records("Lead").size());
        assertEquals(CREATED, push(ada).lead().outcome());
    }

    @Test
    void anExpiredTokenAsksForReconnection() {
        SalesforceSync stranger = Salesforce.over(org.transport())
                .connect(org.url(), AccessToken.of("00D000000000001!nobody"))
                .sync(both);
        assertThrows(ReconnectionRequiredException.class, () -> stranger.push(ada));
    }

    @Test
    void aLimitThatIsReachedIsSaid() {
        org.next(Call.any())
                .answers(
                        403,
                        "application/json",
                        "[{\"errorCode\":\"REQUEST_LIMIT_EXCEEDED\",\"message\":\"TotalRequests Limit exceeded.\"}]");
        assertThrows(LimitReachedException.class, () -> push(ada));
    }

    @Test
    void aRetiredVersionIsRefused() {
        org.next(Call.any()).answers(410, "application/json", "[{\"errorCode\":\"GONE\",\"message\":\"retired\"}]");
        RequestRefusedException thrown = assertThrows(RequestRefusedException.class, () -> push(ada));
        assertEquals("GONE", thrown.reason().code());
    }

    @Test
    void aBatchThatIsStoppedHalfWayHoldsOneResultPerLead() {
        push(Lead.of("warm@example.com"));
        List<Lead> leads = IntStream.range(0, 500)
                .mapToObj(i -> Lead.of("p" + i + "@example.com"))
                .toList();
        AtomicInteger calls = new AtomicInteger();
        Transport failing = (request, deadline) -> calls.incrementAndGet() >= 3
                ? WireResponse.of(503, Map.of("Content-Type", "text/html"), HTML.getBytes(StandardCharsets.UTF_8))
                : org.transport().send(request, deadline);
        PushBatch batch = over(failing).pushAll(leads);
        assertEquals(500, batch.results().size());
        assertEquals(200, batch.count("Lead", CREATED));
        assertEquals(leads.subList(200, 500), batch.neverSent());
        assertTrue(batch.stoppedBy().isPresent() && batch.failed().isEmpty());
        assertEquals(600, over(org.transport()).pushAll(batch.neverSent()).count(CREATED));
    }

    @Test
    void fewerResultsThanRowsMakeTheirRecordsLookedFor() {
        List<Lead> leads = IntStream.range(0, 30)
                .mapToObj(i -> Lead.of("p" + i + "@example.com"))
                .toList();
        PushBatch batch = sync(writing(body -> body.replaceFirst("\\{\"id\":\"00Q[^}]*}\\s*,", "")), leads);
        assertEquals(30, batch.count("Lead", CREATED));
        assertEquals(30, batch.count("Contact", CREATED));
        assertEquals(
                ReasonCode.FOUND_AFTER_LOSS,
                batch.results().get(0).lead().reason().code());
    }

    @Test
    void aCompositeWithoutAPartMakesItsRecordLookedFor() {
        push(Lead.of("warm@example.com"));
        PushResult result = over(writing(body -> "{\"compositeResponse\":[]}")).push(ada);
        assertEquals(CREATED, result.lead().outcome());
        assertEquals(2, org.records("Lead").size());
    }

    @Test
    void aTwoHundredWhosePartsFailedFailsJustThoseRows() {
        push(Lead.of("warm@example.com"));
        org.next(Call.create("Contact"))
                .answers(
                        400,
                        "application/json",
                        "[{\"errorCode\":\"FIELD_CUSTOM_VALIDATION_EXCEPTION\","
                                + "\"message\":\"A Contact needs a phone, says Bob\",\"fields\":[\"Phone\"]}]");
        PushResult result = push(ada);
        assertEquals(CREATED, result.lead().outcome());
        assertEquals(FAILED, result.contact().outcome());
        assertEquals(
                "FIELD_CUSTOM_VALIDATION_EXCEPTION", result.contact().reason().code());
        assertTrue(result.explain().contains("A Contact needs a phone, says Bob"));
        assertFalse(result.contact().reason().toString().contains("Bob"));
    }

    @Test
    void aPageWithMoreToComeIsFollowedBeforeAnythingIsPlanned() {
        List<Lead> leads = IntStream.range(0, 150)
                .mapToObj(i -> Lead.of("p" + i + "@example.com"))
                .toList();
        leads.forEach(lead -> addLead(lead.email().orElseThrow()));
        org.pageSize(50);
        PushBatch batch = sync(both.contacts(PushRule.off()))
                .pushAll(leads.stream().map(lead -> lead.with("phone", "1")).toList());
        assertEquals(150, batch.count(UPDATED));
        assertEquals(150, org.records("Lead").size());
    }

    @Test
    void aPageThatIsNeitherDoneNorContinuedIsNotPlannedOn() {
        addLead(ADA);
        SalesforceSync sync = over(always(body -> body.replace("\"done\":true", "\"done\":false")));
        assertThrows(OrgUnreachableException.class, () -> sync.push(ada));
        assertEquals(1, org.records("Lead").size());
    }

    @Test
    void aReadThatLacksAPartIsNotPlannedOn() {
        SalesforceSync sync = over(always(body -> "{\"compositeResponse\":[]}"));
        assertThrows(OrgUnreachableException.class, () -> sync.push(ada));
        assertTrue(org.records("Lead").isEmpty());
    }

    @Test
    void truncatedJsonIsNotPlannedOn() {
        SalesforceSync sync = over(always(body -> body.substring(0, body.length() / 2)));
        assertThrows(OrgUnreachableException.class, () -> sync.push(ada));
        assertTrue(org.records("Lead").isEmpty());
    }

    @Test
    void anAnswerThatIsNotUtf8IsNotPlannedOn() {
        org.add("Lead", "LastName", "Müller", "Company", "Acme", "Email", ADA);
        Transport latin = (request, deadline) -> {
            WireResponse response = org.transport().send(request, deadline);
            String body = new String(response.body().readAllBytes(), StandardCharsets.UTF_8);
            return WireResponse.of(response.status(), response.headers(), body.getBytes(StandardCharsets.ISO_8859_1));
        };
        assertThrows(OrgUnreachableException.class, () -> over(latin).push(ada));
        assertEquals(1, org.records("Lead").size());
    }

    private SalesforceSync over(Transport transport) {
        return Salesforce.over(transport)
                .withClock(org.clock())
                .withSleeper(time -> org.clock().advance(time))
                .connect(org.url(), AccessToken.of(org.token()))
                .sync(both);
    }

    private PushBatch sync(Transport transport, List<Lead> leads) {
        return over(transport).pushAll(leads);
    }

    /** Spoils every answer. */
    private Transport always(UnaryOperator<String> spoiling) {
        return (request, deadline) -> spoilt(1, spoiling).send(request, deadline);
    }

    /** Spoils the second answer, which is the write's. */
    private Transport writing(UnaryOperator<String> spoiling) {
        return spoilt(2, spoiling);
    }

    private Transport spoilt(int which, UnaryOperator<String> spoiling) {
        AtomicInteger calls = new AtomicInteger();
        return (request, deadline) -> {
            WireResponse response = org.transport().send(request, deadline);
            if (calls.incrementAndGet() != which) {
                return response;
            }
            String body = new String(response.body().readAllBytes(), StandardCharsets.UTF_8);
            return WireResponse.of(
                    response.status(), response.headers(), spoiling.apply(body).getBytes(StandardCharsets.UTF_8));
        };
    }
}
