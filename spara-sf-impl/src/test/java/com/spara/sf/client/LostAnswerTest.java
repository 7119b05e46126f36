package com.spara.sf.client;

import static com.spara.sf.sync.Outcome.CREATED;
import static com.spara.sf.sync.Outcome.FAILED;
import static com.spara.sf.sync.Outcome.UNKNOWN;
import static com.spara.sf.sync.Outcome.UPDATED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.Lead;
import com.spara.sf.ReasonCode;
import com.spara.sf.RecordId;
import com.spara.sf.connect.AccessToken;
import com.spara.sf.settings.FieldMapping;
import com.spara.sf.settings.PushRule;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.sync.PushBatch;
import com.spara.sf.sync.PushPlan;
import com.spara.sf.sync.PushResult;
import com.spara.sf.sync.RecordResult;
import com.spara.sf.sync.SalesforceSync;
import com.spara.sf.testkit.Call;
import com.spara.sf.testkit.FakeField;
import com.spara.sf.testkit.FakeOrg;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answer lost after a write was sent: never sent again blindly; look again first, then decide; else unknown, not a guess. */
class LostAnswerTest extends OnFakeOrg {

    private final SyncSettings leads = SyncSettings.standard().leads(both.leads());

    private final SyncSettings keyed = SyncSettings.standard()
            .leads(PushRule.updateExisting()
                    .createWhenNoMatch()
                    .map("last_name", "LastName")
                    .map("company", "Company")
                    .map(FieldMapping.of("host_id", "Host_Id__c").onlyIfEmpty())
                    .keyedBy("Host_Id__c"));

    private final Lead keyedAda = ada.with("host_id", "H-1");

    @BeforeEach
    void warm() {
        org.addField("Lead", FakeField.text("Loose_Id__c", 40).externalId());
        org.addField("Lead", FakeField.text("Host_Id__c", 40).externalId().unique());
        sync(keyed).push(Lead.of("warm@example.com").with("host_id", "H-0"));
        sync(leads).push(Lead.of("warm@example.com"));
        org.calls().clear();
    }

    private RecordResult push(SyncSettings settings, Lead lead) {
        return sync(settings).push(lead).lead();
    }

    @Test
    void aRecordThatWasMadeIsFoundByLooking() {
        org.next(Call.write()).losesItsAnswerAfterCommit();
        RecordResult lead = push(leads, ada);
        assertEquals(CREATED, lead.outcome());
        assertEquals(ReasonCode.FOUND_AFTER_LOSS, lead.reason().code());
        assertEquals(2, org.records("Lead").size());
        assertEquals(lead.id(), push(leads, ada).id());
        assertEquals(4, org.calls().count(), "read, write, look; and the next push's read");
    }

    @Test
    void aRecordThatWasUpdatedIsFoundByLooking() {
        push(leads, ada);
        org.next(Call.write()).losesItsAnswerAfterCommit();
        RecordResult lead = push(leads, ada.with("company", "Globex"));
        assertEquals(UPDATED, lead.outcome());
        assertEquals(ReasonCode.FOUND_AFTER_LOSS, lead.reason().code());
    }

    @Test
    void anUpdateThatWasLostIsMadeAgain() {
        RecordId id = push(leads, ada).id().orElseThrow();
        org.next(Call.write()).losesTheRequest();
        RecordResult lead = push(leads, ada.with("company", "Globex"));
        assertEquals(UPDATED, lead.outcome());
        assertEquals("Globex", org.record(id).text("Company"));
    }

    @Test
    void aCreateThatNobodyCanKnowOfIsUnknown() {
        org.next(Call.write()).losesTheRequest();
        RecordResult lead = push(leads, ada);
        assertEquals(UNKNOWN, lead.outcome());
        assertEquals(ReasonCode.ANSWER_LOST, lead.reason().code());
        assertTrue(
                lead.reason().text().contains("Salesforce may still make it until"),
                lead.reason().text());
        assertEquals(1, org.records("Lead").size());
    }

