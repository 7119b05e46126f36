package com.spara.sf.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.Conversation;
import com.spara.sf.Lead;
import com.spara.sf.ReasonCode;
import com.spara.sf.RecordId;
import com.spara.sf.settings.PushRule;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.sync.PushResult;
import com.spara.sf.testkit.FakeField;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The samples of {@code docs/mappings.md}, and what its tables say. */
class MappingsTest extends OnFreshOrg {

    private final Lead ada = Lead.of("ada@example.com").with("last_name", "Lovelace");

    @BeforeEach
    void theOrgHasAFieldForConversations() {
        org.addField("Lead", FakeField.longText("Chat_Transcript__c", 32_000));
    }

    private PushResult pushLead(PushRule rule, Lead lead) {
        return sync(SyncSettings.standard().leads(rule)).push(lead);
    }

    @Test
    void aNewLeadGetsItsConstantAndItsConversation() {
        pushLead(
                Mappings.leads(),
                ada.with(Conversation.of(Conversation.Message.of(
                        Instant.parse("2026-11-23T09:00:00Z"), "Ada", "Do you ship to Lagos?"))));
        assertEquals("Chat", org.only("Lead").text("LeadSource"));
        assertTrue(String.valueOf(org.only("Lead").text("Chat_Transcript__c")).contains("ship to Lagos"));
    }

    @Test
    void anExistingLeadKeepsItsPhoneAndItsSource() {
        RecordId known = org.lead("ada@example.com", "LastName", "L", "Phone", "1", "LeadSource", "Web");
        pushLead(Mappings.leads(), ada.with("phone", "2"));
        org.expect()
                .value(known, "Phone", "1")
                .value(known, "LeadSource", "Web")
                .value(known, "LastName", "Lovelace");
    }

    @Test
    void aTitleIsCutAndAnAbsentNameClearsNothing() {
        RecordId known = org.lead("ada@example.com", "FirstName", "Ada", "LastName", "Lovelace");
        PushResult result = pushLead(Mappings.leads(), ada.with("job_title", "x".repeat(130)));
        assertTrue(result.lead().fieldsWritten().get(0).reason().is(ReasonCode.CUT_TO_FIT), result::explain);
        org.expect().value(known, "FirstName", "Ada");
    }

    @Test
    void whatIsClearedIsEmptied() {
        RecordId known = org.lead("ada@example.com", "FirstName", "Ada", "LastName", "Lovelace");
        pushLead(Mappings.leads(), ada.clearing("first_name"));
        assertEquals(null, org.record(known).text("FirstName"));
    }

    @Test
    void aNewContactIsLinkedToTheAccountThatWasFound() {
        RecordId acme = org.account("Acme");
        sync(SyncSettings.standard().contacts(Mappings.contacts())).push(ada.with("company", "Acme"));
        assertEquals(acme.value(), org.only("Contact").text("AccountId"));
    }

    @Test
    void thePlaceholderIsTheHostsOwn() {
        pushLead(Mappings.careful(), ada);
        assertEquals("(unknown)", org.only("Lead").text("Company"));
    }

    @Test
    void settingsAreTheSameAfterTheyWereText() {
        SyncSettings settings =
                SyncSettings.standard().leads(Mappings.careful()).contacts(Mappings.contacts());
        assertEquals(settings, Mappings.storedAndRead(settings));
    }
}
