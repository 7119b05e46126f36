package com.spara.sf.testkit.contents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.RecordId;
import com.spara.sf.testkit.FakeOrg;
import com.spara.sf.testkit.FakeRecord;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrgDataTest {

    private final FakeOrg org = FakeOrg.create();

    @Test
    void recordsReferToOthersAlsoFurtherDown() {
        Map<String, RecordId> ids =
                fill("'records': {'Contact': [{'@id': 'bob', 'LastName': 'Stone', 'AccountId': '@acme'}],"
                        + "'Account': [{'@id': 'acme', 'Name': 'Acme'}]}");
        assertEquals(ids.get("acme"), RecordId.of(text(ids, "bob", "AccountId")));
    }

    @Test
    void recordsComeInTheOrderOfTheFile() {
        fill("'records': {'Lead': [{'LastName': 'One', 'Company': 'A'}, {'LastName': 'Two', 'Company': 'A'}]}");
        assertEquals("One", org.records("Lead").get(0).text("LastName"));
    }

    @Test
    void recordsCanBeOlderThanTheOrg() {
        Map<String, RecordId> ids = fill("'records': {'Lead': [{'@id': 'ada', 'LastName': 'O', 'Company': 'A',"
                + " 'CreatedDate': '2026-05-04T08:00:00Z'}]}");
        assertEquals(Instant.parse("2026-05-04T08:00:00Z"), record(ids, "ada").value("CreatedDate"));
    }

    @Test
    void ownersCanBeUsersAndQueues() {
        Map<String, RecordId> ids =
                fill("'users': [{'@id': 'grace', 'name': 'Grace Okafor', 'email': 'grace@l.example'}],"
                        + "'queues': [{'@id': 'inbound', 'name': 'Inbound'}],"
                        + "'records': {'Lead': [{'@id': 'a', 'LastName': 'A', 'Company': 'A', 'OwnerId': '@grace'},"
                        + "{'@id': 'b', 'LastName': 'B', 'Company': 'B', 'OwnerId': '@inbound'}]}");
        assertEquals(Objects.requireNonNull(ids.get("grace")).value(), text(ids, "a", "OwnerId"));
        assertEquals(Objects.requireNonNull(ids.get("inbound")).value(), text(ids, "b", "OwnerId"));
    }

    @Test
    void anInactiveUserKeepsItsRecords() {
        Map<String, RecordId> ids = fill("'users': [{'@id': 'dale', 'name': 'Dale Winters', 'email': 'd@l.example',"
                + " 'active': false}], 'records': {'Lead': [{'@id': 'a', 'LastName': 'A', 'Company': 'A',"
                + " 'OwnerId': '@dale'}]}");
        assertEquals(false, record(ids, "dale").value("IsActive"));
        assertEquals(Objects.requireNonNull(ids.get("dale")).value(), text(ids, "a", "OwnerId"));
    }

    @Test
    void aLeadIsConvertedIntoRecordsOfTheFile() {
        Map<String, RecordId> ids = fill("'records': {'Account': [{'@id': 'acme', 'Name': 'Acme'}],"
                + "'Contact': [{'@id': 'bob', 'LastName': 'Stone', 'AccountId': '@acme'}], 'Lead': [{'@id': 'lead',"
                + "'LastName': 'Stone', 'Company': 'Acme', '@converted': {'account': '@acme', 'contact': '@bob'}}]}");
        assertEquals(Objects.requireNonNull(ids.get("bob")).value(), text(ids, "lead", "ConvertedContactId"));
    }

    @Test
    void aLeadIsConvertedIntoNewRecords() {
        fill("'records': {'Lead': [{'LastName': 'Stone', 'Company': 'Acme', '@converted': true}]}");
        assertEquals("Acme", org.only("Account").text("Name"));
    }

    @Test
    void aLeadIsMergedIntoAnother() {
        Map<String, RecordId> ids = fill("'records': {'Lead': [{'@id': 'old', 'LastName': 'S', 'Company': 'A',"
                + " '@mergedInto': '@new'}, {'@id': 'new', 'LastName': 'S', 'Company': 'A'}]}");
        assertTrue(record(ids, "old").isDeleted());
        assertEquals(Objects.requireNonNull(ids.get("new")).value(), text(ids, "old", "MasterRecordId"));
    }

    @Test
    void aRecordIsInTheRecycleBin() {
        Map<String, RecordId> ids = fill("'records': {'Lead': [{'@id': 'a', 'LastName': 'A', 'Company': 'A',"
                + " '@deleted': true}, {'@id': 'b', 'LastName': 'B', 'Company': 'B', '@deleted': false}]}");
        assertTrue(record(ids, "a").isDeleted());
        assertFalse(record(ids, "b").isDeleted());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'type': 'text', 'length': 20                          | 'abc'",
                "'type': 'longText', 'length': 32000                   | 'abc'",
                "'type': 'email'                                       | 'a@b.example'",
                "'type': 'phone', 'label': 'Second phone'              | '123'",
                "'type': 'url'                                         | 'https://b.example'",
                "'type': 'picklist', 'values': ['A', 'B'], 'restricted': true | 'B'",
                "'type': 'multiPicklist', 'values': ['A', 'B']         | 'A;B'",
            })
    void textsAreStoredAsTheyAreWritten(String type, String value) {
        assertEquals(value.replace("'", ""), stored(type, value));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'type': 'checkbox'                         | true                   | true",
                "'type': 'number', 'precision': 5, 'scale': 2 | 12.5                 | 12.5",
                "'type': 'currency'                         | 12.5                   | 12.5",
                "'type': 'percent'                          | 12.5                   | 12.5",
                "'type': 'date'                             | '2026-12-01'           | 2026-12-01",
                "'type': 'dateTime'                         | '2026-12-01T10:00:00Z' | 2026-12-01T10:00:00Z",
                "'type': 'multiPicklist', 'values': ['A', 'B'] | ['A', 'B']          | A;B",
            })
    void valuesBecomeThoseOfTheFieldsType(String type, String value, String shown) {
        assertEquals(shown, String.valueOf(stored(type, value)));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'type': 'checkbox', 'default': true                       | true",
                "'type': 'text', 'length': 9, 'default': 'x'               | x",
                "'type': 'number', 'precision': 9, 'scale': 0, 'default': 7 | 7",
                "'type': 'date', 'default': '2026-12-01'                   | 2026-12-01",
                "'type': 'dateTime', 'default': '2026-12-01T10:00:00Z'     | 2026-12-01T10:00:00Z",
            })
    void aFieldHasADefault(String type, String shown) {
        assertEquals(shown, String.valueOf(stored(type, null)));
    }

    @Test
    void aCustomObjectHasRecords() {
        fill("'objects': [{'name': 'Region__c', 'fields': [{'name': 'Size__c', 'type': 'number', 'precision': 4,"
                + " 'scale': 0}]}], 'records': {'Region__c': [{'Name': 'North', 'Size__c': 12}]}");
        assertEquals(0, BigDecimal.valueOf(12).compareTo((BigDecimal)
                org.only("Region__c").value("Size__c")));
    }

    @Test
    void aLookupLeadsToARecord() {
        Map<String, RecordId> ids = fill("'objects': [{'name': 'Region__c'}], 'fields': {'Lead': [{'name':"
                + " 'Region__c', 'type': 'reference', 'to': 'Region__c', 'children': 'Leads__r'}]}, 'records': {'Lead':"
                + " [{'@id': 'a', 'LastName': 'A', 'Company': 'A', 'Region__c': '@north'}],'Region__c': [{'@id': 'north',"
                + " 'Name': 'North'}]}");
        assertEquals(Objects.requireNonNull(ids.get("north")).value(), text(ids, "a", "Region__c"));
    }

    @Test
    void twoMarksMakeOne() {
        fill("'records': {'Lead': [{'LastName': '@@ada', 'Company': 'A'}]}");
        assertEquals("@ada", org.only("Lead").text("LastName"));
    }

    @Test
    void nullIsNoValue() {
        fill("'records': {'Lead': [{'LastName': 'A', 'Company': 'A', 'Phone': null}]}");
        assertNull(org.only("Lead").text("Phone"));
    }

    @Test
    void fillingCountsNoApiCall() {
        fill("'records': {'Lead': [{'LastName': 'A', 'Company': 'A', '@converted': true}]}");
        assertEquals(0, org.calls().count());
    }

    @Test
    void aByteOrderMarkIsNoTrouble(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("org.json"), "\uFEFF{\"version\": 1}");
        assertEquals(Map.of(), OrgData.read(file).into(org));
    }

    @Test
    void oneFileFillsManyOrgs() {
        OrgData data = OrgData.read(new StringReader(
                "{\"version\": 1, \"records\": {\"Lead\": [{\"LastName\": \"A\", \"Company\": \"A\"}]}}"));
        data.into(org);
        FakeOrg other = FakeOrg.create();
        data.into(other);
        assertEquals(org.only("Lead").id(), other.only("Lead").id());
    }

    private Object stored(String type, @Nullable String value) {
        String member = value == null ? "" : ", 'X__c': " + value;
        fill("'fields': {'Lead': [{'name': 'X__c', " + type + "}]},"
                + " 'records': {'Lead': [{'LastName': 'A', 'Company': 'A'" + member + "}]}");
        Object stored = Objects.requireNonNull(org.only("Lead").value("X__c"));
        return stored instanceof LocalDate ? stored.toString() : stored;
    }

    private Map<String, RecordId> fill(String members) {
        String json = "{'version': 1, " + members + "}";
        return OrgData.read(new StringReader(json.replace('\'', '"'))).into(org);
    }

    private FakeRecord record(Map<String, RecordId> ids, String name) {
        return org.record(Objects.requireNonNull(ids.get(name)));
    }

    private String text(Map<String, RecordId> ids, String name, String field) {
        return Objects.requireNonNull(record(ids, name).text(field));
    }
}