    @Test
    void whileACreateIsInDoubtNoPushMakesItAgain() {
        org.next(Call.write()).losesTheRequest();
        push(leads, ada);
        RecordResult again = push(leads, ada);
        assertEquals(FAILED, again.outcome());
        assertEquals(ReasonCode.CREATE_IN_DOUBT, again.reason().code());
        assertEquals(1, org.records("Lead").size());
        org.clock().advance(Duration.ofMinutes(11));
        assertEquals(CREATED, push(leads, ada).outcome());
    }

    @Test
    void aPushThatHasTimeWaitsItOutAndMakesTheRecordAgain() {
        SalesforceSync patient = Salesforce.over(org.transport())
                .withClock(org.clock())
                .withSleeper(time -> org.clock().advance(time))
                .withDeadline(Duration.ofMinutes(30))
                .connect(org.url(), AccessToken.of(org.token()))
                .sync(leads);
        org.next(Call.write()).losesTheRequest();
        assertEquals(CREATED, patient.push(ada).lead().outcome());
        assertEquals(2, org.records("Lead").size());
    }

    @Test
    void aKeyedCreateIsSimplySentAgain() {
        org.next(Call.write()).losesTheRequest();
        PushResult result = sync(keyed).push(keyedAda);
        assertEquals(CREATED, result.lead().outcome());
        assertTrue(result.notes().stream().anyMatch(note -> note.is(ReasonCode.REPEATED)));
        assertEquals("H-1", org.record(result.lead().id().orElseThrow()).text("Host_Id__c"));
    }

    @Test
    void aKeyedCreateThatHappenedIsFoundByItsKey() {
        org.next(Call.write()).losesItsAnswerAfterCommit();
        RecordResult lead = push(keyed, keyedAda);
        assertEquals(CREATED, lead.outcome());
        assertEquals(ReasonCode.FOUND_AFTER_LOSS, lead.reason().code());
        assertEquals(2, org.records("Lead").size());
    }

    @Test
    void aKeyThatIsNotUniqueIsNoKeyAndIsSaid() {
        SyncSettings loose = SyncSettings.standard()
                .leads(PushRule.updateExisting()
                        .createWhenNoMatch()
                        .map("company", "Company")
                        .map("host_id", "Loose_Id__c")
                        .keyedBy("Loose_Id__c"));
        Lead lead = Lead.of("loose@example.com").with("host_id", "H-9");
        org.next(Call.write()).losesTheRequest();
        assertEquals(UNKNOWN, push(loose, lead).outcome());
        assertEquals(1, org.records("Lead").size());
        assertTrue(sync(loose).check(loose).stream()
                .anyMatch(problem -> problem.reason().is(ReasonCode.KEY_NOT_UNIQUE)));
    }

    @Test
    void aKeyThatSomebodyElseTookMeanwhileIsAMatch() {
        org.next(Call.create("Lead")).refuses("DUPLICATE_VALUE", "duplicate value found", "Host_Id__c");
        RecordId theirs = org.add("Lead", "LastName", "X", "Company", "Old", "Host_Id__c", "H-2");
        RecordResult lead =
                push(keyed, Lead.of("b@example.com").with("host_id", "H-2").with("company", "New"));
        assertEquals(UPDATED, lead.outcome());
        assertEquals(theirs, lead.id().orElseThrow());
        org.next(Call.create("Lead")).stops();
    }

    @Test
    void aRecordIsFoundByItsKeyThoughItsAddressChanged() {
        push(keyed, keyedAda);
        RecordResult lead =
                push(keyed, Lead.of("new@example.com").with("host_id", "H-1").with("company", "Acme"));
        assertEquals(UPDATED, lead.outcome());
        assertEquals("Host_Id__c", lead.match().orElseThrow().matcher());
    }

    @Test
    void ofABatchWhoseAnswerWasLostEveryRecordIsFound() {
        List<Lead> many = IntStream.range(0, 120)
                .mapToObj(i -> Lead.of("p" + i + "@example.com").with("last_name", "L" + i))
                .toList();
        org.next(Call.write()).losesItsAnswerAfterCommit();
        PushBatch batch = sync(leads).pushAll(many);
        assertEquals(120, batch.count("Lead", CREATED));
        assertEquals(121, org.records("Lead").size());
    }

