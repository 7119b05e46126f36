package com.spara.sf.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.RecordId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who owns a record: the user, a queue, or whom the assignment rule chooses. */
class OwnerTest {
    private static final String LEAD = "{'LastName':'L','Company':'C'}";

    private final FakeOrg org = FakeOrg.create();
    private final Wire wire = new Wire(org);
    private final RecordId grace = org.user("Grace Hopper", "grace@acme.example");

    private String owned(String object, RecordId owner) {
        return "{'LastName':'L'" + (object.equals("Lead") ? ",'Company':'C'" : "") + ",'OwnerId':'" + owner + "'}";
    }

    @Test
    void userWhoCreatesOwns() {
        wire.post("sobjects/Lead", LEAD);
        assertEquals(org.user().value(), org.only("Lead").text("OwnerId"));
    }

    @Test
    void inactiveUserCannotBecomeOwnerButStaysOne() {
        RecordId lead = org.add("Lead", "LastName", "L", "Company", "C", "OwnerId", grace);
        org.deactivate(grace);
        Wire.Reply reply = wire.post("sobjects/Lead", owned("Lead", grace));
        assertEquals("INACTIVE_OWNER_OR_USER", reply.errorCode());
        assertEquals("operation performed with inactive user [" + grace + "] as owner of lead", reply.message());
        assertEquals(
                204, wire.patch("sobjects/Lead/" + lead, owned("Lead", grace)).status());
    }

    @Test
    void queueOwnsLeadsButNoContacts() {
        RecordId queue = org.queue("Inbound leads");
        assertEquals(201, wire.post("sobjects/Lead", owned("Lead", queue)).status());
        assertEquals(
                "FIELD_INTEGRITY_EXCEPTION",
                wire.post("sobjects/Contact", owned("Contact", queue)).errorCode());
        org.addObject("Visit__c");
        Wire.Reply reply = wire.post("sobjects/Visit__c", "{'OwnerId':'" + queue + "'}");
        assertEquals("INVALID_OPERATION", reply.errorCode());
    }

    @Test
    void queuesAreFoundByTheirObject() {
        org.queue("Inbound leads");
        Wire.Reply reply = wire.query("SELECT Queue.Name FROM QueueSobject WHERE SobjectType = 'Lead'");
        assertEquals("Inbound leads", reply.text("/records/0/Queue/Name"));
    }

    @ParameterizedTest(name = "Sforce-Auto-Assign: {0} runs the rule: {1}")
    @CsvSource({"TRUE,true", "true,true", "FALSE,false", "False,false", ",true"})
    void ruleRunsUnlessTheHeaderForbidsIt(String header, boolean runs) {
        org.assignmentRule("Lead", lead -> grace);
        if (header != null) {
            wire.with("Sforce-Auto-Assign", header);
        }
        wire.post("sobjects/Lead", owned("Lead", org.user()));
        assertEquals(runs ? grace.value() : org.user().value(), org.only("Lead").text("OwnerId"));
    }

    @Test
    void ruleRunsOnUpdateToo() {
        RecordId lead = org.add("Lead", "LastName", "L", "Company", "C");
        org.assignmentRule("Lead", record -> "VIP".equals(record.text("Rating")) ? grace : null);
        wire.patch("sobjects/Lead/" + lead, "{'Phone':'1'}");
        assertEquals(org.user().value(), org.record(lead).text("OwnerId"));
        wire.patch("sobjects/Lead/" + lead, "{'Rating':'VIP'}");
        assertEquals(grace.value(), org.record(lead).text("OwnerId"));
    }

    @Test
    void ruleCanBeNamedByItsId() {
        RecordId rule = org.assignmentRule("Lead", lead -> grace);
        wire.with("Sforce-Auto-Assign", rule.value()).post("sobjects/Lead", LEAD);
        assertEquals(grace.value(), org.only("Lead").text("OwnerId"));
        assertEquals(
                "INVALID_ASSIGNMENT_RULE",
                wire.with("Sforce-Auto-Assign", "01QFk0000000zzz")
                        .post("sobjects/Lead", LEAD)
                        .errorCode());
        assertEquals(
                "MALFORMED_ID",
                wire.with("Sforce-Auto-Assign", "maybe")
                        .post("sobjects/Lead", LEAD)
                        .errorCode());
    }

    @Test
    void whatIsAddedDirectlyIsNotAssigned() {
        org.assignmentRule("Lead", lead -> grace);
        RecordId lead = org.add("Lead", "LastName", "L", "Company", "C");
        assertEquals(org.user().value(), org.record(lead).text("OwnerId"));
    }

    @Test
    void usersMaySharePeoplesAddresses() {
        RecordId other = org.user("Grace Murray Hopper", "grace@acme.example");
        FakeRecord user = org.record(other);
        assertEquals("Grace Murray", user.text("FirstName"));
        assertEquals("grace@acme.example", user.text("Email"));
        assertTrue(!user.text("Username").equals(org.record(grace).text("Username")));
    }
}
