package com.spara.sf.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.RecordId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an org's own admins and developers set up: validation rules, triggers, flows, record types, picklists. */
class ObjectRulesTest {
    private static final String LEAD = "{'LastName':'L','Company':'C'}";

    private final FakeOrg org = FakeOrg.create();
    private final Wire wire = new Wire(org);

    private static String leads(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(i -> "{'attributes':{'type':'Lead'},'LastName':'L" + i + "','Company':'C'}")
                .collect(Collectors.joining(",", "{'records':[", "]}"));
    }

    private static String code(Wire.Reply reply, int row) {
        return reply.text("/" + row + "/errors/0/statusCode");
    }

    @Test
    void validationRuleRefusesInTheAdminsWords() {
        org.rules("Lead").validation(lead -> lead.text("Phone") == null, "A lead needs a phone.", "Phone");
        Wire.Reply reply = wire.post("sobjects/Lead", LEAD);
        assertEquals(
                "[{\"message\":\"A lead needs a phone.\",\"errorCode\":\"FIELD_CUSTOM_VALIDATION_EXCEPTION\","
                        + "\"fields\":[\"Phone\"]}]",
                reply.body());
        assertEquals(
                201,
                wire.post("sobjects/Lead", "{'LastName':'L','Company':'C','Phone':'1'}")
                        .status());
    }

    @Test
    void validationRuleSeesTheWholeRecordOnUpdate() {
        RecordId lead = org.add("Lead", "LastName", "L", "Company", "C", "Phone", "1");
        org.rules("Lead").validation(each -> each.text("Phone") == null, "No.");
        assertEquals(204, wire.patch("sobjects/Lead/" + lead, "{'Title':'Dr'}").status());
        Wire.Reply reply = wire.patch("sobjects/Lead/" + lead, "{'Phone':null}");
        assertEquals("[]", reply.text("/0/fields"));
        assertEquals("1", org.record(lead).text("Phone"));
    }

    @Test
    void rulesDoNotConcernTheTestItself() {
        org.rules("Lead").validation(lead -> true, "Never.");
        org.add("Lead", "LastName", "L", "Company", "C");
        assertEquals("L", org.only("Lead").text("LastName"));
    }

    @Test
    void beforeTriggerChangesWhatIsStored() {
        org.rules("Lead")
                .trigger(
                        "LeadTrigger",
                        Trigger.When.BEFORE_INSERT,
                        leads -> leads.forEach(lead ->
                                lead.set("Description", "was " + lead.text("LastName") + " of " + leads.size())));
        wire.post("composite/sobjects", leads(0, 2));
        assertEquals(
                List.of("was L0 of 2", "was L1 of 2"),
                org.records("Lead").stream()
                        .map(lead -> lead.text("Description"))
                        .toList());
    }

    @Test
    void beforeTriggerCanFillARequiredField() {
        org.rules("Lead")
                .trigger("T", Trigger.When.BEFORE_INSERT, leads -> leads.forEach(lead -> lead.set("Company", "none")));
        assertEquals(201, wire.post("sobjects/Lead", "{'LastName':'L'}").status());
        assertEquals("none", org.only("Lead").text("Company"));
    }

    @Test
    void exceptionInATriggerFailsTheWholeChunkInApexWords() {
        org.rules("Lead").trigger("npe", Trigger.When.BEFORE_INSERT, leads -> {
            throw new NullPointerException();
        });
        Wire.Reply reply = wire.post("composite/sobjects", leads(0, 3));
        assertEquals(200, reply.status());
        for (int row = 0; row < 3; row++) {
            assertEquals("CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY", code(reply, row));
        }
        assertTrue(reply.text("/0/errors/0/message")
                .startsWith("npe: execution of BeforeInsert\n\ncaused by: System.NullPointerException: "
                        + "Attempt to de-reference a null object"));
        assertTrue(org.records("Lead").isEmpty());
    }

