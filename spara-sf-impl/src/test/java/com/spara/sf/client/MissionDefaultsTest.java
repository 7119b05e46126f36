package com.spara.sf.client;

import static com.spara.sf.sync.Outcome.CREATED;
import static com.spara.sf.sync.Outcome.FAILED;
import static com.spara.sf.sync.Outcome.SKIPPED;
import static com.spara.sf.sync.Outcome.UNCHANGED;
import static com.spara.sf.sync.Outcome.UPDATED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.Lead;
import com.spara.sf.LeadField;
import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import com.spara.sf.RecordId;
import com.spara.sf.settings.FieldMapping;
import com.spara.sf.settings.Matching;
import com.spara.sf.settings.PushRule;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.spi.Lookup;
import com.spara.sf.spi.Matcher;
import com.spara.sf.sync.PushBatch;
import com.spara.sf.sync.PushResult;
import com.spara.sf.sync.RecordResult;
import com.spara.sf.testkit.FakeField;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Decisions where the contract is silent: each default, and each switch. */
class MissionDefaultsTest extends OnFakeOrg {

    @Nested
    @DisplayName("E-mail matches only a Contact while create Leads is on")
    class OtherObjectMatched {

        @Test
        void aLeadIsCreatedBecauseTheRulesAreIndependent() {
            addContact(ADA);
            assertEquals(CREATED, push(ada).lead().outcome());
        }

        @Test
        void theSwitchMakesNoSecondRecord() {
            addContact(ADA);
            SyncSettings one =
                    both.leads(PushRule.updateExisting().createWhenNoMatch().unlessOtherObjectMatched());
            PushResult result = sync(one).push(ada);
            assertEquals(ReasonCode.OTHER_OBJECT_MATCHED, result.lead().reason().code());
            assertTrue(org.records("Lead").isEmpty());
        }
    }

    @Test
    @DisplayName("Lead Id and Contact Id name different people: each by its own Id, with a warning")
    void idsThatDisagreeAreWarnedOf() {
        RecordId lead = addLead("a@example.com");
        RecordId contact = addContact("b@example.com");
        PushResult result = sync(SyncSettings.standard())
                .push(Lead.empty()
                        .with(LeadField.SALESFORCE_LEAD_ID, lead)
                        .with(LeadField.SALESFORCE_CONTACT_ID, contact));
        assertEquals(Optional.of(lead), result.lead().id());
        assertEquals(Optional.of(contact), result.contact().id());
        assertTrue(warns(result.lead(), ReasonCode.IDS_DISAGREE));
    }

    @Nested
    @DisplayName("A known Id is deleted, merged away or unreadable")
    class KnownIds {

        @Test
        void aDeletedIdFallsThroughToTheEmailAndIsSaidToBeStale() {
            RecordId deleted = addLead("old@example.com");
            org.delete(deleted);
            RecordId byEmail = addLead(ADA);
            PushResult result = push(ada.with(LeadField.SALESFORCE_LEAD_ID, deleted));
            assertEquals(Optional.of(byEmail), result.lead().id());
            Reason stale = warning(result.lead(), ReasonCode.STALE_ID);
            assertEquals(List.of(deleted), stale.ids());
            assertEquals(Optional.of(byEmail.value()), result.enrichedLead().text(LeadField.SALESFORCE_LEAD_ID));
        }

        @Test
        void anIdThatNobodyKnowsIsStaleToo() {
            PushResult result = push(ada.with(LeadField.SALESFORCE_LEAD_ID, "00Q000000000001"));
            assertEquals(CREATED, result.lead().outcome());
            assertTrue(warns(result.lead(), ReasonCode.STALE_ID));
        }

        @Test
        void aMergedIdFollowsItsMasterOverSeveralMerges() {
            RecordId first = addLead("a@example.com");
            RecordId second = addLead("b@example.com");
            RecordId third = addLead("c@example.com");
            org.merge(second, first);
            org.merge(third, second);
            PushResult result = push(ada.with(LeadField.SALESFORCE_LEAD_ID, first));
            assertEquals(Optional.of(third), result.lead().id());
            assertEquals(
                    List.of(first, third),
                    warning(result.lead(), ReasonCode.MERGED).ids());
        }

