package com.spara.sf.client;

import static com.spara.sf.sync.Outcome.CREATED;
import static com.spara.sf.sync.Outcome.SKIPPED;
import static com.spara.sf.sync.Outcome.UNCHANGED;
import static com.spara.sf.sync.Outcome.UPDATED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.Conversation;
import com.spara.sf.Conversation.Message;
import com.spara.sf.Lead;
import com.spara.sf.LeadField;
import com.spara.sf.ReasonCode;
import com.spara.sf.RecordId;
import com.spara.sf.settings.FieldMapping;
import com.spara.sf.settings.Matching;
import com.spara.sf.settings.PushRule;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.spi.Matcher;
import com.spara.sf.spi.Write;
import com.spara.sf.spi.WriteRule;
import com.spara.sf.sync.PushResult;
import com.spara.sf.testkit.FakeField;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The contract, row by row (rows 1 to 6), and what every customer asks in the first week. */
class MissionContractTest extends OnFakeOrg {

    @Nested
    @DisplayName(
            "Row 1: objects. Any field of Lead and Contact can be written and read; Account and User are only read")
    class Objects {

        @Test
        void fieldsOfEveryTypeAreWrittenAndCompareEqualAfterwards() {
            org.addField("Lead", FakeField.number("Score__c", 8, 2));
            org.addField("Lead", FakeField.date("Renewal__c"));
            org.addField("Lead", FakeField.dateTime("Seen__c"));
            org.addField("Lead", FakeField.checkbox("Vip__c"));
            org.addField("Lead", FakeField.multiPicklist("Topics__c", "Price", "Support"));
            SyncSettings settings = SyncSettings.standard()
                    .leads(PushRule.updateExisting()
                            .createWhenNoMatch()
                            .map("score", "Score__c")
                            .map("renewal", "Renewal__c")
                            .map("seen", "Seen__c")
                            .map("vip", "Vip__c")
                            .map("topics", "Topics__c"));
            Lead lead = ada.with("score", 12.5)
                    .with("renewal", LocalDate.of(2026, 12, 24))
                    .with("seen", Instant.parse("2026-11-23T08:00:00Z"))
                    .with("vip", true)
                    .with("topics", List.of("Support", "Price"));
            RecordId id = sync(settings).push(lead).lead().id().orElseThrow();
            assertEquals(0, new BigDecimal("12.5").compareTo((BigDecimal)
                            org.record(id).value("Score__c")));
            assertEquals(LocalDate.of(2026, 12, 24), org.record(id).value("Renewal__c"));
            assertEquals(true, org.record(id).value("Vip__c"));
            assertEquals(UNCHANGED, sync(settings).push(lead).lead().outcome());
        }

        @Test
        void accountsAndUsersAreNeverWritten() {
            RecordId account = org.add("Account", "Name", "Acme");
            Object before = org.record(account).value("SystemModstamp");
            later();
            push(ada);
            assertEquals(before, org.record(account).value("SystemModstamp"));
        }
    }

    @Nested
    @DisplayName("Row 2: push rules, one per object, independent of each other")
    class PushRules {

        @Test
        void updateExistingWritesAMatchedRecord() {
            RecordId id = addLead(ADA);
            PushResult result = push(ada.with("phone", "1"));
            assertEquals(UPDATED, result.lead().outcome());
            assertEquals("1", org.record(id).text("Phone"));
        }

        @Test
        void createMakesARecordWhenThereIsNoMatch() {
            PushResult result = push(ada);
            assertEquals(CREATED, result.lead().outcome());
            assertEquals(CREATED, result.contact().outcome());
            assertEquals("Acme", org.only("Lead").text("Company"));
            assertEquals(ADA, org.only("Contact").text("Email"));
        }

        @Test
        void withoutCreateNothingIsMade() {
            PushResult result = sync(SyncSettings.standard()).push(ada);
            assertEquals(SKIPPED, result.lead().outcome());
            assertEquals(ReasonCode.CREATE_OFF, result.lead().reason().code());
            assertTrue(org.records("Lead").isEmpty());
        }

        @Test
        void oneObjectsRuleDoesNotTouchTheOther() {
            addLead(ADA);
            addContact(ADA);
            SyncSettings leadsOnly = both.contacts(PushRule.off().map("phone", "Phone"));
            PushResult result = sync(leadsOnly).push(ada.with("phone", "1"));
            assertEquals(UPDATED, result.lead().outcome());
            assertEquals(ReasonCode.RULE_OFF, result.contact().reason().code());
            assertNull(org.only("Contact").text("Phone"));
        }