    @Test
    void triggerKeepsARecordFromBeingDeleted() {
        RecordId id = org.add("Lead", "LastName", "Keep", "Company", "C");
        org.rules("Lead")
                .trigger(
                        "T",
                        Trigger.When.BEFORE_DELETE,
                        leads -> leads.get(0).addError("keep " + leads.get(0).text("LastName")));
        Wire.Reply reply = wire.delete("sobjects/Lead/" + id);
        assertEquals("FIELD_CUSTOM_VALIDATION_EXCEPTION", reply.errorCode());
        assertEquals("keep Keep", reply.message());
        assertEquals(id, org.only("Lead").id());
    }

    @Test
    void exceptionAfterTheDeleteTakesItBack() {
        RecordId id = org.add("Lead", "LastName", "L", "Company", "C");
        org.rules("Lead").trigger("T", Trigger.When.AFTER_DELETE, leads -> {
            assertTrue(org.record(id).isDeleted());
            throw new IllegalStateException("too late");
        });
        Wire.Reply reply = wire.delete("composite/sobjects?ids=" + id);
        assertEquals("CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY", reply.text("/0/errors/0/statusCode"));
        assertEquals(id, org.only("Lead").id());
    }

    @Test
    void exceptionAfterTheInsertTakesTheChunkBack() {
        org.rules("Lead").trigger("T", Trigger.When.AFTER_INSERT, leads -> {
            assertEquals(2, org.records("Lead").size());
            throw new IllegalStateException("too late");
        });
        Wire.Reply reply = wire.post("composite/sobjects", leads(0, 2));
        assertEquals("CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY", code(reply, 0));
        assertTrue(reply.text("/0/errors/0/message").contains("AfterInsert"));
        assertTrue(org.records("Lead").isEmpty());
    }

    @Test
    void triggerRefusesOneRecordAndKeepsTheOthers() {
        org.rules("Lead")
                .trigger(
                        "A",
                        Trigger.When.AFTER_INSERT,
                        leads -> leads.stream()
                                .filter(lead -> "L1".equals(lead.text("LastName")))
                                .forEach(lead -> lead.addError("Not this one.")));
        Wire.Reply reply = wire.post("composite/sobjects", leads(0, 3));
        assertEquals("Not this one.", reply.text("/1/errors/0/message"));
        assertEquals(reply.text("/2/id"), org.records("Lead").get(1).id().value());
        assertEquals(2, org.records("Lead").size());
    }

    @Test
    void afterTriggerCannotChangeTheRecord() {
        org.rules("Lead")
                .trigger("A", Trigger.When.AFTER_INSERT, leads -> leads.get(0).set("Title", "Dr"));
        Wire.Reply reply = wire.post("sobjects/Lead", LEAD);
        assertEquals("CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY", reply.errorCode());
        assertTrue(reply.message().contains("Record is read-only"));
    }

    @Test
    void updateTriggerSeesTheRecordAsItWas() {
        RecordId lead = org.add("Lead", "LastName", "L", "Company", "C", "Phone", "1");
        org.rules("Lead")
                .trigger(
                        "U",
                        Trigger.When.BEFORE_UPDATE,
                        leads -> leads.get(0)
                                .set("Fax", leads.get(0).before().orElseThrow().text("Phone")));
        wire.patch("sobjects/Lead/" + lead, "{'Phone':'2'}");
        assertEquals("1", org.record(lead).text("Fax"));
    }

    @Test
    void failedFlowFailsItsRecordAlone() {
        org.rules("Lead").flow("Route leads", lead -> {
            if ("L1".equals(lead.text("LastName"))) {
                throw new IllegalStateException("no route");
            }
            lead.set("Rating", "Hot");
        });
        Wire.Reply reply = wire.post("composite/sobjects", leads(0, 2));
        assertEquals("CANNOT_EXECUTE_FLOW_TRIGGER", code(reply, 1));
        assertTrue(reply.text("/1/errors/0/message").contains("\"Route leads\" process failed"));
        assertEquals("Hot", org.only("Lead").text("Rating"));
    }