        @ParameterizedTest
        @ValueSource(strings = {"no id", "003D000000QV9n2", "00Q5g00000abcdeEAV"})
        void whatIsNoLeadIdIsWarnedOfAndNotLookedUp(String id) {
            RecordId byEmail = addLead(ADA);
            PushResult result = push(ada.with(LeadField.SALESFORCE_LEAD_ID, id));
            assertEquals(Optional.of(byEmail), result.lead().id());
            assertTrue(warns(result.lead(), ReasonCode.NOT_AN_ID));
        }
    }

    @Nested
    @DisplayName("Several records match: unconverted, then most recently created, then Id; the result lists them")
    class SeveralMatches {

        @Test
        void theUnconvertedComesFirst() {
            RecordId open = addLead(ADA);
            later();
            RecordId converted = addLead(ADA);
            org.convert(converted);
            RecordResult lead = push(ada).lead();
            assertEquals(Optional.of(open), lead.id());
            assertEquals(List.of(open, converted), lead.match().orElseThrow().candidates());
            assertEquals(
                    ReasonCode.UNCONVERTED_FIRST,
                    lead.match().orElseThrow().decidedBy().code());
        }

        @Test
        void thenTheMostRecentlyCreated() {
            addLead(ADA);
            later();
            RecordId newer = addLead(ADA);
            RecordResult lead = push(ada).lead();
            assertEquals(Optional.of(newer), lead.id());
            assertEquals(
                    ReasonCode.MOST_RECENT_FIRST,
                    lead.match().orElseThrow().decidedBy().code());
        }

        @Test
        void thenTheHighestId() {
            RecordId one = addLead(ADA);
            RecordId other = addLead(ADA);
            RecordResult lead = push(ada).lead();
            assertEquals(Optional.of(one.compareTo(other) > 0 ? one : other), lead.id());
            assertEquals(
                    ReasonCode.HIGHEST_ID_FIRST,
                    lead.match().orElseThrow().decidedBy().code());
        }
    }

    @Nested
    @DisplayName("The matching Lead is converted")
    class ConvertedLead {

        @Test
        void itIsAMatchAndNeverWrittenAndItsContactIsTheContactMatch() {
            RecordId lead = addLead(ADA);
            RecordId contact = org.convert(lead).contactId();
            org.update(contact, "Email", "elsewhere@example.com");
            later();
            addContact(ADA);
            PushResult result = push(ada.with("phone", "1"));
            assertEquals(SKIPPED, result.lead().outcome());
            assertEquals(ReasonCode.CONVERTED_LEAD, result.lead().reason().code());
            assertEquals(Optional.of(contact), result.contact().id());
            assertEquals(
                    "converted lead", result.contact().match().orElseThrow().matcher());
            assertEquals("1", org.record(contact).text("Phone"));
        }

        @Test
        void theStoredContactIdStillComesFirst() {
            RecordId lead = addLead(ADA);
            org.convert(lead);
            RecordId stored = addContact("b@example.com");
            PushResult result = push(ada.with(LeadField.SALESFORCE_CONTACT_ID, stored));
            assertEquals(Optional.of(stored), result.contact().id());
        }

        @Test
        void aConvertedContactThatIsDeletedIsNoMatch() {
            RecordId lead = addLead(ADA);
            org.delete(org.convert(lead).contactId());
            assertEquals(CREATED, push(ada).contact().outcome());
        }

        @Test
        void theSwitchMakesANewLeadForAReturningPerson() {
            RecordId lead = addLead(ADA);
            RecordId contact = org.convert(lead).contactId();
            PushResult result = sync(both.newLeadForReturningPerson()).push(ada);
            assertEquals(CREATED, result.lead().outcome());
            assertEquals(Optional.of(contact), result.contact().id());
        }
    }

    @Nested
    @DisplayName("A matcher failed: matched by the others, but nothing is created")
    class FailedMatcher {

        private final Matcher broken = Matcher.named("broken", (lead, object) -> {
            throw new IllegalStateException("secret");
        });

        @Test
        void theOthersStillMatch() {
            RecordId id = addLead(ADA);
            PushResult result =
                    sync(both.matching(Matching.standard().first(broken))).push(ada.with("phone", "1"));
            assertEquals(UPDATED, result.lead().outcome());
            assertEquals(Optional.of(id), result.lead().id());
            assertTrue(warns(result.lead(), ReasonCode.MATCHER_FAILED));
        }

