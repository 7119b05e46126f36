package com.spara.sf.testkit.soql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SoqlProjectionTest {
    private final TinyOrg org = new TinyOrg();

    @Test
    void fieldsComeInTheOrderOfTheQueryUnderCanonicalNames() {
        SoqlRecord ada = only("select EMAIL, id, cOMPANY from lead where name like 'ada%'");
        assertEquals(List.of("Email", "Id", "Company"), List.copyOf(ada.fields().keySet()));
        assertEquals("Lead", ada.type());
        assertEquals(Optional.of(TinyOrg.ADA), ada.id());
    }

    @Test
    void idIsKnownWithoutBeingSelected() {
        SoqlRecord ada = only("SELECT Name FROM Lead WHERE Name LIKE 'Ada%'");
        assertEquals(Optional.of(TinyOrg.ADA), ada.id());
        assertEquals(Map.of("Name", "Ada Lovelace"), ada.fields());
    }

    @Test
    void fieldWithoutValueIsThereAndNull() {
        SoqlRecord cyd = only("SELECT Email FROM Lead WHERE Name LIKE 'Cyd%'");
        assertTrue(cyd.fields().containsKey("Email"));
        assertNull(cyd.fields().get("Email"));
    }

    @Test
    void parentIsARecordWithinTheRecord() {
        SoqlRecord ada =
                only("SELECT convertedaccount.name, ConvertedAccount.OWNER.Email, ConvertedAccount.Id FROM Lead "
                        + "WHERE Name LIKE 'Ada%'");
        SoqlRecord account = record(ada, "ConvertedAccount");
        assertEquals("Account", account.type());
        assertEquals(
                List.of("Name", "Owner", "Id"), List.copyOf(account.fields().keySet()));
        assertEquals("grace@acme.example", record(account, "Owner").fields().get("Email"));
        assertEquals("User", record(account, "Owner").type());
    }

    @Test
    void parentThatIsNotThereIsNull() {
        SoqlRecord cyd = only("SELECT ConvertedAccount.Name, Owner.Name FROM Lead WHERE Name LIKE 'Cyd%'");
        assertNull(cyd.fields().get("ConvertedAccount"));
        assertNull(cyd.fields().get("Owner"));
    }

    @Test
    void polymorphicParentIsAName() {
        SoqlRecord owner = record(
                only("SELECT Owner.Type, Owner.Name, Owner.Username, Owner.IsActive FROM Lead WHERE Name LIKE 'b%'"),
                "Owner");
        assertEquals("Name", owner.type());
        assertEquals(Optional.of("Group"), owner.objectName());
        assertEquals(Optional.of(TinyOrg.QUEUE), owner.id());
        assertEquals(
                "{Type=Queue, Name=Inbound leads, Username=null, IsActive=null}",
                owner.fields().toString());
    }

    @Test
    void typeOfReadsTheFieldsOfTheParentsOwnObject() {
        String soql =
                "SELECT Name, TYPEOF Owner WHEN User THEN Id, FederationIdentifier, Profile.Name WHEN Group THEN Type"
                        + " END FROM Lead ORDER BY Name";
        List<SoqlRecord> leads = org.query(soql).records();
        assertEquals("fed-1", record(leads.get(0), "Owner").fields().get("FederationIdentifier"));
        assertEquals(
                "Sales",
                record(record(leads.get(0), "Owner"), "Profile").fields().get("Name"));
        assertEquals("User", record(leads.get(0), "Owner").type());
        assertEquals(Map.of("Type", "Queue"), record(leads.get(1), "Owner").fields());
        assertNull(leads.get(2).fields().get("Owner"));
    }

    @Test
    void typeOfReadsTheElseFieldsOfOtherObjects() {
        String soql = "SELECT TYPEOF Owner WHEN User THEN Id ELSE Name, Type END FROM Lead WHERE Name LIKE 'b%'";
        assertEquals(
                "{Name=Inbound leads, Type=Queue}",
                record(only(soql), "Owner").fields().toString());
    }

    @Test
    void childrenAreAResultWithinTheRecord() {
        String soql = "SELECT Name, (SELECT Name FROM contacts ORDER BY Name DESC) FROM Account ORDER BY Name";
        List<SoqlRecord> accounts = org.query(soql).records();
        assertEquals(List.of("Ben", "Ann"), TinyOrg.names((SoqlResult)
                accounts.get(0).fields().get("Contacts")));
        assertNull(accounts.get(1).fields().get("Contacts"));
    }

    @Test
    void childrenHaveTheirOwnConditionsAndLimits() {
        String soql = "SELECT (SELECT Name FROM Contacts WHERE Email = null LIMIT 1), (SELECT Name FROM Leads__r) FROM"
                + " Account LIMIT 1";
        SoqlRecord acme = only(soql);
        assertEquals(List.of("Ben"), TinyOrg.names((SoqlResult) acme.fields().get("Contacts")));
        assertEquals(List.of("Ada"), TinyOrg.names((SoqlResult) acme.fields().get("Leads__r")));
    }

    @Test
    void childrenWithoutAnIndexAreReadOnceForAllParents() {
        org.query("SELECT (SELECT Name FROM Leads__r) FROM Account").records().forEach(SoqlRecord::fields);
        assertEquals(1, org.lead.scans());
        org.query("SELECT (SELECT Name FROM Contacts) FROM Account").records().forEach(SoqlRecord::fields);
        assertEquals(0, org.contact.scans());
    }

    @Test
    void childrenOfChildren() {
        String soql = "SELECT (SELECT Name, (SELECT Status FROM CampaignMembers) FROM Leads__r) FROM Account LIMIT 1";
        SoqlResult leads = (SoqlResult) only(soql).fields().get("Leads__r");
        SoqlResult members = (SoqlResult) leads.records().get(0).fields().get("CampaignMembers");
        assertEquals("Sent", members.records().get(0).fields().get("Status"));
    }

    @Test
    void fieldsStandsForGroupsOfColumns() {
        assertEquals(
                List.of("Code__c", "Topics__c"),
                List.copyOf(
                        only("SELECT FIELDS(CUSTOM) FROM Lead LIMIT 1").fields().keySet()));
        assertEquals(
                15,
                only("SELECT FIELDS(standard) FROM Lead WHERE Name LIKE 'Ada%'")
                        .fields()
                        .size());
        assertEquals(
                17,
                only("SELECT FIELDS(ALL) FROM Lead WHERE Id IN ('" + TinyOrg.ADA + "')")
                        .fields()
                        .size());
    }

    @Test
    void labelStandsUnderTheFieldsNameOrItsAlias() {
        String soql =
                "SELECT toLabel(Rating), Company, FORMAT(NumberOfEmployees) n, toLabel(Owner.Type) FROM Lead WHERE"
                        + " Name LIKE 'Ada%'";
        SoqlRecord ada = only(soql);
        assertEquals(
                List.of("Rating", "Company", "n", "Owner"),
                new ArrayList<>(ada.fields().keySet()));
        assertEquals("the Warm", ada.fields().get("Rating"));
        assertEquals(TinyOrg.number("10"), ada.fields().get("n"));
    }

    @Test
    void aliasesStandForTheObjectAndItsParents() {
        String soql = "SELECT c.Name, a.Name FROM Contact c, c.Account a WHERE a.Owner.Name != null AND c.Email ="
                + " 'ann@acme.example'";
        SoqlRecord ann = only(soql);
        assertEquals("Ann", ann.fields().get("Name"));
        assertEquals("Acme", record(ann, "Account").fields().get("Name"));
    }

    @Test
    void everyScopeAndRecentlyViewedChangeNothing() {
        String soql = "SELECT Id FROM Lead USING SCOPE everything WHERE Name LIKE 'Ada%' LIMIT 1 OFFSET 0 FOR VIEW FOR"
                + " REFERENCE";
        assertEquals(Optional.of(TinyOrg.ADA), only(soql).id());
    }

    private SoqlRecord only(String soql) {
        SoqlResult result = org.query(soql);
        assertEquals(1, result.totalSize());
        return result.records().get(0);
    }

    private static SoqlRecord record(SoqlRecord within, String name) {
        return (SoqlRecord) within.fields().get(name);
    }
}