    @Test
    void aKeyedPlanWhoseAnswerWasLostIsNotSaidToHaveFailed() {
        SalesforceSync sync = sync(keyed);
        PushPlan plan = sync.plan(keyedAda);
        org.next(Call.write()).losesItsAnswerAfterCommit();
        assertEquals(UNKNOWN, sync.push(plan).lead().outcome());
        assertEquals(2, org.records("Lead").size());
    }

    @Test
    void aKeyedCreateThatHappenedIsFoundThoughItsRepetitionIsRefused() {
        org.next(Call.write()).losesItsAnswerAfterCommit();
        org.next(Call.write()).usesUpTheCalls();
        RecordResult lead = push(keyed, keyedAda);
        assertEquals(UNKNOWN, lead.outcome());
        assertEquals(2, org.records("Lead").size());
    }

    @Test
    void aPlanWhoseAnswerWasLostIsUnknownAndRemembered() {
        SalesforceSync sync = sync(leads);
        PushPlan plan = sync.plan(ada);
        org.next(Call.write()).losesTheRequest();
        assertEquals(UNKNOWN, sync.push(plan).lead().outcome());
        assertEquals(ReasonCode.CREATE_IN_DOUBT, push(leads, ada).reason().code());
    }

    @Test
    void aPlanMakesNothingThatAnEarlierPushMayStillMake() {
        SalesforceSync sync = sync(leads);
        PushPlan plan = sync.plan(ada);
        PushPlan sameAgain = sync.plan(ada);
        org.next(Call.write()).losesTheRequest();
        assertEquals(UNKNOWN, sync.push(plan).lead().outcome());
        RecordResult second = sync.push(sameAgain).lead();
        assertEquals(FAILED, second.outcome());
        assertEquals(ReasonCode.CREATE_IN_DOUBT, second.reason().code());
    }

    @Test
    void aRecordIsNotMadeWithoutItsKey() {
        RecordResult lead = push(keyed, ada.with("host_id", "H-".repeat(30)));
        assertEquals(FAILED, lead.outcome());
        assertEquals(ReasonCode.CREATE_WITHOUT_KEY, lead.reason().code());
        assertEquals(1, org.records("Lead").size());
    }

    @Test
    void aLostUpdateOfARecordThatWasConvertedMeanwhileIsNotSaidToBeDone() {
        RecordId id = push(leads, ada).id().orElseThrow();
        org.next(Call.write()).losesTheRequest();
        SalesforceSync sync = Salesforce.over(org.transport())
                .withClock(org.clock())
                .withSleeper(time -> {
                    org.clock().advance(time);
                    if (!"true".equals(org.record(id).text("IsConverted"))) {
                        org.convert(id);
                    }
                })
                .connect(org.url(), AccessToken.of(org.token()))
                .sync(leads);
        assertEquals(UNKNOWN, sync.push(ada.with("company", "Globex")).lead().outcome());
    }

    @Test
    void thatATokenStoreFailsWhileALostRecordIsLookedForMakesNoSecondOne() {
        FakeOrg other = FakeOrg.create("other");
        other.app("key").secret("secret").runsAs(other.user());
        AtomicBoolean broken = new AtomicBoolean();
        SalesforceSync sync = Salesforce.over((request, deadline) -> {
                    if (broken.get()) {
                        throw new IllegalStateException("the host's own fault");
                    }
                    return other.transport().send(request, deadline);
                })
                .withClock(other.clock())
                .withSleeper(time -> broken.set(true))
                .connect(other.url(), AccessToken.of(other.token()))
                .sync(leads);
        sync.push(Lead.of("warm@example.com"));
        other.next(Call.write()).losesTheRequest();
        sync.push(ada);
        broken.set(false);
        assertEquals(ReasonCode.CREATE_IN_DOUBT, sync.push(ada).lead().reason().code());
    }
}
