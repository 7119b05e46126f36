package com.spara.sf.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.RecordId;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Users with fewer rights: what they are shown, and how they are refused. */
class RightsTest {
    private static final String LEAD = "{'LastName':'L','Company':'C'}";

    private final FakeOrg org = FakeOrg.create();
    private final Wire wire = new Wire(org);
    private final RecordId acme = org.add("Account", "Name", "Acme");
    private final RecordId bob = org.add("Contact", "LastName", "B", "AccountId", acme.value());
    private final RecordId ada = org.add("Lead", "LastName", "A", "Company", "C", "Phone", "1", "Title", "Dr");

    private Wire as(RecordId user) {
        return new Wire(org).with("Authorization", "Bearer " + org.token(user));
    }

    private Optional<JsonObject> described(String field) {
        return wire.get("sobjects/Lead/describe").at("/fields").asJsonArray().stream()
                .map(JsonValue::asJsonObject)
                .filter(each -> each.getString("name").equals(field))
                .findFirst();
    }

    @Test
    void hiddenFieldIsNowhere() {
        org.rights().hides("Lead", "phone");
        assertTrue(described("Phone").isEmpty());
        assertTrue(described("MobilePhone").isPresent());
        Wire.Reply query = wire.query("SELECT Phone FROM Lead");
        assertEquals("INVALID_FIELD", query.errorCode());
        assertTrue(query.message().contains("No such column 'Phone' on entity 'Lead'"));
        Wire.Reply write = wire.post("sobjects/Lead", "{'LastName':'L','Company':'C','Phone':'2'}");
        assertEquals("INVALID_FIELD", write.errorCode());
        assertEquals("No such column 'Phone' on sobject of type Lead", write.message());
        assertFalse(wire.get("sobjects/Lead/" + ada).body().contains("\"Phone\""));
        assertEquals(
                "INVALID_FIELD",
                wire.get("sobjects/Lead/" + ada + "?fields=Phone").errorCode());
    }

    @Test
    void otherFieldsKeepTheirValuesBesideAHiddenOne() {
        org.rights().hides("Lead", "Company", "Phone");
        assertEquals("Dr", wire.query("SELECT Title FROM Lead").text("/records/0/Title"));
        assertEquals(204, wire.patch("sobjects/Lead/" + ada, "{'Title':'Prof'}").status());
        assertEquals("Prof", org.record(ada).text("Title"));
        assertEquals("C", org.record(ada).text("Company"));
        assertEquals("1", org.record(ada).text("Phone"));
    }

    @Test
    void readOnlyFieldIsReadAndNotWritten() {
        org.rights().readOnly("Lead", "Title");
        JsonObject title = described("Title").orElseThrow();
        assertFalse(title.getBoolean("createable"));
        assertFalse(title.getBoolean("updateable"));
        assertEquals("Dr", wire.query("SELECT Title FROM Lead").text("/records/0/Title"));
        Wire.Reply reply = wire.patch("sobjects/Lead/" + ada, "{'Title':'Prof'}");
        assertEquals(400, reply.status());
        assertEquals("INVALID_FIELD_FOR_INSERT_UPDATE", reply.errorCode());
        assertEquals("Title", reply.text("/0/fields/0"));
    }

    @Test
    void objectWithoutAccessIsNotThere() {
        org.rights().noAccessTo("Account");
        assertEquals(404, wire.get("sobjects/Account/describe").status());
        assertEquals("NOT_FOUND", wire.post("sobjects/Account", "{'Name':'X'}").errorCode());
        Wire.Reply query = wire.query("SELECT Id FROM Account");
        assertEquals("INVALID_TYPE", query.errorCode());
        assertTrue(query.message().contains("sObject type 'Account' is not supported."));
        assertFalse(wire.get("sobjects").body().contains("\"name\":\"Account\""));
        assertEquals(
                "INVALID_TYPE",
                wire.post("composite/sobjects", "{'records':[{'attributes':{'type':'Account'},'Name':'X'}]}")
                        .text("/0/errors/0/statusCode"));
    }

    @Test
    void parentWithoutAccessCannotBeFollowed() {
        org.rights().noAccessTo("Account");
        Wire.Reply query = wire.query("SELECT Account.Name FROM Contact");
        assertEquals("INVALID_FIELD", query.errorCode());
        assertTrue(query.message().contains("Didn't understand relationship 'Account' in field path"));
        assertEquals(acme.value(), wire.query("SELECT AccountId FROM Contact").text("/records/0/AccountId"));
        Wire.Reply write = wire.post("sobjects/Contact", "{'LastName':'X','AccountId':'" + acme + "'}");
        assertEquals("INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY", write.errorCode());
    }

    @Test
    void createAndEditAreRefusedEachAlone() {
        org.rights().cannotCreate("Lead").cannotEdit("Contact");
        Wire.Reply create = wire.post("sobjects/Lead", LEAD);
        assertEquals(400, create.status());
        assertEquals("INSUFFICIENT_ACCESS_OR_READONLY", create.errorCode());
        assertEquals("false", wire.get("sobjects/Lead/describe").text("/createable"));
        assertFalse(described("Phone").orElseThrow().getBoolean("createable"));
        assertEquals(204, wire.patch("sobjects/Lead/" + ada, "{'Phone':'2'}").status());
        assertEquals(
                "INSUFFICIENT_ACCESS_OR_READONLY",
                wire.patch("sobjects/Contact/" + bob, "{'Phone':'2'}").errorCode());
        assertEquals(201, wire.post("sobjects/Contact", "{'LastName':'X'}").status());
    }

