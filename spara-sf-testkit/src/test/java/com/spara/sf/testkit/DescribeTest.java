package com.spara.sf.testkit;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the org says about itself: versions, resources, objects, fields. */
class DescribeTest {
    private final FakeOrg org = FakeOrg.create();
    private final Wire wire = new Wire(org);

    private Map<String, JsonObject> fields(String object) {
        return items(wire.get("sobjects/" + object + "/describe").at("/fields"))
                .collect(Collectors.toMap(field -> field.getString("name"), Function.identity()));
    }

    private static Stream<JsonObject> items(JsonValue array) {
        return array.asJsonArray().stream().map(JsonValue::asJsonObject);
    }

    static List<Arguments> recorded() throws IOException {
        try (InputStream csv = FakeOrg.class.getResourceAsStream("schema/fields.csv")) {
            List<String[]> rows = new String(csv.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(",(?=([^\"]*\"[^\"]*\")*[^\"]*$)", -1))
                    .toList();
            return rows.stream().skip(1).collect(Collectors.groupingBy(row -> row[0])).entrySet().stream()
                    .map(object -> Arguments.of(object.getKey(), rows.get(0), object.getValue()))
                    .toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("recorded")
    void everyRecordedFieldIsDescribedAsItWasRecorded(String object, String[] heading, List<String[]> rows) {
        Map<String, JsonObject> fields = fields(object);
        assertEquals(rows.size(), fields.size());
        assertAll(rows.stream().map(row -> () -> assertRecorded(heading, row, fields.get(row[1]))));
    }

    private static void assertRecorded(String[] heading, String[] row, JsonObject field) {
        assertEquals(row[3], field.getString("type"), row[1]);
        assertEquals(
                row[4] + "," + row[5] + "," + row[6],
                field.get("length") + "," + field.get("precision") + "," + field.get("scale"),
                row[1]);
        for (int i = 7; i < 23; i++) {
            assertEquals(row[i].equals("y"), field.getBoolean(heading[i]), row[1] + " " + heading[i]);
        }
        String references = field.getJsonArray("referenceTo").getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .collect(Collectors.joining("|"));
        assertEquals(row[23], references, row[1]);
        assertEquals(row[24], field.getString("relationshipName", ""), row[1]);
    }

    @Test
    void sizesOfNumbersAreDescribed() {
        Map<String, JsonObject> lead = fields("Lead");
        assertEquals(8, lead.get("NumberOfEmployees").getInt("digits"));
        assertEquals(18, lead.get("AnnualRevenue").getInt("precision"));
        assertEquals("xsd:int", lead.get("NumberOfEmployees").getString("soapType"));
    }

    @Test
    void picklistsAndReferencesAreDescribed() {
        Map<String, JsonObject> lead = fields("Lead");
        JsonObject first = lead.get("Status").getJsonArray("picklistValues").getJsonObject(0);
        assertEquals("Open - Not Contacted", first.getString("value"));
        assertTrue(first.getBoolean("defaultValue"));
        JsonObject owner = lead.get("OwnerId");
        assertEquals("[\"Group\",\"User\"]", owner.getJsonArray("referenceTo").toString());
        assertEquals("Owner", owner.getString("relationshipName"));
        assertTrue(owner.getBoolean("polymorphicForeignKey"));
    }

    @Test
    void childrenAreDescribed() {
        List<String> children = items(wire.get("sobjects/Account/describe").at("/childRelationships"))
                .filter(child -> !child.isNull("relationshipName"))
                .map(child -> child.getString("childSObject") + "." + child.getString("relationshipName"))
                .toList();
        assertTrue(children.contains("Contact.Contacts"), children.toString());
        assertTrue(children.contains("Opportunity.Opportunities"), children.toString());
    }

    @Test
    void customFieldIsDescribedAsItWasAdded() {
        org.addField("Lead", FakeField.text("Chat__c", 32_000).label("Chat so far"));
        JsonObject chat = fields("Lead").get("Chat__c");
        assertEquals("textarea", chat.getString("type"));
        assertEquals(32_000, chat.getInt("length"));
        assertEquals("Chat so far", chat.getString("label"));
        assertTrue(chat.getBoolean("custom"));
    }

    @Test
    void describeIsSentAgainOnlyWhenItChanged() {
        String seen = wire.get("sobjects/Lead/describe").headers().get("Last-Modified");
        wire.with("If-Modified-Since", seen);
        assertEquals(304, wire.get("sobjects/Lead/describe").status());
        org.addField("Lead", FakeField.text("New__c", 10));
        assertEquals(200, wire.get("sobjects/Lead/describe").status());
        assertEquals(304, wire.get("sobjects/Contact/describe").status());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "Account",
                "Campaign",
                "CampaignMember",
                "Case",
                "Contact",
                "Event",
                "Group",
                "Lead",
                "LeadStatus",
                "Opportunity",
                "Organization",
                "Profile",
                "QueueSobject",
                "RecordType",
                "Task",
                "User"
            })
    void standardObjectIsThere(String object) {
        Wire.Reply reply = wire.get("sobjects/" + object + "/describe");
        assertEquals(200, reply.status());
        assertEquals("Id", reply.text("/fields/0/name"));
    }

    @Test
    void globalDescribeListsAllObjects() {
        Wire.Reply reply = wire.get("sobjects/");
        List<String> names = items(reply.at("/sobjects"))
                .map(object -> object.getString("name"))
                .toList();
        assertTrue(names.containsAll(List.of("Account", "Contact", "Lead", "User")), names.toString());
        assertEquals("/services/data/v66.0/sobjects/Account", reply.text("/sobjects/0/urls/sobject"));
    }

    @Test
    void basicInformationComesWithoutFields() {
        Wire.Reply reply = wire.get("sobjects/Lead");
        assertEquals("00Q", reply.text("/objectDescribe/keyPrefix"));
        assertEquals("[]", reply.text("/recentItems"));
    }

    @Test
    void versionsAreListedOldestFirstWithoutAToken() {
        Wire.Reply reply = wire.with("Authorization", "none").send("GET", "/services/data/", "");
        assertEquals(200, reply.status());
        assertEquals(
                "{\"label\":\"Summer '14\",\"url\":\"/services/data/v31.0\",\"version\":\"31.0\"}",
                reply.at("/0").toString());
        assertTrue(reply.body()
                .contains("{\"label\":\"Spring '26\",\"url\":\"/services/data/v66.0\",\"version\":\"66.0\"}"));
        assertTrue(!reply.headers().containsKey("Sforce-Limit-Info"));
        assertEquals(0, org.calls().count());
    }

    @ParameterizedTest(name = "{0} answers {1}")
    @CsvSource({"v30.0,410,GONE", "v99.0,404,NOT_FOUND", "v66,404,NOT_FOUND", "latest,404,NOT_FOUND"})
    void versionThatDoesNotAnswerIsRefused(String version, int status, String code) {
        Wire.Reply reply = wire.version(version).get("sobjects");
        assertEquals(status, reply.status());
        assertEquals(code, reply.errorCode());
    }

    @Test
    void deprecatedVersionAnswersWithAWarning() {
        assertTrue(
                wire.version("v40.0").get("sobjects").headers().get("Warning").startsWith("299 - "));
        assertTrue(!wire.version("v66.0").get("sobjects").headers().containsKey("Warning"));
    }

    @Test
    void resourceMapNamesWhatCanBeAsked() {
        Wire.Reply reply = wire.get("");
        assertEquals("/services/data/v66.0/query", reply.text("/query"));
        assertEquals("/services/data/v66.0/composite", reply.text("/composite"));
    }

    @Test
    void limitsTellTheCallsThatAreLeft() {
        Wire.Reply first = wire.get("limits");
        Wire.Reply second = wire.get("limits");
        assertEquals("100000", first.text("/DailyApiRequests/Max"));
        assertNotEquals(first.text("/DailyApiRequests/Remaining"), second.text("/DailyApiRequests/Remaining"));
    }
}
