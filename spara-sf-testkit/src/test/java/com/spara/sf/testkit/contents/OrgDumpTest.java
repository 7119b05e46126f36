package com.spara.sf.testkit.contents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.RecordId;
import com.spara.sf.testkit.Conversion;
import com.spara.sf.testkit.FakeField;
import com.spara.sf.testkit.FakeOrg;
import com.spara.sf.testkit.FakeRecord;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an org holds goes into JSON and comes back. */
class OrgDumpTest {
    private final FakeOrg org = FakeOrg.create();

    /** Another org, filled from the dump of this one; its own dump is the same text. */
    private FakeOrg copy() {
        String json = OrgData.of(org).json();
        FakeOrg copy = FakeOrg.create();
        OrgData.read(new StringReader(json)).into(copy);
        assertEquals(json, OrgData.of(copy).json());
        return copy;
    }

    @Test
    void anEmptyOrgIsNothingButAVersion() {
        assertEquals("{\n    \"version\": 1\n}\n", OrgData.of(org).json());
        copy();
    }

    @Test
    void recordsKeepTheirValuesAndReferences() {
        RecordId acme = org.account("Acme", "AnnualRevenue", 1.5e6, "NumberOfEmployees", 12);
        org.contact("ada@example.com", "AccountId", acme, "Birthdate", LocalDate.of(1815, 12, 10), "FirstName", "@da");
        FakeOrg copy = copy();
        FakeRecord ada = copy.only("Contact");
        assertEquals(copy.only("Account").id().value(), ada.text("AccountId"));
        assertEquals("1500000", copy.only("Account").text("AnnualRevenue"));
        assertEquals("@da", ada.text("FirstName"));
        assertEquals(LocalDate.of(1815, 12, 10), ada.value("Birthdate"));
    }

    @Test
    void customFieldsOfEveryTypeComeBack() {
        org.addObject(
                "Region__c", FakeField.text("Code__c", 9).externalId().unique().caseSensitive());
        List.of(
                        FakeField.text("Text__c", 20).required().defaultValue("x"),
                        FakeField.longText("Long__c", 32_000).label("A long one"),
                        FakeField.checkbox("Check__c").defaultValue(true),
                        FakeField.number("Number__c", 6, 2).defaultValue(7),
                        FakeField.currency("Currency__c"),
                        FakeField.percent("Percent__c"),
                        FakeField.date("Date__c").defaultValue(LocalDate.of(2026, 1, 2)),
                        FakeField.dateTime("Time__c").defaultValue(Instant.parse("2026-01-02T03:04:05Z")),
                        FakeField.picklist("Choice__c", "A", "B").restricted(),
                        FakeField.multiPicklist("Choices__c", "A", "B"),
                        FakeField.reference("Region__c", "Region__c").children("Leads__r"),
                        FakeField.email("Email__c"),
                        FakeField.phone("Phone__c"),
                        FakeField.url("Url__c").readOnly())
                .forEach(field -> org.addField("Lead", field));
        RecordId north = org.add("Region__c", "Name", "North", "Code__c", "N");
        org.lead("a@example.com", "Choices__c", "A;B", "Region__c", north, "Check__c", false, "Number__c", null);
        FakeRecord lead = copy().only("Lead");
        assertEquals("A;B", lead.text("Choices__c"));
        assertEquals(false, lead.value("Check__c"));
        assertEquals("2026-01-02T03:04:05Z", lead.text("Time__c"));
    }

    @Test
    void whatWasClearedStaysEmptyInSpiteOfADefault() {
        org.addField("Lead", FakeField.text("Text__c", 20).defaultValue("x"));
        org.update(org.lead("a@example.com"), "Text__c", null);
        assertNull(copy().only("Lead").text("Text__c"));
    }

