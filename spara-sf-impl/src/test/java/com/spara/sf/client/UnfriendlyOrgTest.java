package com.spara.sf.client;

import static com.spara.sf.sync.Outcome.CREATED;
import static com.spara.sf.sync.Outcome.FAILED;
import static com.spara.sf.sync.Outcome.SKIPPED;
import static com.spara.sf.sync.Outcome.UPDATED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.Lead;
import com.spara.sf.LeadField;
import com.spara.sf.ReasonCode;
import com.spara.sf.RecordId;
import com.spara.sf.SalesforceException;
import com.spara.sf.settings.DuplicateHandling;
import com.spara.sf.settings.FieldMapping;
import com.spara.sf.settings.Matching;
import com.spara.sf.settings.PushRule;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.spi.Lookup;
import com.spara.sf.spi.Matcher;
import com.spara.sf.sync.Outcome;
import com.spara.sf.sync.Problem;
import com.spara.sf.sync.PushBatch;
import com.spara.sf.sync.PushResult;
import com.spara.sf.sync.RecordResult;
import com.spara.sf.testkit.DuplicateRule;
import com.spara.sf.testkit.FakeField;
import com.spara.sf.testkit.Trigger;
import com.spara.sf.testkit.Unsettled;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real orgs are not friendly: hidden fields, restricted picklists, rules written by admins who have left. */
class UnfriendlyOrgTest extends OnFakeOrg {

    private final SyncSettings leadsOnly = both.contacts(PushRule.off());

    @Nested
    @DisplayName("A duplicate rule refuses a create")
    class Duplicates {

        private final RecordId known = org.add("Lead", "LastName", "Known", "Company", "Acme", "Phone", "4711");
        private final DuplicateRule samePhone = DuplicateRule.alert("Same_Phone")
                .matching((incoming, existing) ->
                        incoming.text("Phone") != null && incoming.text("Phone").equals(existing.text("Phone")));
        private final Lead twin = ada.with("phone", "4711");

        private SyncSettings handling(DuplicateHandling handling) {
            return leadsOnly.leads(PushRule.updateExisting()
                    .createWhenNoMatch()
                    .onDuplicate(handling)
                    .map("last_name", "LastName")
                    .map("phone", "Phone"));
        }

        @Test
        void itIsReportedByDefaultWithTheRecordsThatSalesforceNamed() {
            org.rules("Lead").duplicates(samePhone);
            RecordResult lead = push(twin).lead();
            assertEquals(FAILED, lead.outcome());
            assertEquals(List.of(known), lead.duplicate().orElseThrow().records());
            assertEquals("Same_Phone", lead.duplicate().orElseThrow().rule());
            assertTrue(!lead.duplicate().orElseThrow().isBlocking());
            assertEquals(1, org.records("Lead").size());
        }

        @Test
        void theExistingRecordIsUsedWhenTheSettingsSaySo() {
            org.rules("Lead").duplicates(samePhone);
            RecordResult lead =
                    sync(handling(DuplicateHandling.USE_EXISTING)).push(twin).lead();
            assertEquals(UPDATED, lead.outcome());
            assertEquals(Optional.of(known), lead.id());
            assertEquals("duplicate rule", lead.match().orElseThrow().matcher());
            assertEquals(ADA, org.only("Lead").text("Email"));
        }

        @Test
        void ofSeveralExistingRecordsNoneIsUsed() {
            org.add("Lead", "LastName", "Second", "Company", "Acme", "Phone", "4711");
            org.rules("Lead").duplicates(samePhone);
            assertEquals(
                    FAILED,
                    sync(handling(DuplicateHandling.USE_EXISTING))
                            .push(twin)
                            .lead()
                            .outcome());
            assertEquals(2, org.records("Lead").size());
            assertEquals(2, org.calls().count(), "nothing to be read again");
        }

        @Test
        void aContactNamedByALeadRuleIsTheContactMatchInstead() {
            RecordId contact = org.add("Contact", "LastName", "Known", "Phone", "999");
            org.rules("Lead")
                    .duplicates(DuplicateRule.alert("Cross")
                            .matching("Contact", (incoming, existing) -> "999".equals(incoming.text("Phone"))));
            SyncSettings settings = handling(DuplicateHandling.USE_EXISTING)
                    .contacts(PushRule.updateExisting().map("last_name", "LastName"));
            PushResult result = sync(settings).push(ada.with("phone", "999"));
            assertEquals(SKIPPED, result.lead().outcome());
            assertEquals(ReasonCode.DUPLICATE_IS_CONTACT, result.lead().reason().code());
            assertEquals(Optional.of(contact), result.contact().id());
            assertEquals("Lovelace", org.record(contact).text("LastName"));
            assertEquals(1, org.records("Lead").size());
        }

