package com.spara.sf.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.RecordId;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Several requests as one call. */
class CompositeTest {
    private static final String DATA = "/services/data/v66.0/";
    private static final String LEAD = "{'LastName':'L','Company':'C'}";

    private final FakeOrg org = FakeOrg.create();
    private final Wire wire = new Wire(org);

    private static String part(String method, String path, String ref, String more) {
        return "{'method':'" + method + "','url':'" + DATA + path + "','referenceId':'" + ref + "'" + more + "}";
    }

    private static String create(String object, String ref, String body) {
        return part("POST", "sobjects/" + object, ref, ",'body':" + body);
    }

    private static String get(String path, String ref) {
        return part("GET", path, ref, "");
    }

    private Wire.Reply composite(boolean allOrNone, String... parts) {
        return wire.post(
                "composite", "{'allOrNone':" + allOrNone + ",'compositeRequest':[" + String.join(",", parts) + "]}");
    }

    private static String query(String soql) {
        return "query?q=" + Wire.encoded(soql);
    }

    @Test
    void partsAreAnsweredInOrderAndCountedAsOneCall() {
        Wire.Reply reply = composite(false, create("Lead", "new", LEAD), get("sobjects/Lead/00Q", "bad"));
        String id = org.only("Lead").id().value();
        assertEquals(200, reply.status());
        assertEquals(id, reply.text("/compositeResponse/0/body/id"));
        assertEquals("201", reply.text("/compositeResponse/0/httpStatusCode"));
        assertEquals(DATA + "sobjects/Lead/" + id, reply.text("/compositeResponse/0/httpHeaders/Location"));
        assertEquals("MALFORMED_ID", reply.text("/compositeResponse/1/body/0/errorCode"));
        assertEquals("{}", reply.text("/compositeResponse/1/httpHeaders"));
        assertEquals("bad", reply.text("/compositeResponse/1/referenceId"));
        assertEquals(1, org.calls().count());
        assertEquals(
                List.of(201, 400),
                org.calls().all().get(0).subrequests().stream()
                        .map(ApiCall.Subrequest::status)
                        .toList());
    }

    @Test
    void answerWithoutABodyIsNull() {
        RecordId id = org.add("Lead", "LastName", "L", "Company", "C");
        Wire.Reply reply = composite(false, part("PATCH", "sobjects/Lead/" + id, "up", ",'body':{'Phone':'1'}"));
        assertEquals("null", reply.text("/compositeResponse/0/body"));
        assertEquals("204", reply.text("/compositeResponse/0/httpStatusCode"));
    }

    @Test
    void laterPartsReferToEarlierOnes() {
        RecordId lead = org.add("Lead", "LastName", "Found", "Company", "Acme");
        composite(
                false,
                get(query("SELECT Id, LastName FROM Lead"), "q"),
                create("Account", "acc", "{'Name':'@{q.records[0].LastName} & Co'}"),
                create("Contact", "con", "{'LastName':'X','AccountId':'@{acc.id}'}"),
                part("PATCH", "sobjects/Lead/@{q.records[0].Id}", "up", ",'body':{'Phone':'@{con.id}'}"));
        assertEquals("Found & Co", org.only("Account").text("Name"));
        assertEquals(org.only("Account").id().value(), org.only("Contact").text("AccountId"));
        assertEquals(org.only("Contact").id().value(), org.record(lead).text("Phone"));
    }

    @Test
    void referencesAreResolvedInPeoplesTextToo() {
        org.add("Lead", "LastName", "Secret", "Company", "Acme");
        composite(
                false,
                get(query("SELECT LastName FROM Lead"), "q"),
                create("Account", "a", "{'Name':'hi @{q.records[0].LastName}'}"));
        assertEquals("hi Secret", org.only("Account").text("Name"));
    }

