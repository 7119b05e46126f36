package com.spara.sf.client;

import static com.spara.sf.sync.Outcome.FAILED;
import static com.spara.sf.sync.Outcome.UNKNOWN;
import static com.spara.sf.sync.Outcome.UPDATED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.Lead;
import com.spara.sf.RecordId;
import com.spara.sf.connect.AccessToken;
import com.spara.sf.settings.PushRule;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.sync.RecordResult;
import com.spara.sf.sync.SalesforceSync;
import com.spara.sf.testkit.Call;
import com.spara.sf.testkit.FakeField;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How often a refused record is tried again, and when not. */
class RepairTest extends OnFakeOrg {

    private final SyncSettings leads = both.contacts(PushRule.off());

    @ParameterizedTest
    @ValueSource(strings = {"UNABLE_TO_LOCK_ROW", "PROCESSING_HALTED", "ALL_OR_NONE_OPERATION_ROLLED_BACK"})
    void aRecordThatOthersKeepFromBeingWrittenIsSentThreeTimes(String code) {
        org.next(Call.create("Lead")).refuses(code, "busy").always();
        assertEquals(FAILED, sync(leads).push(ada).lead().outcome());
        assertEquals(4, org.calls().count(), "one read, three writes");
    }

    @Test
    void aKeyedCreateThatIsLostAgainAndAgainIsSentThreeTimes() {
        org.addField("Lead", FakeField.text("Host_Id__c", 40).externalId().unique());
        SalesforceSync sync = sync(SyncSettings.standard()
                .leads(PushRule.updateExisting()
                        .createWhenNoMatch()
                        .map("host_id", "Host_Id__c")
                        .keyedBy("Host_Id__c")));
        org.next(Call.create("Lead")).losesTheRequest().always();
        assertEquals(UNKNOWN, sync.push(ada.with("host_id", "H-1")).lead().outcome());
        assertEquals(3, org.metTrouble().size());
    }

    @Test
    void aValueThatAnotherRecordHasIsLeftOutOfAnUpdate() {
        RecordId id = addLead(ADA);
        org.next(Call.update("Lead")).refuses("DUPLICATE_VALUE", "taken", "Phone");
        RecordResult lead = sync(leads)
                .push(ada.with("phone", "1").with("company", "Globex"))
                .lead();
        assertEquals(UPDATED, lead.outcome());
        assertEquals("DUPLICATE_VALUE", lead.fieldsLeftOut().get(0).reason().code());
        assertEquals("Globex", org.record(id).text("Company"));
    }

    @Test
    void onlyLimitsThatRowsShareAreMetInHalves() {
        List<Lead> many = IntStream.range(0, 60)
                .mapToObj(i -> Lead.of("p" + i + "@example.com"))
                .toList();
        org.next(Call.create("Lead"))
                .refuses("FIELD_CUSTOM_VALIDATION_EXCEPTION", "no")
                .always();
        assertEquals(60, sync(leads).pushAll(many).count("Lead", FAILED));
        assertEquals(2, org.calls().count());
    }

    @Test
    void thePauseBeforeALockedRowIsTriedAgainIsShort() {
        List<Duration> pauses = new ArrayList<>();
        org.next(Call.create("Lead")).refuses("UNABLE_TO_LOCK_ROW", "locked");
        Salesforce.over(org.transport())
                .withClock(org.clock())
                .withSleeper(pauses::add)
                .connect(org.url(), AccessToken.of(org.token()))
                .sync(leads)
                .push(ada);
        assertEquals(List.of(Duration.ofMillis(400)), pauses);
    }

    private SalesforceSync interrupted() {
        return Salesforce.over(org.transport())
                .withClock(org.clock())
                .withSleeper(time -> {
                    throw new InterruptedException();
                })
                .connect(org.url(), AccessToken.of(org.token()))
                .sync(leads);
    }

    @Test
    void whoIsInterruptedBeforeTheNextTrySaysTheRefusalAndStaysInterrupted() {
        org.next(Call.create("Lead")).refuses("UNABLE_TO_LOCK_ROW", "locked");
        RecordResult lead = interrupted().push(ada).lead();
        assertEquals("UNABLE_TO_LOCK_ROW", lead.reason().code());
        assertTrue(Thread.interrupted());
    }

    @Test
    void whoIsInterruptedBeforeTheNextLookDoesNotKnowAndStaysInterrupted() {
        org.next(Call.create("Lead")).losesTheRequest();
        assertEquals(UNKNOWN, interrupted().push(ada).lead().outcome());
        assertTrue(Thread.interrupted());
    }
}