        @Test
        void savingAnywayPassesAnAlertAndNeverABlock() {
            org.rules("Lead").duplicates(samePhone);
            assertEquals(
                    CREATED,
                    sync(handling(DuplicateHandling.SAVE_ANYWAY))
                            .push(twin)
                            .lead()
                            .outcome());
            org.rules("Lead").duplicates(DuplicateRule.block("Never").matching((incoming, existing) -> true));
            RecordResult blocked = sync(handling(DuplicateHandling.SAVE_ANYWAY))
                    .push(Lead.of("b@example.com"))
                    .lead();
            assertEquals(FAILED, blocked.outcome());
            assertTrue(blocked.duplicate().orElseThrow().isBlocking());
        }

        @Test
        void tenOfTwoHundredCostOneMoreCallAndNameTheirRecords() {
            org.rules("Lead").duplicates(samePhone);
            List<Lead> leads = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                leads.add(Lead.of("p" + i + "@example.com").with("phone", i < 10 ? "4711" : "" + i));
            }
            sync(leadsOnly).push(Lead.of("warm@example.com"));
            org.calls().clear();
            PushBatch batch = sync(leadsOnly).pushAll(leads);
            assertEquals(3, org.calls().count());
            assertEquals(190, batch.count("Lead", CREATED));
            assertTrue(batch.failed().stream()
                    .allMatch(r -> r.lead().duplicate().orElseThrow().records().equals(List.of(known))));
        }
    }

    @Nested
    @DisplayName("Enough rights, or a clear word")
    class Rights {

        @Test
        void aHiddenMappedFieldCostsThreeCallsOnceAndIsLeftOut() {
            org.rights().hides("Lead", "Phone");
            PushResult first = push(ada.with("phone", "1"));
            assertEquals(CREATED, first.lead().outcome());
            assertEquals(
                    ReasonCode.FIELD_UNKNOWN,
                    first.lead().fieldsLeftOut().get(0).reason().code());
            assertEquals(3, org.calls().count());
            org.calls().clear();
            push(Lead.of("grace@example.com").with("phone", "2"));
            assertEquals(2, org.calls().count());
        }

        @Test
        void noRightOnAccountCostsThreeCallsOnceAndTheAccountIsNotRead() {
            org.add("Account", "Name", "Acme");
            org.rights().noAccessTo("Account");
            Lead stored = ada.with(LeadField.SALESFORCE_ACCOUNT_NAME, "Stored");
            PushResult first = push(stored);
            assertEquals(CREATED, first.lead().outcome());
            assertEquals(Optional.of("Stored"), first.enrichedLead().text(LeadField.SALESFORCE_ACCOUNT_NAME));
            assertTrue(first.notes().stream().anyMatch(n -> n.is(ReasonCode.LOOKUP_REFUSED)), first.explain());
            assertEquals(3, org.calls().count());
            org.calls().clear();
            push(Lead.of("grace@example.com").with("company", "Acme"));
            assertEquals(2, org.calls().count());
        }

        @Test
        void noRightToCreateOneObjectLeavesTheOtherPossible() {
            org.rights().cannotCreate("Contact");
            PushResult result = push(ada);
            assertEquals(CREATED, result.lead().outcome());
            assertEquals(FAILED, result.contact().outcome());
            assertEquals(ReasonCode.NO_RIGHT, result.contact().reason().code());
        }

        @Test
        void noRightToEditIsSaid() {
            addLead(ADA);
            org.rights().cannotEdit("Lead");
            assertEquals(
                    ReasonCode.NO_RIGHT,
                    push(ada.with("phone", "1")).lead().reason().code());
        }

        @Test
        void noRightOnContactsAtAllLeavesLeadsPossibleAndCreatesNoContact() {
            org.rights().noAccessTo("Contact");
            PushResult result = push(ada);
            assertEquals(CREATED, result.lead().outcome());
            assertEquals(FAILED, result.contact().outcome());
        }

        @Test
        void noRightOnTheDescribeStillPushes() {
            org.rights().cannotDescribe("Lead");
            PushResult result = push(ada.with("phone", "1"));
            assertEquals(CREATED, result.lead().outcome());
            assertEquals("1", org.only("Lead").text("Phone"));
        }

        @Test
        void aReadOnlyFieldIsLeftOut() {
            org.rights().readOnly("Lead", "Phone");
            RecordResult lead = push(ada.with("phone", "1")).lead();
            assertEquals(CREATED, lead.outcome());
            assertEquals(
                    ReasonCode.FIELD_READ_ONLY,
                    lead.fieldsLeftOut().get(0).reason().code());
        }

        @Test
        void aFieldHiddenWhileTheDescribeWasGoodIsFoundOut() {
            push(Lead.of("warm@example.com"));
            org.rights().hides("Lead", "Phone");
            RecordResult lead = push(ada.with("phone", "1")).lead();
            assertEquals(CREATED, lead.outcome());
            assertEquals(
                    ReasonCode.FIELD_UNKNOWN,
                    lead.fieldsLeftOut().get(0).reason().code());
        }
    }

    @Nested
    @DisplayName("Rules, triggers and limits of the org")
    class Rules {

        @Test
        void aValidationRulesWordsAreKept() {
            org.rules("Lead").validation(record -> record.text("Phone") == null, "A Lead needs a phone");
            RecordResult lead = push(ada).lead();
            assertEquals("FIELD_CUSTOM_VALIDATION_EXCEPTION", lead.reason().code());
            assertEquals(Optional.of("A Lead needs a phone"), lead.reason().salesforceWords());
        }

        @Test
        void aFieldThatAValidationRuleNamesIsLeftOut() {
            org.rules("Lead").validation(record -> "bad".equals(record.text("Phone")), "No bad phones", "Phone");
            RecordResult lead = push(ada.with("phone", "bad")).lead();
            assertEquals(CREATED, lead.outcome());
            assertEquals("Phone", lead.fieldsLeftOut().get(0).field());
        }

        @Test
        void aTriggerThatThrowsFailsItsRecordsOnly() {
            org.rules("Contact").trigger("Npe", Trigger.When.BEFORE_INSERT, records -> {
                throw new IllegalStateException("npe");
            });
            PushResult result = push(ada);
            assertEquals(CREATED, result.lead().outcome());
            assertEquals(
                    "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY",
                    result.contact().reason().code());
        }

        @Test
        void aCollectionThatOverrunsTheCpuLimitIsHalvedUntilItPassesAndTheSizeIsRemembered() {
            org.rules("Lead").cpuBudget(60);
            List<Lead> leads = leads(200);
            PushBatch batch = sync(leadsOnly).pushAll(leads);
            assertEquals(200, batch.count("Lead", CREATED));
            org.calls().clear();
            List<Lead> more = IntStream.range(0, 200)
                    .mapToObj(i -> Lead.of("q" + i + "@example.com"))
                    .toList();
            assertEquals(200, sync(leadsOnly).pushAll(more).count("Lead", CREATED));
            assertEquals(1 + 4, org.calls().count());
        }

        @Test
        void aLockedRowIsTriedAgain() {
            RecordId id = addLead(ADA);
            org.locks(id).forNextWrites(2);
            assertEquals(UPDATED, push(ada.with("phone", "1")).lead().outcome());
        }

        @Test
        void aRowLockedInABatchHarmsNoOther() {
            List<Lead> leads = leads(50);
            sync(leadsOnly).pushAll(leads);
            org.locks(org.records("Lead").get(7).id()).forNextWrites(1);
            PushBatch batch = sync(leadsOnly)
                    .pushAll(leads.stream().map(lead -> lead.with("phone", "1")).toList());
            assertEquals(50, batch.count("Lead", UPDATED));
        }

        @Test
        void fullStorageIsSaid() {
            org.storageIsFull(true);
            assertEquals("STORAGE_LIMIT_EXCEEDED", push(ada).lead().reason().code());
        }

        @Test
        void aRequiredFieldOfTheAdminsIsNamedAndCostsNoWrite() {
            org.addField("Lead", FakeField.text("Cost_Centre__c", 10).required());
            RecordResult lead = sync(leadsOnly).push(ada).lead();
            assertEquals(ReasonCode.REQUIRED_MISSING, lead.reason().code());
            assertTrue(lead.reason().text().contains("Cost_Centre__c"));
            assertEquals(1, org.calls().count());
        }

        private List<Lead> leads(int count) {
            return IntStream.range(0, count)
                    .mapToObj(i -> Lead.of("p" + i + "@example.com"))
                    .toList();
        }
    }

    @ParameterizedTest
    @EnumSource(Unsettled.class)
    @DisplayName("Whatever the answer to what no source settles, a push ends well")
    void bothAnswersAreSurvived(Unsettled question) {
        for (boolean answer : List.of(true, false)) {
            org.settle(question, answer);
            String email = question.name().toLowerCase(Locale.ROOT) + answer + "@example.com";
            Lead lead = Lead.of(email).with("last_name", "@{x.id}").with("phone", "1");
            assertEquals(CREATED, push(lead).lead().outcome());
            assertEquals(Outcome.UNCHANGED, push(lead).lead().outcome());
            assertEquals(UPDATED, push(lead.with("phone", "2")).lead().outcome());
        }
    }

    @Test
    void aLongListOfValuesIsHalvedWhenTheAddressOfASubrequestIsTooLong() {
        org.settle(Unsettled.SUBREQUEST_URLS_END_AT_16_KB, true);
        List<Lead> leads = IntStream.range(0, 200)
                .mapToObj(i -> Lead.of("x".repeat(60) + i + "@example.com"))
                .toList();
        assertEquals(200, sync(leadsOnly).pushAll(leads).count("Lead", CREATED));
        assertEquals(200, sync(leadsOnly).pushAll(leads).count("Lead", Outcome.UNCHANGED));
    }

    @Nested
    @DisplayName("check: settings held against the org")
    class Check {

        private List<String> codes(SyncSettings settings) {
            return sync(settings).check(settings).stream()
                    .map(problem -> problem.object() + "." + problem.field().orElse("") + " "
                            + problem.reason().code())
                    .toList();
        }

        @Test
        void eachMappingThatCannotWorkOrWillSurpriseIsListed() {
            org.addField("Lead", FakeField.checkbox("Vip__c"));
            org.addField("Lead", FakeField.text("Short__c", 50));
            org.addField("Lead", FakeField.picklist("Pick__c", "Hot").restricted());
            org.addField("Lead", FakeField.text("Cost_Centre__c", 10).required());
            org.rights().readOnly("Lead", "Title");
            SyncSettings settings = both.leads(PushRule.updateExisting()
                    .createWhenNoMatch()
                    .map("colour", "Colour__c")
                    .map("job_title", "Title")
                    .map("conversation", "Short__c")
                    .map(FieldMapping.of("vip", "Vip__c").onlyIfEmpty())
                    .map(FieldMapping.constant("Warm", "Pick__c")));
            assertEquals(
                    List.of(
                            "Lead.Colour__c FIELD_UNKNOWN",
                            "Lead.Title FIELD_READ_ONLY",
                            "Lead.Pick__c NOT_IN_PICKLIST",
                            "Lead.Cost_Centre__c REQUIRED_MISSING",
                            "Lead.Short__c SHORT_FOR_CONVERSATION",
                            "Lead.Vip__c NEVER_EMPTY",
                            "Contact.AccountId CONTACT_WITHOUT_ACCOUNT"),
                    codes(settings));
        }

        @Test
        void goodSettingsHaveNoProblems() {
            assertEquals(List.of(), codes(leadsOnly));
        }

        @Test
        void missingRightsAreErrors() {
            org.rights().noAccessTo("Contact");
            Problem problem = sync(both).check(both).get(0);
            assertEquals(Problem.Severity.ERROR, problem.severity());
            assertEquals("Contact: The connected user may not see the object.", problem.text());
        }

        @Test
        void itCostsOneCallEachTimeAndSeesTheOrgAsItIsNow() {
            assertEquals(List.of(), codes(leadsOnly));
            org.rights().noAccessTo("Lead");
            assertEquals(List.of("Lead. NO_RIGHT"), codes(leadsOnly));
            assertEquals(2, org.calls().count());
        }

        @Test
        void anOrgThatCannotBeUsedAnyMoreIsNotAnsweredFor() {
            sync(both).check(both);
            org.revokeTokens();
            assertThrows(SalesforceException.class, () -> sync(both).check(both));
        }

        @ParameterizedTest
        @CsvSource({
            "Customer_No__c, Lead.Customer_No__c FIELD_UNKNOWN",
            "Phone, Lead.Phone NOT_INDEXED",
            "Description, Lead.Description LOOKUP_REFUSED",
            "Email, ",
            "No__c, "
        })
        void theFieldOfAMatcherIsHeldAgainstTheOrgToo(String field, @Nullable String problem) {
            org.addField("Lead", FakeField.text("No__c", 10).externalId());
            SyncSettings settings = leadsOnly.matching(Matching.standard().last(Matcher.byField("number", field)));
            assertEquals(problem == null ? List.of() : List.of(problem), codes(settings));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Phone", "Nope__c"})
    void aMatcherByAFieldThatCannotBeAskedForNeverCreatesADuplicate(String field) {
        org.rights().hides("Lead", "Phone");
        SyncSettings settings = leadsOnly.matching(Matching.standard()
                .last(Matcher.named(
                        "by " + field,
                        (lead, object) -> List.of(Lookup.in(object).where(field, "1")))));
        assertEquals(
                ReasonCode.MATCHER_FAILED,
                sync(settings).push(ada).lead().reason().code());
        assertTrue(org.records("Lead").isEmpty());
    }
}
