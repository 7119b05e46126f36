package com.spara.sf.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.spara.sf.RecordId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What no source settles, with both answers. */
class UnsettledTest {
    private static final String ROOT = "/services/data/v66.0/";

    private final FakeOrg org = FakeOrg.create();
    private final Wire wire = new Wire(org);
    private final RecordId ada = org.add("Lead", "LastName", "A", "Company", "C", "Phone", "0");

    private Wire.Reply part(String method, String url, String rest) {
        return wire.post(
                "composite",
                "{'compositeRequest':[{'method':'" + method + "','url':'" + ROOT + url + "','referenceId':'a'" + rest
                        + "}]}");
    }

    @ParameterizedTest(name = "guard inside a composite: {0} -> {1}")
    @CsvSource({"true, 412", "false, 204"})
    void guardInsideAComposite(boolean answer, String status) {
        org.settle(Unsettled.COMPOSITE_GUARDS_ROWS, answer);
        Wire.Reply reply = part(
                "PATCH",
                "sobjects/Lead/" + ada,
                ",'body':{'Phone':'1'},'httpHeaders':{'If-Unmodified-Since':'Mon, 23 Nov 2026 08:59:59 GMT'}");
        assertEquals(status, reply.text("/compositeResponse/0/httpStatusCode"));
        if (answer) {
            assertEquals("PRECONDITION_FAILED", reply.text("/compositeResponse/0/body/0/errorCode"));
        }
    }

    @ParameterizedTest(name = "headers of a collection in a composite: {0}")
    @CsvSource({"true, false", "false, true"})
    void headersOfACollectionInsideAComposite(boolean answer, boolean assigned) {
        RecordId queue = org.queue("Inbound");
        org.assignmentRule("Lead", lead -> queue);
        org.settle(Unsettled.COLLECTIONS_OBEY_SUBREQUEST_HEADERS, answer);
        part(
                "POST",
                "composite/sobjects",
                ",'httpHeaders':{'Sforce-Auto-Assign':'FALSE'},"
                        + "'body':{'records':[{'attributes':{'type':'Lead'},'LastName':'L','Company':'C'}]}");
        assertEquals(assigned, queue.value().equals(org.records("Lead").get(1).text("OwnerId")));
    }

    @ParameterizedTest(name = "references inside a text: {0} -> {1}")
    @CsvSource({"true, by Lead", "false, by @{q.records[0].attributes.type}"})
    void referencesInsideAText(boolean answer, String stored) {
        org.settle(Unsettled.COMPOSITE_RESOLVES_VALUES, answer);
        wire.post(
                "composite",
                "{'compositeRequest':[{'method':'GET','url':'" + ROOT
                        + "query?q=SELECT+Id+FROM+Lead','referenceId':'q'},{'method':'PATCH','url':'" + ROOT
                        + "sobjects/Lead/@{q.records[0].Id}','referenceId':'p',"
                        + "'body':{'Title':'by @{q.records[0].attributes.type}'}}]}");
        assertEquals(stored, org.record(ada).text("Title"));
    }

    @ParameterizedTest(name = "long url of a part: {0} -> {1}")
    @CsvSource({"true, 414", "false, 200"})
    void longUrlOfAPart(boolean answer, String status) {
        org.settle(Unsettled.SUBREQUEST_URLS_END_AT_16_KB, answer);
        String soql = "SELECT+Id+FROM+Lead+WHERE+LastName+IN+(%27" + "x".repeat(3900) + "%27"
                + (",%27" + "y".repeat(3900) + "%27").repeat(4) + ")";
        assertEquals(status, part("GET", "query?q=" + soql, "").text("/compositeResponse/0/httpStatusCode"));
    }

    @ParameterizedTest(name = "order of Ids: {0}")
    @CsvSource({"true", "false"})
    void orderOfIds(boolean answer) {
        org.settle(Unsettled.IDS_SORT_BY_CASE, answer);
        for (int i = 0; i < 60; i++) {
            org.add("Contact", "LastName", "l" + i);
        }
        List<String> ids = new ArrayList<>(
                org.records("Contact").stream().map(one -> one.id().value()).toList());
        ids.sort(answer ? Comparator.naturalOrder() : String.CASE_INSENSITIVE_ORDER);
        Wire.Reply reply = wire.get("query?q=SELECT+Id+FROM+Contact+ORDER+BY+Id");
        assertEquals(ids.get(30), reply.text("/records/30/Id"));
        Wire.Reply behind = wire.get("query?q=SELECT+Id+FROM+Contact+WHERE+Id+%3E+'" + ids.get(30) + "'");
        assertEquals("29", behind.text("/totalSize"));
    }

    @ParameterizedTest(name = "GET of a deleted row: {0} -> {1}")
    @CsvSource({"true, NOT_FOUND", "false, ENTITY_IS_DELETED"})
    void readOfADeletedRow(boolean answer, String code) {
        org.settle(Unsettled.DELETED_ROWS_READ_AS_MISSING, answer);
        org.delete(ada);
        Wire.Reply reply = wire.get("sobjects/Lead/" + ada);
        assertEquals(404, reply.status());
        assertEquals(code, reply.errorCode());
    }

    @ParameterizedTest(name = "created in a failed upsert: {0}")
    @CsvSource({"true", "false"})
    void createdInAFailedUpsert(boolean answer) {
        org.addField("Lead", FakeField.text("Key__c", 20).externalId().unique());
        org.settle(Unsettled.FAILED_UPSERTS_SAY_CREATED, answer);
        Wire.Reply reply = wire.patch(
                "composite/sobjects/Lead/Key__c", "{'records':[{'attributes':{'type':'Lead'},'Key__c':'1'}]}");
        assertEquals(answer, reply.at("/0").asJsonObject().containsKey("created"));
    }

    @ParameterizedTest(name = "assignment rule over an owner that was sent: {0}")
    @CsvSource({"true", "false"})
    void assignmentRuleOverAnOwnerThatWasSent(boolean answer) {
        RecordId queue = org.queue("Inbound");
        RecordId grace = org.user("Grace Hopper", "grace@acme.example");
        org.assignmentRule("Lead", lead -> queue);
        org.settle(Unsettled.ASSIGNMENT_OVERRIDES_OWNER, answer);
        wire.post("sobjects/Lead", "{'LastName':'L','Company':'C','OwnerId':'" + grace + "'}");
        assertEquals(
                (answer ? queue : grace).value(), org.records("Lead").get(1).text("OwnerId"));
    }

    @ParameterizedTest(name = "1.239 in two decimals: {0} -> {1}")
    @CsvSource({"true, 1.24", "false, 1.23"})
    void extraDecimals(boolean answer, String stored) {
        org.addField("Lead", FakeField.number("Score__c", 5, 2));
        org.settle(Unsettled.EXTRA_DECIMALS_ARE_ROUNDED, answer);
        wire.patch("sobjects/Lead/" + ada, "{'Score__c':1.239}");
        assertEquals(stored, org.record(ada).text("Score__c"));
    }

    @Test
    void answersBelongToOneOrg() {
        FakeOrg.create().settle(Unsettled.DELETED_ROWS_READ_AS_MISSING, true);
        org.delete(ada);
        assertEquals("ENTITY_IS_DELETED", wire.get("sobjects/Lead/" + ada).errorCode());
    }
}
