package com.spara.sf.client;

import static com.spara.sf.sync.Outcome.CREATED;
import static com.spara.sf.sync.Outcome.UNKNOWN;
import static com.spara.sf.sync.Outcome.UPDATED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.Lead;
import com.spara.sf.OrgUnreachableException;
import com.spara.sf.ReasonCode;
import com.spara.sf.RequestRefusedException;
import com.spara.sf.connect.AccessToken;
import com.spara.sf.settings.PushRule;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.spi.Transport;
import com.spara.sf.spi.WireRequest;
import com.spara.sf.spi.WireResponse;
import com.spara.sf.sync.PushBatch;
import com.spara.sf.sync.PushOptions;
import com.spara.sf.sync.PushResult;
import com.spara.sf.sync.SalesforceSync;
import com.spara.sf.testkit.Call;
import com.spara.sf.testkit.FakeOrg;
import com.spara.sf.testkit.Trouble;
import com.spara.sf.testkit.Unsettled;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bulk jobs meet with trouble at each of their requests, and with the end of the process that began them. */
class BulkPushFaultsTest extends OnFakeOrg {

    private static final int NEW = 250;
    private static final int KNOWN = 250;
    private static final int ALL = NEW + KNOWN;

    /** How many requests two jobs need here. */
    private static final int LAST = 16;

    private final List<String> handles = new ArrayList<>();
    private final PushOptions bulk = PushOptions.standard().byBulk().onBulkJobs(handles::add);
    private final SyncSettings leadsOnly = both.contacts(PushRule.off());
    private final List<Lead> leads = IntStream.range(0, ALL)
            .mapToObj(i -> Lead.of("p" + i + "@example.com")
                    .with("last_name", "Person " + i)
                    .with("company", "Acme"))
            .toList();

    BulkPushFaultsTest() {
        for (int i = 0; i < KNOWN; i++) {
            org.lead("p" + i + "@example.com", "LastName", "Old", "Company", "Acme");
        }
    }

    /** The process dies: whatever it does with the org from then on fails in a way that nobody foresees. */
    private static final class Died extends Error {
        private static final long serialVersionUID = 1L;
    }

    private SalesforceSync over(Transport transport) {
        return Salesforce.over(transport)
                .withClock(org.clock())
                .withSleeper(time -> org.clock().advance(time))
                .connect(org.url(), AccessToken.of(org.token()))
                .sync(leadsOnly);
    }