        @Test
        void nothingIsCreated() {
            PushResult result =
                    sync(both.matching(Matching.standard().last(broken))).push(ada);
            assertEquals(FAILED, result.lead().outcome());
            assertEquals(ReasonCode.MATCHER_FAILED, result.lead().reason().code());
            assertTrue(org.records("Lead").isEmpty());
            assertFalse(result.explain().contains("secret"));
        }

        @Test
        void aFieldThatTheOrgDoesNotHaveCountsAsFailed() {
            Matcher unknown = Matcher.byField("customer_number", "Customer_No__c");
            PushResult result =
                    sync(both.matching(Matching.standard().first(unknown))).push(ada.with("customer_number", "1"));
            assertEquals(ReasonCode.MATCHER_FAILED, result.lead().reason().code());
            assertTrue(result.explain().contains("Customer_No__c"));
        }

        @Test
        void recordsThatFulfilPartsOfDifferentLookupsDoNotCountAsFailed() {
            RecordId acme = org.add("Account", "Name", "Acme");
            RecordId other = org.add("Account", "Name", "Other");
            org.add("Contact", "LastName", "Lovelace", "AccountId", other);
            Matcher byAccountAndName = Matcher.named(
                    "account and name",
                    (lead, object) -> object.equals("Contact")
                            ? List.of(Lookup.in(object)
                                    .where("AccountId", lead.id("account").orElseThrow())
                                    .where("LastName", lead.text("last_name").orElseThrow()))
                            : List.of());
            SyncSettings settings = both.leads(PushRule.off()).matching(Matching.by(byAccountAndName));
            PushBatch batch = sync(settings)
                    .pushAll(List.of(
                            Lead.empty().with("account", acme).with("last_name", "Lovelace"),
                            Lead.empty().with("account", other).with("last_name", "Babbage")));
            assertEquals(2, batch.count("Contact", CREATED));
        }

        @Test
        void lookingInAnotherObjectCountsAsFailed() {
            Matcher astray = Matcher.named(
                    "astray", (lead, object) -> List.of(Lookup.in("Account").where("Name", "A")));
            PushResult result =
                    sync(both.matching(Matching.standard().first(astray))).push(ada);
            assertEquals(ReasonCode.MATCHER_FAILED, result.lead().reason().code());
        }
    }

    @Test
    @DisplayName("What is empty: null or blank text; false and 0 are values")
    void onlyIfEmptyNeverWritesACheckboxOrANumberThatIsThere() {
        org.addField("Lead", FakeField.checkbox("Vip__c"));
        RecordId id = org.add("Lead", "LastName", "L", "Company", "C", "Email", ADA, "NumberOfEmployees", 0);
        SyncSettings settings = both.leads(PushRule.updateExisting()
                .map(FieldMapping.of("vip", "Vip__c").onlyIfEmpty())
                .map(FieldMapping.of("employees", "NumberOfEmployees").onlyIfEmpty()));
        assertEquals(
                UNCHANGED,
                sync(settings)
                        .push(ada.with("vip", true).with("employees", 5))
                        .lead()
                        .outcome());
        assertEquals("0", org.record(id).text("NumberOfEmployees"));
    }

    @Nested
    @DisplayName("The host's value is absent or blank: nothing is written; clearing is explicit")
    class AbsentValues {

        private final RecordId id = org.add("Lead", "LastName", "L", "Company", "C", "Email", ADA, "Phone", "0");

        @ParameterizedTest
        @NullSource
        @ValueSource(strings = {"", "   ", "\n"})
        void absentNeverClears(String phone) {
            PushResult result = push(Lead.of(ADA).with("phone", phone));
            assertEquals(UNCHANGED, result.lead().outcome());
            assertEquals("0", org.record(id).text("Phone"));
        }

        @Test
        void aLeadCanSayClearThisField() {
            assertEquals(UPDATED, push(Lead.of(ADA).clearing("phone")).lead().outcome());
            assertNull(org.record(id).text("Phone"));
        }

        @Test
        void aRequiredFieldIsNotCleared() {
            RecordResult lead = push(Lead.of(ADA).clearing("last_name")).lead();
            assertEquals(
                    ReasonCode.NOT_CLEARABLE,
                    lead.fieldsLeftOut().get(0).reason().code());
            assertEquals("L", org.record(id).text("LastName"));
        }
    }

    @Nested
    @DisplayName("Same value already there: nothing is written, and then no call is made")
    class SameValue {