    @Test
    void missingRightsCanAnswer403() {
        org.rights().cannotCreate("Lead");
        org.settle(Unsettled.MISSING_RIGHTS_ANSWER_403, true);
        assertEquals(403, wire.post("sobjects/Lead", LEAD).status());
    }

    @Test
    void describeAloneCanBeRefused() {
        org.rights().cannotDescribe("Lead");
        assertEquals(403, wire.get("sobjects/Lead/describe").status());
        assertEquals("1", wire.query("SELECT Id FROM Lead").text("/totalSize"));
        assertEquals(201, wire.post("sobjects/Lead", LEAD).status());
    }

    @Test
    void recordThatIsNotVisibleIsLikeNone() {
        org.rights().seesOnly("Lead", lead -> !"A".equals(lead.text("LastName")));
        assertEquals("0", wire.query("SELECT Id FROM Lead").text("/totalSize"));
        assertEquals(
                "0", wire.query("SELECT Id FROM Lead WHERE Id = '" + ada + "'").text("/totalSize"));
        assertEquals("NOT_FOUND", wire.get("sobjects/Lead/" + ada).errorCode());
        assertEquals("NOT_FOUND", wire.delete("sobjects/Lead/" + ada).errorCode());
        Wire.Reply patch = wire.patch("sobjects/Lead/" + ada, "{'Phone':'2'}");
        assertEquals(404, patch.status());
        assertEquals("INVALID_CROSS_REFERENCE_KEY", patch.errorCode());
        assertEquals(
                "null", wire.get("composite/sobjects/Lead?fields=Id&ids=" + ada).text("/0"));
        assertEquals("1", org.record(ada).text("Phone"));
    }

    @Test
    void parentThatIsNotVisibleIsNull() {
        org.rights().seesOnly("Account", account -> false);
        assertEquals("null", wire.query("SELECT Account.Name FROM Contact").text("/records/0/Account"));
        assertEquals(
                "INVALID_CROSS_REFERENCE_KEY",
                wire.post("sobjects/Contact", "{'LastName':'X','AccountId':'" + acme + "'}")
                        .errorCode());
    }

    @Test
    void recordThatIsOnlyReadCannotBeChangedOrDeleted() {
        org.rights().editsOnly("Lead", lead -> "B".equals(lead.text("LastName")));
        assertEquals(200, wire.get("sobjects/Lead/" + ada).status());
        assertEquals(
                "INSUFFICIENT_ACCESS_OR_READONLY",
                wire.patch("sobjects/Lead/" + ada, "{'Phone':'2'}").errorCode());
        assertEquals(
                "INSUFFICIENT_ACCESS_OR_READONLY",
                wire.delete("sobjects/Lead/" + ada).errorCode());
    }

    @Test
    void anotherUserHasRightsOfTheirOwn() {
        RecordId grace = org.user("Grace Hopper", "grace@acme.example");
        org.rights(grace).hides("Lead", "Phone").cannotCreate("Contact");
        assertEquals("INVALID_FIELD", as(grace).query("SELECT Phone FROM Lead").errorCode());
        assertEquals("1", wire.query("SELECT Phone FROM Lead").text("/records/0/Phone"));
        assertEquals(201, wire.post("sobjects/Contact", "{'LastName':'X'}").status());
        assertEquals(201, as(grace).post("sobjects/Lead", LEAD).status());
        assertEquals(grace.value(), org.records("Lead").get(1).text("OwnerId"));
    }

    @Test
    void conditionalDescribeNoticesChangedRights() {
        String date = wire.get("sobjects/Lead/describe").headers().get("Last-Modified");
        assertEquals(
                304,
                new Wire(org)
                        .with("If-Modified-Since", date)
                        .get("sobjects/Lead/describe")
                        .status());
        org.rights().hides("Lead", "Phone");
        assertEquals(
                200,
                new Wire(org)
                        .with("If-Modified-Since", date)
                        .get("sobjects/Lead/describe")
                        .status());
    }

    @Test
    void rightsCanBeGivenBack() {
        org.rights().hides("Lead", "Phone").noAccessTo("Account").seesOnly("Lead", lead -> false);
        org.rights().all();
        assertEquals("1", wire.query("SELECT Phone FROM Lead").text("/records/0/Phone"));
        assertEquals(200, wire.get("sobjects/Account/describe").status());
    }

    @Test
    void theTestItselfNeedsNoRights() {
        org.rights().hides("Lead", "Phone").cannotCreate("Lead").cannotEdit("Lead");
        org.update(ada, "Phone", "9");
        org.add("Lead", "LastName", "L", "Company", "C", "Phone", "8");
        assertEquals("9", org.record(ada).text("Phone"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Fone", "Phone__c"})
    void unknownFieldIsAMistake(String field) {
        assertThrows(IllegalArgumentException.class, () -> org.rights().hides("Lead", field));
        assertThrows(IllegalArgumentException.class, () -> org.rights().readOnly("Lead", field));
    }
}
