package com.spara.sf.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.RecordId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Many records in one request. */
class CollectionTest {
    private final FakeOrg org = FakeOrg.create();
    private final Wire wire = new Wire(org);

    private static String row(String type, String fields) {
        return "{'attributes':{'type':'" + type + "'}," + fields + "}";
    }

    private static String lead(String name) {
        return row("Lead", "'LastName':'" + name + "','Company':'C'");
    }

    private static String body(boolean allOrNone, String... rows) {
        return "{'allOrNone':" + allOrNone + ",'records':[" + String.join(",", rows) + "]}";
    }

    @Test
    void everyRowHasItsOwnResultInOrder() {
        Wire.Reply reply =
                wire.post("composite/sobjects", body(false, lead("A"), row("Lead", "'LastName':'B'"), lead("C")));
        assertEquals(200, reply.status());
        assertEquals(
                "{\"id\":\"" + org.records("Lead").get(0).id() + "\",\"success\":true,\"errors\":[]}",
                reply.at("/0").toString());
        assertEquals(
                "{\"success\":false,\"errors\":[{\"statusCode\":\"REQUIRED_FIELD_MISSING\","
                        + "\"message\":\"Required fields are missing: [Company]\",\"fields\":[\"Company\"]}]}",
                reply.at("/1").toString());
        assertEquals(2, org.records("Lead").size());
        assertEquals(1, org.calls().count());
    }

    @Test
    void allOrNoneTakesTheOthersBack() {
        Wire.Reply reply = wire.post("composite/sobjects", body(true, lead("A"), row("Lead", "'LastName':'B'")));
        assertEquals(200, reply.status());
        assertEquals("ALL_OR_NONE_OPERATION_ROLLED_BACK", reply.text("/0/errors/0/statusCode"));
        assertFalse(reply.at("/0").asJsonObject().containsKey("id"));
        assertEquals("REQUIRED_FIELD_MISSING", reply.text("/1/errors/0/statusCode"));
        assertTrue(org.records("Lead").isEmpty());
    }

    @Test
    void rowsAreUpdatedByTheirIds() {
        RecordId a = org.add("Lead", "LastName", "A", "Company", "C");
        RecordId b = org.add("Contact", "LastName", "B");
        Wire.Reply reply = wire.patch(
                "composite/sobjects",
                body(
                        false,
                        row("Lead", "'id':'" + a + "','Phone':'1'"),
                        row("Contact", "'Id':'" + b + "','Phone':'2'"),
                        row("Lead", "'id':'00QFk0000000zzz','Phone':'3'"),
                        row("Lead", "'id':'" + b + "','Phone':'3'"),
                        row("Lead", "'Phone':'3'"),
                        row("Nothing", "'id':'" + a + "'")));
        assertEquals("1", org.record(a).text("Phone"));
        assertEquals("2", org.record(b).text("Phone"));
        assertEquals("INVALID_CROSS_REFERENCE_KEY", reply.text("/2/errors/0/statusCode"));
        assertEquals("MALFORMED_ID", reply.text("/3/errors/0/statusCode"));
        assertEquals("MISSING_ARGUMENT", reply.text("/4/errors/0/statusCode"));
        assertEquals("INVALID_TYPE", reply.text("/5/errors/0/statusCode"));
    }

    @Test
    void rowsAreUpsertedByTheirKeys() {
        org.addField("Lead", FakeField.text("Key__c", 20).externalId().unique());
        RecordId known = org.add("Lead", "LastName", "A", "Company", "C", "Key__c", "1");
        Wire.Reply reply = wire.patch(
                "composite/sobjects/Lead/Key__c",
                body(
                        false,
                        row("Lead", "'Key__c':'1','Phone':'9'"),
                        row("Lead", "'Key__c':'2','LastName':'B','Company':'C'"),
                        row("Lead", "'LastName':'C','Company':'C'")));
        assertEquals("9", org.record(known).text("Phone"));
        assertEquals("false", reply.text("/0/created"));
        assertEquals("true", reply.text("/1/created"));
        assertEquals("MISSING_ARGUMENT", reply.text("/2/errors/0/statusCode"));
    }

