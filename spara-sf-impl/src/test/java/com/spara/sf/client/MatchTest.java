package com.spara.sf.client;

import static com.spara.sf.sync.Outcome.CREATED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.Lead;
import com.spara.sf.LeadField;
import com.spara.sf.ReasonCode;
import com.spara.sf.RecordId;
import com.spara.sf.settings.Matching;
import com.spara.sf.settings.PushRule;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.spi.Lookup;
import com.spara.sf.spi.Matcher;
import com.spara.sf.sync.PushResult;
import com.spara.sf.sync.RecordResult;
import com.spara.sf.testkit.FakeField;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which record a lead is, in the corners, and what its result warns of. */
class MatchTest extends OnFakeOrg {

    private static final String NOBODY = "00QFk000000zzzzMAA";

    private static boolean warns(RecordResult result, String code) {
        return result.warnings().stream().anyMatch(warning -> warning.is(code));
    }

    @Test
    void aRecordThatTwoLookupsFindIsOneCandidate() {
        RecordId id = org.add("Lead", "LastName", "L", "Company", "C", "Email", ADA, "Phone", "1");
        Matcher both = Matcher.named(
                "e-mail or phone",
                (lead, object) -> List.of(
                        Lookup.in(object).where("Email", ADA), Lookup.in(object).where("Phone", "1")));
        var match = sync(SyncSettings.standard().matching(Matching.by(both)))
                .push(ada)
                .lead()
                .match()
                .orElseThrow();
        assertEquals(List.of(id), match.candidates());
        assertEquals(ReasonCode.ONLY_CANDIDATE, match.decidedBy().code());
    }

    @Test
    void aStoredIdThatIsGoodIsNotWarnedOf() {
        PushResult result = push(ada.with(LeadField.SALESFORCE_LEAD_ID, addLead(ADA))
                .with(LeadField.SALESFORCE_CONTACT_ID, addContact(ADA)));
        assertEquals(List.of(), result.lead().warnings());
        assertEquals(List.of(), result.contact().warnings());
    }

    @Test
    void whatIsNoContactIdIsWarnedOfToo() {
        PushResult result = push(ada.with(LeadField.SALESFORCE_CONTACT_ID, addLead(ADA)));
        assertTrue(warns(result.contact(), ReasonCode.NOT_AN_ID));
        assertFalse(warns(result.lead(), ReasonCode.NOT_AN_ID));
    }

    @Test
    void aMergedContactIdFollowsItsMaster() {
        RecordId old = addContact("a@example.com");
        RecordId master = addContact("b@example.com");
        org.merge(master, old);
        RecordResult contact =
                push(ada.with(LeadField.SALESFORCE_CONTACT_ID, old)).contact();
        assertEquals(Optional.of(master), contact.id());
        assertTrue(warns(contact, ReasonCode.MERGED));
    }

    @Test
    void recordsOfWhomOneWasFoundByItsEmailDoNotDisagree() {
        RecordId lead = addLead("other@example.com");
        RecordId contact = addContact(ADA);
        PushResult result = push(ada.with(LeadField.SALESFORCE_LEAD_ID, lead));
        assertEquals(Optional.of(contact), result.contact().id());
        assertFalse(warns(result.lead(), ReasonCode.IDS_DISAGREE));
    }

    @Test
    void aStaleIdInPlaceOfWhichTheEmailFoundTheLeadDoesNotDisagree() {
        RecordId lead = addLead(ADA);
        RecordId contact = addContact("other@example.com");
        PushResult result =
                push(ada.with(LeadField.SALESFORCE_LEAD_ID, NOBODY).with(LeadField.SALESFORCE_CONTACT_ID, contact));
        assertEquals(Optional.of(lead), result.lead().id());
        assertFalse(warns(result.lead(), ReasonCode.IDS_DISAGREE));
    }

    @Test
    void whereNothingOfTheOtherObjectMatchesARecordIsMadeUnlessOneDoes() {
        SyncSettings one =
                both.leads(PushRule.updateExisting().createWhenNoMatch().unlessOtherObjectMatched());
        assertEquals(CREATED, sync(one).push(ada).lead().outcome());
    }

    private SyncSettings keyed() {
        org.addField("Lead", FakeField.text("Host_Id__c", 40).externalId().unique());
        return SyncSettings.standard()
                .leads(PushRule.updateExisting()
                        .createWhenNoMatch()
                        .map("host_id", "Host_Id__c")
                        .keyedBy("Host_Id__c"));
    }

    private RecordId addKeyed(String key) {
        return org.add("Lead", "LastName", "L", "Company", "C", "Host_Id__c", key);
    }

    @Test
    void aStoredIdComesBeforeTheKeyAndTheKeyBeforeTheEmail() {
        SyncSettings keyed = keyed();
        RecordId byKey = addKeyed("H-1");
        RecordId byId = addLead("other@example.com");
        addLead(ADA);
        Lead lead = ada.with("host_id", "H-1");
        assertEquals(Optional.of(byKey), sync(keyed).plan(lead).lead().id());
        Lead stored = lead.with(LeadField.SALESFORCE_LEAD_ID, byId);
        assertEquals(Optional.of(byId), sync(keyed).plan(stored).lead().id());
    }

    @Test
    void aKeyIsLookedForAlsoWhereOnlyStoredIdsMatch() {
        SyncSettings keyed = keyed().matching(Matching.by(Matcher.LEAD_ID));
        RecordId byKey = addKeyed("H-1");
        assertEquals(
                Optional.of(byKey),
                sync(keyed).push(ada.with("host_id", "H-1")).lead().id());
    }
}