    @Test
    void cpuBudgetIsSharedByTheWholeComposite() {
        org.rules("Lead").cpuBudget(150);
        assertEquals("true", wire.post("composite/sobjects", leads(0, 150)).text("/149/success"));
        String part = "{'method':'POST','url':'/services/data/v66.0/composite/sobjects','referenceId':'%s','body':%s}";
        Wire.Reply reply = wire.post(
                "composite",
                "{'compositeRequest':[" + String.format(part, "a", leads(200, 100)) + ","
                        + String.format(part, "b", leads(300, 100)) + "]}");
        assertEquals("true", reply.text("/compositeResponse/0/body/99/success"));
        for (int row = 0; row < 100; row++) {
            String error = "/compositeResponse/1/body/" + row + "/errors/0/";
            assertEquals("CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY", reply.text(error + "statusCode"));
            assertTrue(reply.text(error + "message").contains("System.LimitException: Apex CPU time limit exceeded"));
        }
        assertEquals(250, org.records("Lead").size());
    }

    @Test
    void recordTypeIsDescribedAndOffersItsOwnValues() {
        org.addField("Lead", FakeField.picklist("Tier__c", "Gold", "Silver").restricted());
        RecordId partner =
                org.rules("Lead").recordType("Partner", Map.of("Tier__c", List.of("Gold"), "Rating", List.of("Hot")));
        Wire.Reply describe = wire.get("sobjects/Lead/describe");
        assertEquals("Partner", describe.text("/recordTypeInfos/0/name"));
        assertEquals(partner.value(), describe.text("/recordTypeInfos/0/recordTypeId"));
        String lead = "{'LastName':'L','Company':'C','RecordTypeId':'" + partner + "',";
        assertEquals(201, wire.post("sobjects/Lead", lead + "'Tier__c':'gold'}").status());
        assertEquals(201, wire.post("sobjects/Lead", lead + "'Rating':'Cold'}").status());
        Wire.Reply refused = wire.post("sobjects/Lead", lead + "'Tier__c':'Silver'}");
        assertEquals("INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST", refused.errorCode());
        assertEquals("Tier__c", refused.text("/0/fields/0"));
    }

    @Test
    void recordTypeOfAnotherObjectIsRefused() {
        RecordId partner = org.rules("Contact").recordType("Partner", Map.of());
        org.rules("Lead").recordType("Own", Map.of());
        Wire.Reply reply =
                wire.post("sobjects/Lead", "{'LastName':'L','Company':'C','RecordTypeId':'" + partner + "'}");
        assertEquals("INVALID_CROSS_REFERENCE_KEY", reply.errorCode());
        assertEquals("RecordTypeId", reply.text("/0/fields/0"));
    }

    @Test
    void inactiveValueStaysWhereItIsAndCannotBeChosen() {
        RecordId lead = org.add("Lead", "LastName", "L", "Company", "C", "Rating", "Warm");
        org.rules("Lead").restrict("Rating").deactivate("Rating", "Warm");
        assertEquals(
                204,
                wire.patch("sobjects/Lead/" + lead, "{'Rating':'Warm','Phone':'1'}")
                        .status());
        assertEquals(
                "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
                wire.post("sobjects/Lead", "{'LastName':'L','Company':'C','Rating':'Warm'}")
                        .errorCode());
        assertTrue(wire.get("sobjects/Lead/describe").body().contains("{\"active\":false"));
    }

    @Test
    void fieldCanBeMadeRequired() {
        org.rules("Lead").require("Phone");
        Wire.Reply reply = wire.post("sobjects/Lead", LEAD);
        assertEquals("REQUIRED_FIELD_MISSING", reply.errorCode());
        assertEquals("Phone", reply.text("/0/fields/0"));
    }

    @Test
    void unknownObjectIsAMistake() {
        assertThrows(IllegalArgumentException.class, () -> org.rules("Leed"));
        assertThrows(IllegalArgumentException.class, () -> org.rules("Lead").cpuBudget(0));
    }
}
