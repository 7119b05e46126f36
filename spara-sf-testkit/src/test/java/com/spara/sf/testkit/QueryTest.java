package com.spara.sf.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.RecordId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries over the wire: shapes, parents, pages, errors. What the language means is tested in its own room. */
class QueryTest {
    private final FakeOrg org = FakeOrg.create();
    private final Wire wire = new Wire(org);

    private RecordId lead(String name) {
        return org.add("Lead", "LastName", name, "Company", "Acme", "Email", name + "@example.com");
    }

    @Test
    void recordsComeWithAttributesAndInTheOrderOfTheQuery() {
        RecordId id = lead("Ada");
        Wire.Reply reply = wire.query("select email, phone, createddate, id from lead where email = 'ADA@example.com'");
        assertEquals(
                "{\"totalSize\":1,\"done\":true,\"records\":[{\"attributes\":{\"type\":\"Lead\","
                        + "\"url\":\"/services/data/v66.0/sobjects/Lead/" + id + "\"},"
                        + "\"Email\":\"ada@example.com\",\"Phone\":null,"
                        + "\"CreatedDate\":\"2026-11-23T09:00:00.000+0000\",\"Id\":\"" + id + "\"}]}",
                reply.body());
    }

    @Test
    void plusSignOfAnAddressMustBeEncoded() {
        org.add("Lead", "LastName", "L", "Company", "C", "Email", "a+b@example.com");
        assertEquals(
                "1",
                wire.get("query?q=SELECT+Id+FROM+Lead+WHERE+Email='a%2Bb@example.com'")
                        .text("/totalSize"));
        assertEquals(
                "0",
                wire.get("query?q=SELECT+Id+FROM+Lead+WHERE+Email='a+b@example.com'")
                        .text("/totalSize"));
    }

    @Test
    void parentsAreNestedAndNullWhenThereAreNone() {
        RecordId acme = org.add("Account", "Name", "Acme");
        org.add("Contact", "LastName", "With", "AccountId", acme);
        org.add("Contact", "LastName", "Without");
        Wire.Reply reply = wire.query("SELECT Account.Name, Account.Owner.Email FROM Contact ORDER BY LastName");
        assertEquals("Acme", reply.text("/records/0/Account/Name"));
        assertEquals("admin@fake.example", reply.text("/records/0/Account/Owner/Email"));
        assertEquals("Account", reply.text("/records/0/Account/attributes/type"));
        assertEquals("null", reply.text("/records/1/Account"));
    }

    @Test
    void ownerIsAUserOrAQueue() {
        lead("Ada");
        RecordId queue = org.queue("Inbound");
        org.add("Lead", "LastName", "Z", "Company", "C", "OwnerId", queue);
        Wire.Reply reply =
                wire.query("SELECT Owner.Name, Owner.Type, Owner.IsActive, Owner.Email FROM Lead ORDER BY LastName");
        assertEquals("User", reply.text("/records/0/Owner/Type"));
        assertEquals("true", reply.text("/records/0/Owner/IsActive"));
        assertEquals("Name", reply.text("/records/0/Owner/attributes/type"));
        assertEquals("Inbound", reply.text("/records/1/Owner/Name"));
        assertEquals("Queue", reply.text("/records/1/Owner/Type"));
    }

    @Test
    void childrenAreQueryShaped() {
        RecordId acme = org.add("Account", "Name", "Acme");
        org.add("Contact", "LastName", "L", "AccountId", acme);
        org.add("Account", "Name", "Lonely");
        Wire.Reply reply = wire.query("SELECT Name, (SELECT LastName FROM Contacts) FROM Account ORDER BY Name");
        assertEquals("1", reply.text("/records/0/Contacts/totalSize"));
        assertEquals("L", reply.text("/records/0/Contacts/records/0/LastName"));
        assertEquals("null", reply.text("/records/1/Contacts"));
    }

    @Test
    void customRelationshipsWorkBothWays() {
        org.addObject("Invoice__c", FakeField.reference("Payer__c", "Account").children("Invoices__r"));
        RecordId acme = org.add("Account", "Name", "Acme");
        org.add("Invoice__c", "Name", "1", "Payer__c", acme);
        assertEquals("Acme", wire.query("SELECT Payer__r.Name FROM Invoice__c").text("/records/0/Payer__r/Name"));
        Wire.Reply down = wire.query("SELECT (SELECT Name FROM Invoices__r) FROM Account");
        assertEquals("1", down.text("/records/0/Invoices__r/records/0/Name"));
    }

    @Test
    void countsAreWholeNumbers() {
        lead("Ada");
        lead("Bob");
        assertEquals(
                "{\"totalSize\":2,\"done\":true,\"records\":[]}",
                wire.query("SELECT COUNT() FROM Lead").body());
        Wire.Reply grouped = wire.query("SELECT Company, COUNT(Id) n FROM Lead GROUP BY Company");
        assertEquals(
                "{\"attributes\":{\"type\":\"AggregateResult\"},\"Company\":\"Acme\",\"n\":2}",
                grouped.at("/records/0").toString());
    }