    private void assertAllAreThereOnce() {
        assertEquals(ALL, org.records("Lead").size());
        assertEquals(
                ALL,
                org.records("Lead").stream()
                        .filter(record ->
                                String.valueOf(record.text("LastName")).startsWith("Person"))
                        .count());
        assertEquals(
                ALL,
                org.records("Lead").stream()
                        .map(record -> record.text("Email"))
                        .distinct()
                        .count());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15})
    void aRequestThatMeetsWithTroubleOnceChangesNothing(int request) {
        org.next(Call.any()).after(request).losesItsAnswerAfterCommit();
        org.next(Call.any()).after(request).isNeverSent();
        PushBatch batch = sync(leadsOnly).pushAll(leads, bulk);
        assertEquals(NEW, batch.count("Lead", CREATED));
        assertEquals(KNOWN, batch.count("Lead", UPDATED));
        assertAllAreThereOnce();
    }

    /** An outage that lasts: everybody is accounted for, and what the host does next makes nothing twice. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15})
    void afterAnOutageTheHandleTellsTheRest(int request) {
        Trouble outage =
                org.next(Call.any()).after(request).losesItsAnswerAfterCommit().always();
        PushBatch batch = sync(leadsOnly).pushAll(leads, bulk);
        outage.stops();
        assertEquals(ALL, batch.results().size());
        List<Lead> open = new ArrayList<>(batch.neverSent());
        if (!batch.unknown().isEmpty()) {
            List<Lead> unknown = batch.unknown().stream().map(PushResult::input).toList();
            PushBatch resumed = sync(leadsOnly).resume(handles.get(0), unknown);
            assertEquals(0, resumed.count("Lead", UNKNOWN));
            open.addAll(resumed.neverSent());
        }
        org.clock().advance(Duration.ofHours(25));
        assertEquals(open.size(), sync(leadsOnly).pushAll(open).results().size());
        assertAllAreThereOnce();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, LAST})
    void aProcessThatDiesAtAnyRequestIsFollowedByOneThatMakesNothingTwice(int request) {
        AtomicInteger requests = new AtomicInteger();
        Transport dying = (wire, deadline) -> {
            if (requests.getAndIncrement() >= request) {
                throw new Died();
            }
            return org.transport().send(wire, deadline);
        };
        if (request < LAST) {
            assertThrows(Died.class, () -> over(dying).pushAll(leads, bulk));
        }
        List<Lead> open = leads;
        if (!handles.isEmpty()) {
            PushBatch resumed = sync(leadsOnly).resume(handles.get(0), leads);
            assertEquals(
                    leads, resumed.results().stream().map(PushResult::input).toList());
            assertEquals(
                    ALL,
                    resumed.count("Lead", CREATED)
                            + resumed.count("Lead", UPDATED)
                            + resumed.neverSent().size());
            open = resumed.neverSent();
        }
        org.clock().advance(Duration.ofHours(25));
        sync(leadsOnly).pushAll(open, bulk);
        assertAllAreThereOnce();
    }

    @Test
    void aLaterLeadOfTheSamePersonThatWasInNoJobIsNotSaidToBeWritten() {
        handleOfAProcessThatDied();
        Lead newer = leads.get(0).with("last_name", "Newer");
        PushBatch resumed = sync(leadsOnly).resume(handles.get(0), List.of(newer));
        assertTrue(resumed.results().get(0).isNeverSent());
        sync(leadsOnly).push(newer);
        assertEquals(
                1,
                org.records("Lead").stream()
                        .filter(record -> "Newer".equals(record.text("LastName")))
                        .count());
    }

    private void handleOfAProcessThatDied() {
        Transport dying = (wire, deadline) -> {
            if (isPoll(wire)) {
                throw new Died();
            }
            return org.transport().send(wire, deadline);
        };
        assertThrows(Died.class, () -> over(dying).pushAll(leads, bulk));
    }

    @Test
    void aJobThatGoesOnWithoutAnybodyIsToldLeadByLead() {
        org.rules("Lead").validation(lead -> "Person 300".equals(lead.text("LastName")), "not this one");
        handleOfAProcessThatDied();
        List<Lead> more = new ArrayList<>(leads);
        more.add(Lead.of("late@example.com").with("last_name", "Late"));
        PushBatch resumed = sync(leadsOnly).resume(handles.get(0), more);
        assertEquals(NEW - 1, resumed.count("Lead", CREATED));
        assertEquals(KNOWN, resumed.count("Lead", UPDATED));
        assertEquals(
                "FIELD_CUSTOM_VALIDATION_EXCEPTION",
                resumed.results().get(300).lead().reason().code());
        assertTrue(resumed.results().get(ALL).isNeverSent());
        assertEquals(ALL - 1, org.records("Lead").size());
        assertEquals(
                org.record(resumed.results().get(400).lead().id().orElseThrow()).text("Email"), "p400@example.com");
    }

    @Test
    void aSecondResumptionTellsTheSame() {
        sync(leadsOnly).pushAll(leads, bulk);
        List<String> first = sync(leadsOnly).resume(handles.get(0), leads).results().stream()
                .map(String::valueOf)
                .toList();
        List<String> second = sync(leadsOnly).resume(handles.get(0), leads).results().stream()
                .map(String::valueOf)
                .toList();
        assertEquals(first, second);
        assertEquals(ALL, org.records("Lead").size());
    }

    /** Somebody stops the first job before it is polled for that time. */
    private Transport abortingAtPoll(int number) {
        AtomicInteger polls = new AtomicInteger();
        return (wire, deadline) -> {
            if (isPoll(wire) && polls.incrementAndGet() == number) {
                abort(wire, deadline);
            }
            return org.transport().send(wire, deadline);
        };
    }

    private void abort(WireRequest poll, Duration deadline) throws IOException {
        org.transport()
                .send(
                        WireRequest.of("PATCH", poll.uri())
                                .withHeader("Authorization", "Bearer " + org.token())
                                .withHeader("Content-Type", "application/json")
                                .withBody("{\"state\":\"Aborted\"}".getBytes(StandardCharsets.UTF_8)),
                        deadline)
                .close();
    }

    @Test
    void rowsThatAStoppedJobDidNotComeToWereNeverSent() {
        PushBatch batch = over(abortingAtPoll(1)).pushAll(leads, bulk);
        List<Lead> never = batch.neverSent();
        assertEquals(ALL / 2, never.size());
        assertEquals(ALL / 2, batch.count("Lead", CREATED) + batch.count("Lead", UPDATED));
        PushResult first = batch.results().stream()
                .filter(PushResult::isNeverSent)
                .findFirst()
                .orElseThrow();
        assertTrue(
                first.lead().reason().text().contains(ReasonCode.JOB_ABORTED),
                first.lead().reason().text());
        sync(leadsOnly).pushAll(never);
        assertAllAreThereOnce();
    }

    @Test
    void rowsThatAStoppedJobWasAtAreTold() {
        org.settle(Unsettled.ABORTED_JOBS_FINISH_THEIR_CHUNK, true);
        PushBatch batch = over(abortingAtPoll(2)).pushAll(leads, bulk);
        List<Lead> never = batch.neverSent();
        assertEquals(50, never.size());
        assertEquals(ALL - 50, batch.count("Lead", CREATED) + batch.count("Lead", UPDATED));
        sync(leadsOnly).pushAll(never);
        assertAllAreThereOnce();
    }

    @Test
    void aResumptionTellsTheRowsThatAStoppedJobWasAt() {
        org.settle(Unsettled.ABORTED_JOBS_FINISH_THEIR_CHUNK, true);
        AtomicInteger polls = new AtomicInteger();
        Transport dying = (wire, deadline) -> {
            if (isPoll(wire) && polls.incrementAndGet() == 2) {
                abort(wire, deadline);
                throw new Died();
            }
            return org.transport().send(wire, deadline);
        };
        assertThrows(Died.class, () -> over(dying).pushAll(leads, bulk));
        PushBatch resumed = sync(leadsOnly).resume(handles.get(0), leads);
        assertEquals(50, resumed.neverSent().size());
        assertEquals(ALL - 50, resumed.count("Lead", CREATED) + resumed.count("Lead", UPDATED));
        sync(leadsOnly).pushAll(resumed.neverSent());
        assertAllAreThereOnce();
    }

    /** The rows that Salesforce was at are in none of the results yet. */
    @Test
    void rowsThatAreInNoResultOfAStoppedJobAreLookedForAndMadeOnce() {
        Transport aborting = abortingAtPoll(1);
        PushBatch batch = over((wire, deadline) -> wire.uri().getPath().endsWith("unprocessedrecords")
                        ? csv("LastName\n")
                        : aborting.send(wire, deadline))
                .pushAll(leads, bulk);
        assertEquals(List.of(), batch.neverSent());
        assertEquals(
                NEW, batch.count("Lead", CREATED), batch.results().get(ALL - 1).explain());
        assertEquals(ALL, org.records("Lead").size());
    }

    @Test
    void aRecordThatIsInNoResultOfAStoppedJobIsUnknownToAResumptionAndMadeLater() {
        AtomicInteger polls = new AtomicInteger();
        Transport dying = (wire, deadline) -> {
            if (isPoll(wire) && polls.incrementAndGet() == 2) {
                abort(wire, deadline);
                throw new Died();
            }
            return org.transport().send(wire, deadline);
        };
        List<Lead> fresh = leads.subList(KNOWN, ALL);
        assertThrows(Died.class, () -> over(dying).pushAll(fresh, bulk));
        SalesforceSync sync = over((wire, deadline) -> wire.uri().getPath().endsWith("unprocessedrecords")
                ? csv("LastName\n")
                : org.transport().send(wire, deadline));
        PushBatch resumed = sync.resume(handles.get(0), fresh);
        assertEquals(
                NEW, resumed.count("Lead", UNKNOWN), resumed.results().get(0).explain());
        assertEquals(0, sync.pushAll(fresh).count("Lead", CREATED));
        org.clock().advance(Duration.ofMinutes(11));
        assertEquals(NEW, sync.pushAll(fresh).count("Lead", CREATED));
        assertEquals(ALL, org.records("Lead").size());
    }

    /** The push gives up since the org gives no answers, and an admin stops the job meanwhile. */
    @Test
    void aRecordThatIsInNoResultIsUnknownForTenMinutesInTheSameProcessToo() {
        AtomicBoolean isOut = new AtomicBoolean(true);
        SalesforceSync sync = over((wire, deadline) -> {
            if (isOut.get() && isPoll(wire)) {
                abort(wire, deadline);
                throw new IOException("down");
            }
            return wire.uri().getPath().endsWith("unprocessedrecords")
                    ? csv("LastName\n")
                    : org.transport().send(wire, deadline);
        });
        List<Lead> fresh = leads.subList(KNOWN, ALL);
        assertEquals(NEW, sync.pushAll(fresh, bulk).count("Lead", UNKNOWN));
        isOut.set(false);
        PushBatch resumed = sync.resume(handles.get(0), fresh);
        assertEquals(
                NEW, resumed.count("Lead", UNKNOWN), resumed.results().get(0).explain());
        assertEquals(0, sync.pushAll(fresh).count("Lead", CREATED));
        org.clock().advance(Duration.ofMinutes(11));
        assertEquals(NEW, sync.pushAll(fresh).count("Lead", CREATED));
    }

    @Test
    void aJobThatDoesNotComeToRestIsNotWaitedForAgainAndAgainByAResumption() {
        sync(leadsOnly).pushAll(leads, bulk);
        AtomicInteger polls = new AtomicInteger();
        SalesforceSync sync = over((wire, deadline) -> isPoll(wire)
                ? json("{\"id\":\"750000000000001\",\"state\":\"Aborted\",\"numberRecordsProcessed\":"
                        + polls.incrementAndGet() + "}")
                : org.transport().send(wire, deadline));
        Instant begun = org.clock().instant();
        OrgUnreachableException moving =
                assertThrows(OrgUnreachableException.class, () -> sync.resume(handles.get(0), leads));
        assertEquals(ReasonCode.JOB_UNDER_WAY, moving.reason().code());
        assertEquals(Duration.ofMinutes(5), Duration.between(begun, org.clock().instant()));
    }

    /** A row that Salesforce had not come to when it was asked, and that it refused a moment later. */
    @Test
    void whatARowCameToGoesBeforeThatNothingCameOfItYet() {
        org.rules("Lead").validation(lead -> "Person 300".equals(lead.text("LastName")), "not this one");
        List<Lead> fresh = leads.subList(KNOWN, ALL);
        sync(leadsOnly).pushAll(fresh, bulk);
        SalesforceSync sync = over((wire, deadline) -> {
            if (isPoll(wire)) {
                return json("{\"id\":\"750000000000001\",\"state\":\"Aborted\",\"numberRecordsProcessed\":250,"
                        + "\"numberRecordsFailed\":1}");
            }
            return wire.uri().getPath().endsWith("unprocessedrecords")
                    ? csv("Email\np300@example.com\n")
                    : org.transport().send(wire, deadline);
        });
        PushResult refused = sync.resume(handles.get(0), fresh).results().get(300 - KNOWN);
        assertEquals(
                "FIELD_CUSTOM_VALIDATION_EXCEPTION", refused.lead().reason().code());
    }

    @Test
    void aStoppedJobThatDoesNotComeToRestIsNotSaidToBeOver() {
        AtomicInteger polls = new AtomicInteger();
        PushBatch batch = over((wire, deadline) -> isPoll(wire)
                        ? json("{\"id\":\"750000000000001\",\"state\":\"Aborted\",\"numberRecordsProcessed\":"
                                + polls.incrementAndGet() + "}")
                        : org.transport().send(wire, deadline))
                .pushAll(leads, bulk);
        assertEquals(ALL, batch.count("Lead", UNKNOWN));
        assertEquals(
                ReasonCode.JOB_UNDER_WAY, batch.results().get(0).lead().reason().code());
        assertEquals(2 * 21, polls.get());
    }

    private static WireResponse json(String body) {
        return WireResponse.of(200, Map.of("content-type", "application/json"), body.getBytes(StandardCharsets.UTF_8));
    }

    private static WireResponse csv(String body) {
        return WireResponse.of(200, Map.of("content-type", "text/csv"), body.getBytes(StandardCharsets.UTF_8));
    }

    /** Salesforce gives the job up, and its results do not even have the rows that it was given. */
    @Test
    void rowsOfWhichAFailedJobSaysNothingAreLookedForAndMade() {
        PushBatch batch = over((wire, deadline) ->
                        org.transport().send(isUpload(wire) ? nonsense(wire) : wire, deadline))
                .pushAll(leads.subList(KNOWN, ALL), bulk);
        assertEquals(NEW, batch.count("Lead", CREATED), batch.results().get(0).explain());
        assertEquals(ALL, org.records("Lead").size());
    }

    private static boolean isUpload(WireRequest wire) {
        return wire.method().equals("PUT");
    }

    private static WireRequest nonsense(WireRequest wire) {
        return wire.withBody("Nonsense__c\n1\n".getBytes(StandardCharsets.UTF_8));
    }

    /** A job that Salesforce says to be in progress until it was told to stop, and for so many polls more. */
    private Transport stoppingAfter(int polls) {
        AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);
        return (wire, deadline) -> {
            boolean isAbort = wire.method().equals("PATCH")
                    && new String(wire.openBody().readAllBytes(), StandardCharsets.UTF_8).contains("Aborted");
            if (isAbort && left.get() > polls) {
                left.set(polls);
            }
            return isAbort && left.get() > 0 || isPoll(wire) && left.getAndDecrement() > 0
                    ? json("{\"id\":\"750000000000001\",\"state\":\"InProgress\"}")
                    : org.transport().send(wire, deadline);
        };
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5})
    void aJobThatIsNotOverInAnHourIsStoppedAndWhatItDidIsTold(int polls) {
        PushBatch batch = over(stoppingAfter(polls)).pushAll(leads, bulk);
        assertEquals(
                ALL,
                batch.count("Lead", CREATED) + batch.count("Lead", UPDATED),
                batch.results().get(0).explain() + batch.results().get(ALL - 1).explain());
    }

    @Test
    void aJobThatDoesNotStopIsUnknown() {
        PushBatch batch = over(stoppingAfter(200)).pushAll(leads, bulk);
        assertTrue(batch.count("Lead", UNKNOWN) >= ALL / 2);
        assertEquals(
                ReasonCode.JOB_UNDER_WAY, batch.unknown().get(0).lead().reason().code());
    }

    private static boolean isPoll(WireRequest wire) {
        return wire.method().equals("GET") && wire.uri().getPath().matches(".*/jobs/ingest/[^/]+");
    }

    @Test
    void whatIsNotAHandleIsRefusedAndSoIsThatOfAnotherOrg() {
        sync(leadsOnly).pushAll(leads, bulk);
        String cut = handles.get(0).substring(0, handles.get(0).length() - 3);
        assertThrows(IllegalArgumentException.class, () -> sync(leadsOnly).resume(cut, leads));
        FakeOrg other = FakeOrg.create("other");
        SalesforceSync foreign = Salesforce.over(other.transport())
                .withClock(other.clock())
                .connect(other.url(), AccessToken.of(other.token()))
                .sync(leadsOnly);
        assertThrows(RequestRefusedException.class, () -> foreign.resume(handles.get(0), leads));
    }

    @Test
    void jobsThatAreGoneCannotBeResumed() {
        sync(leadsOnly).pushAll(leads, bulk);
        org.clock().advance(Duration.ofDays(8));
        RequestRefusedException gone = assertThrows(
                RequestRefusedException.class, () -> sync(leadsOnly).resume(handles.get(0), leads));
        assertEquals(ReasonCode.JOB_GONE, gone.reason().code());
    }
}
