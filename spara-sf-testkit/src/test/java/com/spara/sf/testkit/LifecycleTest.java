package com.spara.sf.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.RecordId;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What happens to records as a whole: conversion, merge, delete and undelete. */
class LifecycleTest {
    private final FakeOrg org = FakeOrg.create();
    private final Wire wire = new Wire(org);

    private RecordId lead(String name) {
        return org.add("Lead", "FirstName", "Ada", "LastName", name, "Company", "Acme", "Email", name + "@example.com");
    }

    @Test
    void conversionMakesAnAccountAContactAndAnOpportunity() {
        RecordId lead = lead("L");
        Conversion made = org.convert(lead);
        assertEquals("Acme", org.record(made.accountId()).text("Name"));
        FakeRecord contact = org.record(made.contactId());
        assertEquals("Ada L", contact.text("Name"));
        assertEquals("l@example.com", contact.text("Email"));
        assertEquals(made.accountId().value(), contact.text("AccountId"));
        FakeRecord opportunity = org.record(made.opportunityId());
        assertEquals("Acme-", opportunity.text("Name"));
        assertEquals("2026-12-31", opportunity.text("CloseDate"));
        FakeRecord converted = org.record(lead);
        assertEquals(true, converted.value("IsConverted"));
        assertEquals("Closed - Converted", converted.text("Status"));
        assertEquals(made.contactId().value(), converted.text("ConvertedContactId"));
        assertEquals("2026-11-23", converted.text("ConvertedDate"));
    }

    @Test
    void conversionIntoWhatIsThereFillsOnlyWhatIsEmpty() {
        RecordId account = org.add("Account", "Name", "Old");
        RecordId contact = org.add("Contact", "LastName", "Keep", "Email", "keep@example.com");
        Conversion made = org.convert(lead("L"), account, contact);
        assertEquals(account, made.accountId());
        assertEquals("Keep", org.record(contact).text("LastName"));
        assertEquals("keep@example.com", org.record(contact).text("Email"));
        assertEquals("Ada", org.record(contact).text("FirstName"));
        assertEquals(1, org.records("Account").size());
    }

    @Test
    void convertedLeadIsReadOnlyUnlessTheOrgAllowsIt() {
        RecordId lead = lead("L");
        org.convert(lead);
        Wire.Reply reply = wire.patch("sobjects/Lead/" + lead, "{'Phone':'1'}");
        assertEquals(400, reply.status());
        assertEquals("CANNOT_UPDATE_CONVERTED_LEAD", reply.errorCode());
        assertEquals("cannot reference converted lead", reply.message());
        org.convertedLeadsEditable(true);
        assertEquals(204, wire.patch("sobjects/Lead/" + lead, "{'Phone':'1'}").status());
    }

    @Test
    void leadIsConvertedOnce() {
        RecordId lead = lead("L");
        org.convert(lead);
        assertThrows(IllegalArgumentException.class, () -> org.convert(lead));
        assertEquals(1, org.records("Account").size());
    }

    @Test
    void activitiesMoveToTheContact() {
        RecordId lead = lead("L");
        RecordId task = org.add("Task", "Subject", "Call", "WhoId", lead);
        assertEquals(org.convert(lead).contactId().value(), org.record(task).text("WhoId"));
        assertThrows(IllegalArgumentException.class, () -> org.add("Task", "Subject", "Call", "WhoId", lead));
    }

    @Test
    void conversionWhoseContactIsRefusedChangesNothing() {
        org.addField("Contact", FakeField.text("Needed__c", 10).required());
        RecordId lead = lead("L");
        assertThrows(IllegalArgumentException.class, () -> org.convert(lead));
        assertTrue(org.records("Account").isEmpty());
        assertEquals(false, org.record(lead).value("IsConverted"));
    }