        @Test
        void createWithoutUpdateIsRefusedInJsonWithThatReason() {
            String json =
                    "{\"version\":1,\"leads\":{\"updateExisting\":false,\"createWhenNoMatch\":true,\"mappings\":[]}}";
            String message = assertThrows(IllegalArgumentException.class, () -> SettingsJson.read(json))
                    .getMessage();
            assertTrue(message.contains("at leads") && message.contains("'updateExisting' is on"), message);
        }
    }

    @Nested
    @DisplayName("Row 3: matching by Lead Id, Contact Id, e-mail, in this order, without any mapping")
    class MatchingOrder {

        @Test
        void theStoredLeadIdComesBeforeTheEmail() {
            RecordId byId = addLead("old@example.com");
            addLead(ADA);
            PushResult result = push(ada.with(LeadField.SALESFORCE_LEAD_ID, byId));
            assertEquals(Optional.of(byId), result.lead().id());
            assertEquals(
                    "salesforce_lead_id", result.lead().match().orElseThrow().matcher());
        }

        @Test
        void theStoredContactIdComesBeforeTheEmail() {
            RecordId byId = addContact("old@example.com");
            addContact(ADA);
            PushResult result =
                    push(ada.with(LeadField.SALESFORCE_CONTACT_ID, byId.value().substring(0, 15)));
            assertEquals(Optional.of(byId), result.contact().id());
        }

        @Test
        void theEmailIsComparedWithoutCaseAndStrayWhiteSpace() {
            RecordId id = addLead("ADA@Example.com");
            assertEquals(
                    Optional.of(id), push(Lead.of("  aDa@example.COM ")).lead().id());
        }

        @Test
        void aCustomMatcherCanBeAddedOrTakeTheirPlace() {
            org.addField("Lead", FakeField.text("Customer_No__c", 20).externalId());
            RecordId id = org.add("Lead", "LastName", "L", "Company", "C", "Customer_No__c", "4711");
            Matcher byNumber = Matcher.byField("customer_number", "Customer_No__c");
            addLead(ADA);
            Lead lead = ada.with("customer_number", "4711");
            for (Matching matching : List.of(
                    Matching.standard().first(byNumber),
                    Matching.standard().before(Matcher.EMAIL, byNumber),
                    Matching.by(byNumber))) {
                PushResult result =
                        sync(both.contacts(PushRule.off()).matching(matching)).push(lead);
                assertEquals(Optional.of(id), result.lead().id(), matching.toString());
            }
            Matching after = Matching.standard().last(byNumber);
            assertEquals(
                    "e-mail",
                    sync(both.matching(after))
                            .push(lead)
                            .lead()
                            .match()
                            .orElseThrow()
                            .matcher());
        }
    }

    @Nested
    @DisplayName("Row 4: data model sync. Mappings kept apart for Leads and Contacts; e-mail always mapped")
    class DataModelSync {

        @Test
        void eachObjectHasItsOwnMappings() {
            addLead(ADA);
            addContact(ADA);
            SyncSettings settings = SyncSettings.standard()
                    .leads(PushRule.updateExisting().map("job_title", "Title"))
                    .contacts(PushRule.updateExisting().map("job_title", "Department"));
            sync(settings).push(ada.with("job_title", "Countess"));
            assertEquals("Countess", org.only("Lead").text("Title"));
            assertEquals("Countess", org.only("Contact").text("Department"));
            assertNull(org.only("Contact").text("Title"));
        }

        @Test
        void theEmailIsMappedWithoutARow() {
            RecordId id = addLead("old@example.com");
            sync(SyncSettings.standard()).push(Lead.of(ADA).with(LeadField.SALESFORCE_LEAD_ID, id));
            assertEquals(ADA, org.record(id).text("Email"));
        }

        @Test
        void customFieldsAreMappedLikeAnyOther() {
            org.addField("Lead", FakeField.text("Favourite_Colour__c", 20));
            SyncSettings settings =
                    both.leads(PushRule.updateExisting().createWhenNoMatch().map("colour", "Favourite_Colour__c"));
            sync(settings).push(ada.with("colour", "violet"));
            assertEquals("violet", org.only("Lead").text("Favourite_Colour__c"));
        }
    }

    @Nested
    @DisplayName("Row 5: write rules. Overwrite, only when the Salesforce field is empty, one's own")
    class WriteRules {

