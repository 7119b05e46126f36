package com.spara.sf.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.RecordId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Refusals on plan: any code, in the shape that belongs to a row, a part and a row of a collection. */
class RefusalTest {
    private static final String LEAD = "{'LastName':'L','Company':'C'}";

    private final FakeOrg org = FakeOrg.create();
    private final Wire wire = new Wire(org);

    private static String rows(String... names) {
        StringBuilder rows = new StringBuilder();
        for (String name : names) {
            rows.append(rows.isEmpty() ? "" : ",")
                    .append("{'attributes':{'type':'Lead'},'LastName':'" + name + "','Company':'C'}");
        }
        return "{'records':[" + rows + "]}";
    }

    @Test
    void rowIsRefusedWithCodeMessageAndFields() {
        org.next(Call.create("Lead")).refuses("FIELD_CUSTOM_VALIDATION_EXCEPTION", "No.", "Phone");
        Wire.Reply reply = wire.post("sobjects/Lead", LEAD);
        assertEquals(400, reply.status());
        assertEquals(
                "[{\"message\":\"No.\",\"errorCode\":\"FIELD_CUSTOM_VALIDATION_EXCEPTION\",\"fields\":[\"Phone\"]}]",
                reply.body());
        assertTrue(org.records("Lead").isEmpty());
        assertEquals(201, wire.post("sobjects/Lead", LEAD).status());
    }

    @Test
    void partOfACompositeIsRefusedAsARowIs() {
        org.next(Call.create("Lead")).refuses("APEX_ERROR", "No.");
        Wire.Reply reply = wire.post(
                "composite",
                "{'compositeRequest':[{'method':'POST','url':'/services/data/v66.0/sobjects/Lead','referenceId':'a',"
                        + "'body':" + LEAD + "}]}");
        assertEquals("500", reply.text("/compositeResponse/0/httpStatusCode"));
        assertEquals("APEX_ERROR", reply.text("/compositeResponse/0/body/0/errorCode"));
    }

    @Test
    void oneRowOfACollectionIsRefusedAndTheOthersAreSaved() {
        org.next(Call.create("Lead").where(lead -> "B".equals(lead.text("LastName"))))
                .refuses("NEW_CODE", "No.");
        Wire.Reply reply = wire.post("composite/sobjects", rows("A", "B", "C"));
        assertEquals(200, reply.status());
        assertEquals(
                "{\"success\":false,\"errors\":[{\"statusCode\":\"NEW_CODE\",\"message\":\"No.\",\"fields\":[]}]}",
                reply.at("/1").toString());
        assertEquals(2, org.records("Lead").size());
        assertTrue(org.unmetTrouble().isEmpty());
    }

    @Test
    void refusalIsRepeatedAsOftenAsPlanned() {
        org.next(Call.create("Lead")).refuses("UNABLE_TO_LOCK_ROW", "busy").times(2);
        Wire.Reply reply = wire.post("composite/sobjects", rows("A", "B", "C"));
        assertEquals("UNABLE_TO_LOCK_ROW", reply.text("/1/errors/0/statusCode"));
        assertEquals("C", org.only("Lead").text("LastName"));
    }

    @Test
    void refusalGoesOnUntilItIsStopped() {
        Trouble trouble = org.next(Call.create("Lead")).refuses("UNKNOWN_EXCEPTION", "ouch");
        trouble.always();
        assertEquals(1, org.unmetTrouble().size());
        assertEquals(500, wire.post("sobjects/Lead", LEAD).status());
        assertEquals(500, wire.post("sobjects/Lead", LEAD).status());
        assertTrue(org.unmetTrouble().isEmpty());
        trouble.stops();
        assertEquals(201, wire.post("sobjects/Lead", LEAD).status());
    }

    @ParameterizedTest(name = "{0} {2} -> {3}")
    @CsvSource({
        "create, ENTITY_IS_LOCKED, '', 400",
        "update, ENTITY_IS_DELETED, '', 404",
        "update, INVALID_CROSS_REFERENCE_KEY, '', 404",
        "update, INVALID_CROSS_REFERENCE_KEY, AccountId, 400",
        "create, INVALID_CROSS_REFERENCE_KEY, '', 400",
        "create, REQUEST_LIMIT_EXCEEDED, '', 403",
        "create, SERVER_UNAVAILABLE, '', 503",
        "update, SOME_FUTURE_CODE, '', 400",
    })
    void statusFollowsFromTheCode(String what, String code, String field, int status) {
        RecordId lead = org.add("Lead", "LastName", "L", "Company", "C");
        Call call = what.equals("create") ? Call.create("Lead") : Call.update("Lead");
        org.next(call).refuses(code, "No.", field.isEmpty() ? new String[0] : new String[] {field});
        Wire.Reply reply = what.equals("create")
                ? wire.post("sobjects/Lead", LEAD)
                : wire.patch("sobjects/Lead/" + lead, "{'Phone':'1'}");
        assertEquals(status, reply.status());
        assertEquals(code, reply.errorCode());
    }

    @Test
    void refusalOfAnUpdateLeavesTheRecord() {
        RecordId lead = org.add("Lead", "LastName", "L", "Company", "C", "Phone", "0");
        org.next(Call.update("Lead")).refuses("INSUFFICIENT_ACCESS_OR_READONLY", "No.");
        wire.patch(
                "composite/sobjects", "{'records':[{'attributes':{'type':'Lead'},'id':'" + lead + "','Phone':'1'}]}");
        assertEquals("0", org.record(lead).text("Phone"));
    }

    @Test
    void wholeCallsAndQueriesAreRefusedToo() {
        org.next(Call.query()).refuses("QUERY_TIMEOUT", "Too long.");
        org.next(Call.any()).refuses("REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.");
        assertEquals(400, wire.query("SELECT Id FROM Lead").status());
        Wire.Reply reply = wire.get("limits");
        assertEquals(403, reply.status());
        assertEquals(
                "[{\"message\":\"TotalRequests Limit exceeded.\",\"errorCode\":\"REQUEST_LIMIT_EXCEEDED\"}]",
                reply.body());
    }

    @Test
    void whatIsDoneInTheOrgItselfMeetsNoRefusal() {
        org.next(Call.create("Lead")).refuses("X", "No.");
        org.add("Lead", "LastName", "L", "Company", "C");
        assertEquals(1, org.unmetTrouble().size());
    }

    @Test
    void pickedRecordsCanOnlyBeRefused() {
        Call some = Call.create("Lead").where(lead -> true);
        assertThrows(IllegalStateException.class, () -> org.next(some).isNeverSent());
        assertThrows(IllegalStateException.class, () -> Call.query().where(lead -> true));
    }
}