        @Test
        void valuesAreComparedAsSalesforceStoresThem() {
            org.addField("Lead", FakeField.number("Score__c", 8, 2));
            org.addField("Lead", FakeField.reference("Buddy__c", "Contact"));
            RecordId buddy = addContact("b@example.com");
            org.add(
                    "Lead",
                    "LastName",
                    "Lovelace",
                    "Company",
                    "Acme",
                    "Email",
                    ADA,
                    "Score__c",
                    1.5,
                    "Buddy__c",
                    buddy);
            SyncSettings settings = both.contacts(PushRule.off())
                    .leads(PushRule.updateExisting()
                            .map("last_name", "LastName")
                            .map("score", "Score__c")
                            .map("buddy", "Buddy__c"));
            Lead same = Lead.of("ADA@example.com ")
                    .with("last_name", " Lovelace ")
                    .with("score", "1.500")
                    .with("buddy", buddy.value().substring(0, 15));
            org.calls().clear();
            assertEquals(UNCHANGED, sync(settings).push(same).lead().outcome());
            assertEquals(1, org.calls().count());
        }
    }

    @Nested
    @DisplayName("Required fields missing on create: a placeholder, on create only, shown in the result")
    class Placeholders {

        @Test
        void notProvidedIsWrittenOnCreate() {
            PushResult result = push(Lead.of(ADA));
            assertEquals("[not provided]", org.only("Lead").text("LastName"));
            assertEquals("[not provided]", org.only("Lead").text("Company"));
            assertEquals("[not provided]", org.only("Contact").text("LastName"));
            assertTrue(result.lead().fieldsWritten().stream()
                    .anyMatch(f -> f.field().equals("LastName") && f.reason().is(ReasonCode.PLACEHOLDER)));
        }

        @Test
        void aPlaceholderIsNeverWrittenOnUpdate() {
            addLead(ADA);
            assertEquals(UNCHANGED, push(Lead.of(ADA)).lead().outcome());
        }

        @Test
        void theTextCanBeChangedOrTheDefaultTurnedOff() {
            SyncSettings changed =
                    both.leads(PushRule.updateExisting().createWhenNoMatch().placeholder("unknown"));
            sync(changed).push(Lead.of(ADA));
            assertEquals("unknown", org.only("Lead").text("Company"));
            SyncSettings off = SyncSettings.standard()
                    .leads(PushRule.updateExisting().createWhenNoMatch().withoutPlaceholder());
            org.calls().clear();
            PushResult result = sync(off).push(Lead.of("new@example.com"));
            assertEquals(ReasonCode.REQUIRED_MISSING, result.lead().reason().code());
            assertTrue(result.lead().reason().text().contains("Company and LastName"));
            assertEquals(1, org.calls().count());
        }
    }

    @Nested
    @DisplayName("A value does not fit the field: it is left out and reported, the rest is written")
    class Unfit {

        @Test
        void theRestOfTheRecordIsWritten() {
            RecordResult lead = push(ada.with("phone", "1".repeat(41))).lead();
            assertEquals(CREATED, lead.outcome());
            assertEquals(
                    ReasonCode.TOO_LONG, lead.fieldsLeftOut().get(0).reason().code());
            assertNull(org.only("Lead").text("Phone"));
        }

        @Test
        void cuttingTextIsOptIn() {
            SyncSettings cutting = both.leads(PushRule.updateExisting()
                    .createWhenNoMatch()
                    .map(FieldMapping.of("phone", "Phone").cutToFit()));
            RecordResult lead =
                    sync(cutting).push(ada.with("phone", "1".repeat(41))).lead();
            assertEquals("1".repeat(40), org.only("Lead").text("Phone"));
            assertTrue(lead.fieldsWritten().stream().anyMatch(f -> f.reason().is(ReasonCode.CUT_TO_FIT)));
        }

        @Test
        void aFieldThatIsGoneIsReported() {
            SyncSettings gone =
                    both.leads(PushRule.updateExisting().createWhenNoMatch().map("colour", "Colour__c"));
            RecordResult lead = sync(gone).push(ada.with("colour", "violet")).lead();
            assertEquals(CREATED, lead.outcome());
            assertEquals(
                    ReasonCode.FIELD_UNKNOWN,
                    lead.fieldsLeftOut().get(0).reason().code());
        }
    }