    @Test
    void referencesAreResolvedInAnEncodedUrl() {
        RecordId id = org.add("Lead", "LastName", "L", "Company", "Acme");
        Wire.Reply reply = composite(
                false,
                get("sobjects/Lead/" + id + "?fields=Company", "lead"),
                get(
                        query("SELECT Id FROM Lead WHERE Company = '@{lead.Company}'")
                                .replace("'", "%27"),
                        "found"));
        assertEquals("1", reply.text("/compositeResponse/1/body/totalSize"));
    }

    @Test
    void referenceToNullIsNull() {
        RecordId id = org.add("Lead", "LastName", "L", "Company", "C");
        RecordId other = org.add("Lead", "LastName", "M", "Company", "C", "Phone", "1");
        composite(
                false,
                get("sobjects/Lead/" + id + "?fields=Phone", "lead"),
                part("PATCH", "sobjects/Lead/" + other, "up", ",'body':{'Phone':'@{lead.Phone}'}"));
        assertNull(org.record(other).value("Phone"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "@{bad.id}",
                "@{nobody.id}",
                "@{good.nothing}",
                "@{good.id.deeper}",
                "@{good[0].id}",
                "x @{good.errors[0]}",
                "@{}",
                "@{good}",
                "@{ good.id }"
            })
    void referenceThatCannotBeResolvedHaltsThePart(String reference) {
        Wire.Reply reply = composite(
                false,
                create("Lead", "good", LEAD),
                create("Lead", "bad", "{}"),
                create("Account", "dependent", "{'Name':'" + reference + "'}"));
        assertEquals("400", reply.text("/compositeResponse/2/httpStatusCode"));
        assertEquals("PROCESSING_HALTED", reply.text("/compositeResponse/2/body/0/errorCode"));
        assertTrue(reply.text("/compositeResponse/2/body/0/message")
                .startsWith("Invalid reference specified. No value for"));
        assertTrue(org.records("Account").isEmpty());
    }

    @Test
    void allOrNoneTakesEverythingBack() {
        Wire.Reply reply = composite(
                true,
                create("Lead", "first", LEAD),
                create("Lead", "bad", "{'LastName':'L'}"),
                create("Lead", "last", LEAD));
        assertTrue(org.records("Lead").isEmpty());
        assertEquals("PROCESSING_HALTED", reply.text("/compositeResponse/0/body/0/errorCode"));
        assertEquals("REQUIRED_FIELD_MISSING", reply.text("/compositeResponse/1/body/0/errorCode"));
        assertEquals(
                "The transaction was rolled back since another operation in the same transaction failed.",
                reply.text("/compositeResponse/2/body/0/message"));
    }

    @Test
    void allOrNoneOutsideOverrulesTheCollectionInside() {
        String records = "{'allOrNone':false,'records':[{'attributes':{'type':'Lead'},'LastName':'L','Company':'C'},"
                + "{'attributes':{'type':'Lead'},'LastName':'L'}]}";
        Wire.Reply reply = composite(
                true, create("Lead", "first", LEAD), part("POST", "composite/sobjects", "rows", ",'body':" + records));
        assertTrue(org.records("Lead").isEmpty());
        assertEquals("400", reply.text("/compositeResponse/1/httpStatusCode"));
    }

    @Test
    void rowPatchCanBeGuarded() {
        RecordId id = org.add("Lead", "LastName", "L", "Company", "C");
        org.clock().advance(Duration.ofSeconds(5));
        org.update(id, "Phone", "1");
        String guard = ",'httpHeaders':{'If-Unmodified-Since':'Mon, 23 Nov 2026 09:00:00 GMT'},'body':{'Phone':'2'}";
        Wire.Reply reply = composite(false, part("PATCH", "sobjects/Lead/" + id, "up", guard));
        assertEquals("412", reply.text("/compositeResponse/0/httpStatusCode"));
        assertEquals("1", org.record(id).text("Phone"));
    }

    @Test
    void describeIsConditionalInAPartToo() {
        String seen = wire.get("sobjects/Lead/describe").headers().get("Last-Modified");
        Wire.Reply reply = composite(
                false,
                part("GET", "sobjects/Lead/describe", "known", ",'httpHeaders':{'If-Modified-Since':'" + seen + "'}"),
                get("sobjects/Contact/describe", "fresh"));
        assertEquals("304", reply.text("/compositeResponse/0/httpStatusCode"));
        assertEquals("null", reply.text("/compositeResponse/0/body"));
        assertEquals("Contact", reply.text("/compositeResponse/1/body/name"));
        assertEquals(seen, reply.text("/compositeResponse/1/httpHeaders/Last-Modified"));
    }

    @Test
    void salesforceHeadersOfTheCallHoldForPartsWithoutTheirOwn() {
        RecordId grace = org.user("Grace Hopper", "grace@acme.example");
        org.assignmentRule("Lead", lead -> grace);
        wire.with("Sforce-Auto-Assign", "FALSE");
        composite(
                false,
                create("Lead", "kept", LEAD),
                part(
                        "POST",
                        "sobjects/Lead",
                        "assigned",
                        ",'httpHeaders':{'Sforce-Auto-Assign':'TRUE'},'body':" + LEAD));
        assertEquals(
                List.of(org.user().value(), grace.value()),
                org.records("Lead").stream().map(lead -> lead.text("OwnerId")).toList());
    }

    static List<Arguments> malformed() {
        String many =
                IntStream.range(0, 26).mapToObj(i -> get("limits", "r" + i)).collect(Collectors.joining(","));
        String heavy = IntStream.range(0, 6)
                .mapToObj(i -> get(query("SELECT Id FROM Lead"), "r" + i))
                .collect(Collectors.joining(","));
        return List.of(
                Arguments.of("26 parts", many),
                Arguments.of("six queries", heavy),
                Arguments.of("no parts", ""),
                Arguments.of("the same referenceId twice", get("limits", "a") + "," + get("limits", "a")),
                Arguments.of("a hyphen in a referenceId", get("limits", "a-b")),
                Arguments.of("no method", "{'url':'" + DATA + "limits','referenceId':'a'}"),
                Arguments.of("a part that is a text", "'x'"),
                Arguments.of(
                        "a forbidden header",
                        part("GET", "limits", "a", ",'httpHeaders':{'Authorization':'Bearer x'}")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malformed")
    void malformedCompositeIsRefusedAsAWhole(String what, String parts) {
        Wire.Reply reply = wire.post("composite", "{'compositeRequest':[" + parts + "]}");
        assertEquals(400, reply.status(), what);
        assertTrue(org.calls().all().get(0).subrequests().isEmpty());
    }

    @Test
    void describesDoNotCountAmongTheFive() {
        String parts = IntStream.range(0, 5)
                        .mapToObj(i -> get(query("SELECT Id FROM Lead"), "q" + i))
                        .collect(Collectors.joining(","))
                + "," + get("sobjects/Lead/describe", "d");
        assertEquals(
                200,
                wire.post("composite", "{'compositeRequest':[" + parts + "]}").status());
    }

    @Test
    void compositeInACompositeIsRefused() {
        Wire.Reply reply = composite(false, part("POST", "composite", "inner", ",'body':{}"), get("limits", "next"));
        assertEquals("400", reply.text("/compositeResponse/0/httpStatusCode"));
        assertEquals("200", reply.text("/compositeResponse/1/httpStatusCode"));
    }

    @Test
    void partOfAnotherVersionAnswersInItsOwn() {
        RecordId id = org.add("Lead", "LastName", "L", "Company", "C");
        Wire.Reply reply = wire.post(
                "composite",
                "{'compositeRequest':[{'method':'GET','url':'/services/data/v60.0/sobjects/Lead/" + id
                        + "','referenceId':'a'}]}");
        assertFalse(reply.body().contains("v66.0"), reply.body());
    }
}