    @Test
    void queryAllSeesDeletedAndMergedRecords() {
        RecordId winner = lead("Ada");
        RecordId loser = lead("Bob");
        org.merge(winner, loser);
        String soql = "SELECT MasterRecordId, IsDeleted FROM Lead WHERE Id = '" + loser + "'";
        assertEquals("0", wire.query(soql).text("/totalSize"));
        assertEquals(winner.value(), wire.queryAll(soql).text("/records/0/MasterRecordId"));
        assertEquals("true", wire.queryAll(soql).text("/records/0/IsDeleted"));
    }

    @Test
    void pagesComeOneAfterTheOtherAndCanBeReadAgain() {
        for (int i = 0; i < 7; i++) {
            lead("L" + i);
        }
        org.pageSize(3);
        List<String> seen = new ArrayList<>();
        Wire.Reply page = wire.queryAll("SELECT Id, LastName FROM Lead ORDER BY LastName");
        while (true) {
            assertEquals("7", page.text("/totalSize"));
            page.at("/records")
                    .asJsonArray()
                    .forEach(row -> seen.add(row.asJsonObject().getString("LastName")));
            if (page.text("/done").equals("true")) {
                break;
            }
            String next = page.text("/nextRecordsUrl");
            assertTrue(next.matches("/services/data/v66.0/query/0r8\\w{15}-" + seen.size()), next);
            assertEquals(
                    wire.send("GET", next, "").body(),
                    wire.send("GET", next, "").body());
            page = wire.send("GET", next, "");
        }
        assertFalse(page.body().contains("nextRecordsUrl"));
        assertEquals(7, new HashSet<>(seen).size());
    }

    @Test
    void smallerPagesCanBeAskedFor() {
        for (int i = 0; i < 201; i++) {
            lead("L" + i);
        }
        Wire.Reply reply = wire.with("Sforce-Query-Options", "batchSize=10").query("SELECT Id FROM Lead");
        assertEquals(200, reply.at("/records").asJsonArray().size());
        assertEquals("false", reply.text("/done"));
    }

    @Test
    void cursorDiesAfterTwoDays() {
        lead("Ada");
        lead("Bob");
        org.pageSize(1);
        String next = wire.query("SELECT Id FROM Lead").text("/nextRecordsUrl");
        org.clock().advance(Duration.ofHours(49));
        Wire.Reply reply = wire.send("GET", next, "");
        assertEquals(400, reply.status());
        assertEquals("INVALID_QUERY_LOCATOR", reply.errorCode());
    }

    @Test
    void cursorBelongsToItsUser() {
        lead("Ada");
        lead("Bob");
        org.pageSize(1);
        String next = wire.query("SELECT Id FROM Lead").text("/nextRecordsUrl");
        RecordId grace = org.user("Grace Hopper", "grace@acme.example");
        Wire.Reply reply =
                wire.with("Authorization", "Bearer " + org.token(grace)).send("GET", next, "");
        assertEquals("INVALID_QUERY_LOCATOR", reply.errorCode());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"query/nonsense", "query/0r8Fk0000000000999-2", "query/0r8Fk0000000000001-99999999999"})
    void unknownLocatorIsRefused(String path) {
        assertEquals("INVALID_QUERY_LOCATOR", wire.get(path).errorCode());
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "SELECT Nonsense FROM Lead|INVALID_FIELD",
                "SELECT Id FROM Nonsense|INVALID_TYPE",
                "SELECT Id FROM Lead WHERE|MALFORMED_QUERY",
                "SELECT Id FROM Lead WHERE Description = 'x'|INVALID_FIELD"
            })
    void brokenQueryIsRefusedWithItsPlace(String soql, String code) {
        Wire.Reply reply = wire.query(soql);
        assertEquals(400, reply.status());
        assertEquals(code, reply.errorCode());
        assertFalse(reply.body().contains("fields"), reply.body());
    }

    @Test
    void queryThatOnlySalesforceCanAnswerIsRefusedByName() {
        Wire.Reply reply = wire.query("SELECT Company, COUNT(Id) FROM Lead GROUP BY ROLLUP(Company)");
        assertEquals(501, reply.status());
        assertEquals("NOT_IMPLEMENTED_BY_FAKE_ORG", reply.errorCode());
        assertTrue(reply.message().contains("ROLLUP"), reply.message());
        assertEquals(501, wire.get("query?explain=SELECT+Id+FROM+Lead").status());
    }

    @Test
    void pageShowsItsRowsAsTheyStoodWhenTheQueryWasMade() {
        lead("Ada");
        RecordId bob = lead("Bob");
        org.pageSize(1);
        String next = wire.query("SELECT LastName FROM Lead ORDER BY LastName").text("/nextRecordsUrl");
        org.update(bob, "LastName", "Carol");
        assertEquals("Bob", wire.send("GET", next, "").text("/records/0/LastName"));
    }

    @ParameterizedTest(name = "of {0} a page has {1} rows")
    @CsvSource({"Id,1100", "'Id, Description',1000", "'Id, A__c, B__c',200"})
    void pagesOfLongTextsAreShorter(String fields, int rows) {
        org.addField("Lead", FakeField.longText("A__c", 1000));
        org.addField("Lead", FakeField.longText("B__c", 1000));
        for (int i = 0; i < 1100; i++) {
            org.add("Lead", "LastName", "L", "Company", "C");
        }
        Wire.Reply reply = wire.query("SELECT " + fields + " FROM Lead");
        assertEquals(rows, reply.at("/records").asJsonArray().size());
        assertEquals("1100", reply.text("/totalSize"));
    }
}