    @Test
    void usersAndQueuesOwnWhatTheyOwned() {
        RecordId grace = org.user("Grace Brewster Hopper", "grace@example.com");
        org.deactivate(org.user("Cher", "cher@example.com"));
        RecordId queue = org.queue("Inbound leads");
        org.lead("a@example.com", "OwnerId", grace);
        org.lead("b@example.com", "OwnerId", queue);
        org.deactivate(grace);
        FakeOrg copy = copy();
        FakeRecord owner = owner(copy, 0);
        assertEquals("Grace Brewster Hopper", owner.text("Name"));
        assertEquals(false, owner.value("IsActive"));
        assertEquals("Inbound leads", owner(copy, 1).text("Name"));
    }

    private static FakeRecord owner(FakeOrg org, int lead) {
        return org.record(
                RecordId.of(Objects.requireNonNull(org.records("Lead").get(lead).text("OwnerId"))));
    }

    @Test
    void aConvertedLeadHasItsRecordsOnceAndAsTheyAreNow() {
        Conversion made = org.convert(org.lead("ada@acme.example", "Phone", "1"));
        org.update(made.contactId(), "Phone", null);
        org.update(made.opportunityId(), "StageName", "Closed Won");
        FakeOrg copy = copy();
        copy.expect().records("Opportunity", 1).records("Contact", 1).records("Account", 1);
        assertEquals("Closed Won", copy.only("Opportunity").text("StageName"));
        assertNull(copy.only("Contact").text("Phone"));
        assertEquals(
                copy.only("Contact").id().value(), copy.records("Lead").get(0).text("ConvertedContactId"));
    }

    @Test
    void chainsOfMergesAndDeletionsComeBack() {
        RecordId first = org.lead("a@example.com");
        RecordId second = org.lead("b@example.com");
        RecordId third = org.lead("c@example.com");
        org.merge(second, first);
        org.merge(third, second);
        RecordId acme = org.account("Acme");
        org.contact("d@example.com", "AccountId", acme);
        org.delete(acme);
        FakeOrg copy = copy();
        assertEquals("c@example.com", copy.only("Lead").text("Email"));
        copy.expect().records("Account", 0).records("Contact", 0);
    }

    @Test
    void whatADeletedRecordHadForItselfCanBelongToAnother() {
        org.addField("Lead", FakeField.text("Ext__c", 9).externalId().unique());
        org.delete(org.lead("a@example.com", "Ext__c", "1"));
        org.lead("b@example.com", "Ext__c", "1");
        assertEquals("1", copy().only("Lead").text("Ext__c"));
    }

    @Test
    void thePastStaysThePast() {
        org.lead("a@example.com", "CreatedDate", Instant.parse("2020-01-01T00:00:00Z"));
        assertEquals("2020-01-01T00:00:00Z", copy().only("Lead").text("CreatedDate"));
    }

    @Test
    void aFileIsWrittenAndRead(@TempDir Path folder) {
        org.lead("a@example.com", "LastName", "Ñandú \uD83D\uDE00");
        Path file = folder.resolve("org.json");
        OrgData.of(org).write(file);
        FakeOrg copy = FakeOrg.create();
        OrgData.read(file).into(copy);
        assertEquals("Ñandú \uD83D\uDE00", copy.only("Lead").text("LastName"));
        assertThrows(UncheckedIOException.class, () -> OrgData.of(org).write(folder));
    }

    @Test
    void aMergeInACircleIsRefused() {
        String json = "{\"version\": 1, \"records\": {\"Lead\": ["
                + "{\"@id\": \"a\", \"LastName\": \"A\", \"Company\": \"A\", \"@mergedInto\": \"@b\"},"
                + "{\"@id\": \"b\", \"LastName\": \"B\", \"Company\": \"B\", \"@mergedInto\": \"@a\"}]}}";
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> OrgData.read(new StringReader(json)).into(org))
                .getMessage();
        assertTrue(message.contains("at records.Lead[0]: this is merged into itself"), message);
    }

    @Test
    void orgsAreFilledSideBySide() {
        org.lead("a@example.com");
        FakeOrg copy = copy();
        org.delete(org.only("Lead").id());
        copy.expect().records("Lead", 1);
        org.expect().records("Lead", 0);
        assertFalse(copy.only("Lead").isDeleted());
    }
}