    @Nested
    @DisplayName("Assignment rules run on create, and are switched off on update")
    class AssignmentRules {

        private final RecordId queue = org.queue("Inbound leads");

        AssignmentRules() {
            org.assignmentRule("Lead", record -> queue);
        }

        @Test
        void theyRunOnCreate() {
            push(ada);
            assertEquals(queue.value(), org.only("Lead").text("OwnerId"));
        }

        @Test
        void theyAreSwitchedOffOnUpdate() {
            RecordId owner = org.user("Grace Hopper", "grace@acme.example");
            RecordId id = org.add("Lead", "LastName", "L", "Company", "C", "Email", ADA, "OwnerId", owner);
            push(ada.with("phone", "1"));
            assertEquals(owner.value(), org.record(id).text("OwnerId"));
        }

        @Test
        void theyCanBeSwitchedOffOnCreateToo() {
            sync(both.leads(PushRule.updateExisting().createWhenNoMatch().withoutAssignmentRules()))
                    .push(ada);
            assertEquals(org.user().value(), org.only("Lead").text("OwnerId"));
        }
    }

    @Nested
    @DisplayName("The same person twice in one push: one record, fields folded, both results name it")
    class SamePersonTwice {

        @Test
        void theLaterLeadsValuesWin() {
            Lead first = ada.with("phone", "1");
            Lead second = Lead.of("ADA@example.com").with("company", "Bolt");
            PushBatch batch = sync(both).pushAll(List.of(first, second));
            assertEquals("Bolt", org.only("Lead").text("Company"));
            assertEquals("1", org.only("Lead").text("Phone"));
            assertEquals(
                    batch.results().get(0).lead().id(),
                    batch.results().get(1).lead().id());
            assertTrue(warns(batch.results().get(1).lead(), ReasonCode.SAME_PERSON_TWICE));
        }

        @Test
        void alsoWhenOnlyOneOfThemFindsTheRecord() {
            RecordId id = addLead("old@example.com");
            Lead byId = ada.with(LeadField.SALESFORCE_LEAD_ID, id).with("phone", "1");
            for (List<Lead> leads : List.of(List.of(byId, ada), List.of(ada, byId))) {
                PushBatch batch = sync(both.contacts(PushRule.off())).pushAll(leads);
                assertEquals(id, org.only("Lead").id());
                assertTrue(batch.results().stream()
                        .allMatch(r -> r.enrichedLead()
                                .id(LeadField.SALESFORCE_LEAD_ID)
                                .equals(Optional.of(id))));
                org.update(id, "Email", "old@example.com");
            }
        }

        @Test
        void alsoWhenOneIsKnownByIdAndTheOtherByEmail() {
            RecordId id = addLead(ADA);
            Lead byId = Lead.empty().with(LeadField.SALESFORCE_LEAD_ID, id).with("phone", "1");
            sync(both.contacts(PushRule.off())).pushAll(List.of(byId, ada.with("phone", "2")));
            assertEquals("2", org.only("Lead").text("Phone"));
        }
    }

    @Test
    @DisplayName("Both push rules off: nothing is written")
    void bothRulesOff() {
        RecordId id = addLead(ADA);
        SyncSettings off = both.leads(PushRule.off()).contacts(PushRule.off());
        PushResult result = sync(off).push(ada.with("phone", "1"));
        assertEquals(ReasonCode.RULE_OFF, result.lead().reason().code());
        assertEquals(Optional.of(id.value()), result.enrichedLead().text(LeadField.SALESFORCE_LEAD_ID));
        assertNull(org.record(id).text("Phone"));
    }

    @Test
    @DisplayName("The Contact of a person account is read, never written")
    void aPersonAccountsContactIsNeverWritten() {
        org.addField("Contact", FakeField.checkbox("IsPersonAccount"));
        RecordId id = org.add("Contact", "LastName", "L", "Email", ADA, "IsPersonAccount", true);
        RecordResult contact = push(ada.with("phone", "1")).contact();
        assertEquals(ReasonCode.PERSON_ACCOUNT, contact.reason().code());
        assertNull(org.record(id).text("Phone"));
    }

    private static boolean warns(RecordResult result, String code) {
        return result.warnings().stream().anyMatch(warning -> warning.is(code));
    }

    private static Reason warning(RecordResult result, String code) {
        return result.warnings().stream().filter(w -> w.is(code)).findFirst().orElseThrow();
    }
}