        @Test
        void overwriteIsTheDefaultAndReplacesWhatIsThere() {
            RecordId id = org.add("Lead", "LastName", "L", "Company", "C", "Email", ADA, "Phone", "0");
            push(ada.with("phone", "1"));
            assertEquals("1", org.record(id).text("Phone"));
        }

        @Test
        void onlyIfEmptyKeepsWhatIsThereAndFillsWhatIsNot() {
            RecordId full = org.add("Lead", "LastName", "L", "Company", "C", "Email", ADA, "Phone", "0");
            RecordId empty = addLead("grace@example.com");
            SyncSettings settings = both.leads(PushRule.updateExisting()
                    .map(FieldMapping.of("phone", "Phone").onlyIfEmpty()));
            PushResult kept = sync(settings).push(ada.with("phone", "1"));
            sync(settings).push(Lead.of("grace@example.com").with("phone", "1"));
            assertEquals("0", org.record(full).text("Phone"));
            assertEquals("1", org.record(empty).text("Phone"));
            assertEquals(
                    ReasonCode.NOT_EMPTY,
                    kept.lead().fieldsKept().get(1).reason().code());
        }

        @Test
        void aRuleOfOnesOwnDecides() {
            WriteRule neverLower = WriteRule.named(
                    "never lower",
                    field -> field.salesforceNumber().compareTo(field.hostNumber()) >= 0
                            ? Write.leave("Salesforce has the higher number")
                            : Write.value(field.hostNumber()));
            RecordId id = org.add("Lead", "LastName", "L", "Company", "C", "Email", ADA, "NumberOfEmployees", 50);
            SyncSettings settings = both.leads(PushRule.updateExisting()
                    .map(FieldMapping.of("employees", "NumberOfEmployees").by(neverLower)));
            sync(settings).push(ada.with("employees", 40));
            assertEquals("50", org.record(id).text("NumberOfEmployees"));
            sync(settings).push(ada.with("employees", 60));
            assertEquals("60", org.record(id).text("NumberOfEmployees"));
        }
    }

    @Nested
    @DisplayName("Row 6: the conversation is a host field like any other, the whole thread as text")
    class ConversationField {

        @Test
        void theThreadGoesIntoAnyTextField() {
            org.addField("Lead", FakeField.longText("Chat_Transcript__c", 32_000));
            SyncSettings settings =
                    both.leads(PushRule.updateExisting().createWhenNoMatch().map("conversation", "Chat_Transcript__c"));
            Conversation thread = Conversation.of(Message.of(Instant.parse("2026-11-23T09:02:00Z"), "Ada", "Hello")
                    .via("Chat"));
            sync(settings).push(ada.with(thread));
            assertEquals(thread.text(), org.only("Lead").text("Chat_Transcript__c"));
            assertEquals(UNCHANGED, sync(settings).push(ada.with(thread)).lead().outcome());
        }
    }

    @Nested
    @DisplayName("What every customer asks in the first week")
    class FirstWeek {

        @Test
        void aConstantCanBeTheSource() {
            SyncSettings settings = both.leads(
                    PushRule.updateExisting().createWhenNoMatch().map(FieldMapping.constant("Chat", "LeadSource")));
            sync(settings).push(ada);
            assertEquals("Chat", org.only("Lead").text("LeadSource"));
        }

        @Test
        void onCreateOnlyIsNeverWrittenOnUpdate() {
            SyncSettings settings = both.leads(PushRule.updateExisting()
                    .createWhenNoMatch()
                    .map(FieldMapping.constant("Chat", "LeadSource").onCreateOnly()));
            RecordId id = sync(settings).push(ada).lead().id().orElseThrow();
            org.update(id, "LeadSource", "Web");
            assertEquals(UNCHANGED, sync(settings).push(ada).lead().outcome());
            assertEquals("Web", org.record(id).text("LeadSource"));
        }

        @Test
        void aStoredSalesforceValueCanBeTheSource() {
            RecordId account = org.add("Account", "Name", "Acme");
            SyncSettings settings = both.contacts(PushRule.updateExisting()
                    .createWhenNoMatch()
                    .map("last_name", "LastName")
                    .map(FieldMapping.of("salesforce_account_id", "AccountId").onCreateOnly()));
            sync(settings).push(ada.with(LeadField.SALESFORCE_ACCOUNT_ID, account));
            assertEquals(account.value(), org.only("Contact").text("AccountId"));
        }
    }
}