    @Test
    void losersOfAMergeNameTheirMasterOverSeveralSteps() {
        RecordId first = lead("A");
        RecordId second = lead("B");
        RecordId third = lead("C");
        org.merge(second, first);
        org.merge(third, second);
        assertTrue(org.record(first).isDeleted());
        assertEquals(second.value(), org.record(first).text("MasterRecordId"));
        assertEquals(third.value(), org.record(second).text("MasterRecordId"));
        assertEquals(third, org.only("Lead").id());
        assertEquals(
                "ENTITY_IS_DELETED",
                wire.patch("sobjects/Lead/" + first, "{'Phone':'1'}").errorCode());
    }

    @Test
    void childrenOfALoserBelongToTheWinner() {
        RecordId winner = org.add("Account", "Name", "A");
        RecordId loser = org.add("Account", "Name", "B");
        RecordId contact = org.add("Contact", "LastName", "L", "AccountId", loser);
        org.merge(winner, loser);
        assertEquals(winner.value(), org.record(contact).text("AccountId"));
        String soql = "SELECT Id FROM Contact WHERE AccountId = '" + winner + "'";
        assertEquals("1", wire.query(soql).text("/totalSize"));
    }

    @Test
    void onlyFewRecordsOfOneObjectAreMerged() {
        RecordId lead = lead("A");
        assertThrows(IllegalArgumentException.class, () -> org.merge(lead, lead));
        assertThrows(IllegalArgumentException.class, () -> org.merge(lead));
        RecordId contact = org.add("Contact", "LastName", "L");
        assertThrows(IllegalArgumentException.class, () -> org.merge(lead, contact));
        assertThrows(IllegalArgumentException.class, () -> org.merge(lead, lead("B"), lead("C"), lead("D")));
    }

    @Test
    void whatBelongsToADeletedRecordGoesAndComesBackWithIt() {
        RecordId account = org.add("Account", "Name", "A");
        RecordId contact = org.add("Contact", "LastName", "L", "AccountId", account);
        org.clock().advance(Duration.ofSeconds(1));
        org.delete(account);
        assertTrue(org.record(contact).isDeleted());
        org.undelete(account);
        assertFalse(org.record(contact).isDeleted());
        assertFalse(org.record(account).isDeleted());
        assertThrows(IllegalArgumentException.class, () -> org.undelete(account));
    }

    @Test
    void deletedRecordCannotBeReferredTo() {
        RecordId account = org.add("Account", "Name", "A");
        org.delete(account);
        Wire.Reply reply = wire.post("sobjects/Contact", "{'LastName':'L','AccountId':'" + account + "'}");
        assertEquals("ENTITY_IS_DELETED", reply.errorCode());
        assertEquals(400, reply.status());
    }

    @Test
    void stampsMoveWithEveryChange() {
        RecordId lead = lead("A");
        org.clock().advance(Duration.ofSeconds(90));
        org.delete(lead);
        assertEquals("2026-11-23T09:01:30Z", org.record(lead).text("SystemModstamp"));
        assertEquals("2026-11-23T09:00:00Z", org.record(lead).text("CreatedDate"));
    }

    @Test
    void opportunityFollowsItsStage() {
        RecordId open = org.add(
                "Opportunity", "Name", "O", "StageName", "Qualification", "CloseDate", "2026-12-01", "Amount", 500);
        assertEquals("10", org.record(open).text("Probability"));
        assertEquals("50", org.record(open).text("ExpectedRevenue"));
        assertEquals(false, org.record(open).value("IsClosed"));
        org.update(open, "StageName", "Closed Won");
        assertEquals(true, org.record(open).value("IsWon"));
        assertEquals("500", org.record(open).text("ExpectedRevenue"));
    }

    @Test
    void caseIsNumberedAndDatedWhenItIsClosed() {
        RecordId first = org.add("Case", "Subject", "S");
        assertEquals("00000001", org.record(first).text("CaseNumber"));
        assertNull(org.record(first).value("ClosedDate"));
        org.update(first, "Status", "Closed");
        assertEquals(true, org.record(first).value("IsClosed"));
        assertEquals("2026-11-23T09:00:00Z", org.record(first).text("ClosedDate"));
    }
}