    @Test
    void keyThatComesTwiceInOneUpsertFailsBothRows() {
        org.addField("Lead", FakeField.text("Key__c", 20).externalId().unique());
        String twin = row("Lead", "'Key__c':'1','LastName':'A','Company':'C'");
        String other = row("Lead", "'key__c':'2','LastName':'B','Company':'C'");
        Wire.Reply reply = wire.patch("composite/sobjects/Lead/Key__c", body(false, twin, other, twin));
        assertEquals("DUPLICATE_VALUE", reply.text("/0/errors/0/statusCode"));
        assertEquals("Duplicate external id specified: 1", reply.text("/2/errors/0/message"));
        assertEquals("B", org.only("Lead").text("LastName"));
    }

    @Test
    void recordThatComesTwiceIsUpdatedTwiceInOrder() {
        RecordId a = org.add("Lead", "LastName", "A", "Company", "C");
        Wire.Reply reply = wire.patch(
                "composite/sobjects",
                body(false, row("Lead", "'id':'" + a + "','Phone':'1'"), row("Lead", "'id':'" + a + "','Fax':'2'")));
        assertEquals("true", reply.text("/1/success"));
        assertEquals("1", org.record(a).text("Phone"));
        assertEquals("2", org.record(a).text("Fax"));
    }

    @Test
    void keyWithSeveralRecordsIsRefusedInItsRow() {
        org.addField("Lead", FakeField.text("Key__c", 20).externalId());
        org.add("Lead", "LastName", "A", "Company", "C", "Key__c", "1");
        org.add("Lead", "LastName", "B", "Company", "C", "Key__c", "1");
        Wire.Reply reply =
                wire.patch("composite/sobjects/Lead/Key__c", body(false, row("Lead", "'Key__c':'1','Phone':'9'")));
        assertEquals("DUPLICATE_EXTERNAL_ID", reply.text("/0/errors/0/statusCode"));
    }

    @Test
    void rowsAreDeletedByTheirIds() {
        RecordId a = org.add("Lead", "LastName", "A", "Company", "C");
        Wire.Reply reply = wire.delete("composite/sobjects?ids=" + a + ",00QFk0000000zzz");
        assertEquals("true", reply.text("/0/success"));
        assertEquals("INVALID_CROSS_REFERENCE_KEY", reply.text("/1/errors/0/statusCode"));
        assertTrue(org.record(a).isDeleted());
    }

    @Test
    void rowsAreRetrievedInOrderWithNullForTheMissing() {
        RecordId a = org.add("Lead", "LastName", "A", "Company", "C");
        Wire.Reply reply =
                wire.post("composite/sobjects/Lead", "{'ids':['00QFk0000000zzz','" + a + "'],'fields':['LastName']}");
        assertEquals("null", reply.text("/0"));
        assertEquals("A", reply.text("/1/LastName"));
        assertEquals(
                reply.body(),
                wire.get("composite/sobjects/Lead?ids=00QFk0000000zzz," + a + "&fields=LastName")
                        .body());
    }

    static List<Arguments> malformed() {
        String many = IntStream.range(0, 201).mapToObj(i -> lead("L" + i)).collect(Collectors.joining(","));
        String chunks = IntStream.range(0, 11)
                .mapToObj(i -> i % 2 == 0 ? lead("L") : row("Contact", "'LastName':'L'"))
                .collect(Collectors.joining(","));
        return List.of(
                Arguments.of("201 rows", many, "EXCEEDED_ID_LIMIT"),
                Arguments.of("no rows", "", "INVALID_INPUT"),
                Arguments.of("eleven chunks", chunks, "LIMIT_EXCEEDED"),
                Arguments.of("a row without a type", "{'LastName':'L'}", "INVALID_TYPE"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malformed")
    void malformedCollectionIsRefusedAsAWhole(String what, String rows, String code) {
        Wire.Reply reply = wire.post("composite/sobjects", body(false, rows));
        assertEquals(400, reply.status(), what);
        assertEquals(code, reply.errorCode());
        assertTrue(org.records("Lead").isEmpty());
    }
}
