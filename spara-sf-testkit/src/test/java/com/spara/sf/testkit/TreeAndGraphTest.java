package com.spara.sf.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** New records with their children, and composites of which each is all or none. */
class TreeAndGraphTest {
    private final FakeOrg org = FakeOrg.create();
    private final Wire wire = new Wire(org);

    private static String contact(String ref, String fields) {
        return "{'attributes':{'type':'Contact','referenceId':'" + ref + "'}," + fields + "}";
    }

    private static String account(String ref, String... contacts) {
        return "{'attributes':{'type':'Account','referenceId':'" + ref + "'},'Name':'A','Contacts':{'records':["
                + String.join(",", contacts) + "]}}";
    }

    private Wire.Reply tree(String... records) {
        return wire.post("composite/tree/Account", "{'records':[" + String.join(",", records) + "]}");
    }

    @Test
    void childrenBelongToTheirParents() {
        Wire.Reply reply = tree(account("a", contact("b", "'LastName':'L'"), contact("c", "'LastName':'M'")));
        assertEquals(201, reply.status());
        assertEquals("false", reply.text("/hasErrors"));
        assertEquals("a", reply.text("/results/0/referenceId"));
        assertEquals(reply.text("/results/0/id"), org.records("Contact").get(1).text("AccountId"));
        assertEquals(1, org.calls().count());
    }

    @Test
    void oneFailureTakesBackAllAndIsTheOnlyOneNamed() {
        Wire.Reply reply = tree(account("a", contact("b", "'LastName':'L','Email':'123'")));
        assertEquals(400, reply.status());
        assertEquals(
                "{\"hasErrors\":true,\"results\":[{\"referenceId\":\"b\",\"errors\":[{\"statusCode\":"
                        + "\"INVALID_EMAIL_ADDRESS\",\"message\":\"Email: invalid email address: 123\","
                        + "\"fields\":[\"Email\"]}]}]}",
                reply.body());
        assertTrue(org.records("Account").isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'records':[]}",
                "{'records':[7]}",
                "{'records':[{'Name':'A'}]}",
                "{'records':[{'attributes':{'type':'Account'},'Name':'A'}]}",
                "{'records':[{'attributes':{'type':'Lead','referenceId':'a'},'Name':'A'}]}",
                "{'records':[{'attributes':{'type':'Account','referenceId':'a'},'Name':'A'},"
                        + "{'attributes':{'type':'Account','referenceId':'a'},'Name':'B'}]}"
            })
    void malformedTreesAreRefused(String body) {
        assertEquals(400, wire.post("composite/tree/Account", body).status());
        assertTrue(org.records("Account").isEmpty());
    }

    @Test
    void treeHasAtMost200Records() {
        String[] records = IntStream.range(0, 201)
                .mapToObj(i -> "{'attributes':{'type':'Account','referenceId':'a" + i + "'},'Name':'A'}")
                .toArray(String[]::new);
        assertEquals("LIMIT_EXCEEDED", tree(records).errorCode());
    }

    private static String graph(String id, String lastName, String ref) {
        String lead = "{'method':'POST','url':'/services/data/v66.0/sobjects/Lead','referenceId':'" + ref
                + "','body':{'LastName':'" + lastName + "','Company':'C'}}";
        String task = "{'method':'POST','url':'/services/data/v66.0/sobjects/Task','referenceId':'t','body':"
                + "{'Subject':'S','WhoId':'@{" + ref + ".id}'}}";
        return "{'graphId':'" + id + "','compositeRequest':[" + lead + "," + task + "]}";
    }

    private Wire.Reply graphs(String... graphs) {
        return wire.post("composite/graph", "{'graphs':[" + String.join(",", graphs) + "]}");
    }

    @Test
    void eachGraphIsAllOrNoneForItself() {
        Wire.Reply reply = graphs(graph("g1", "L", "lead"), graph("g2", "", "lead"));
        assertEquals(200, reply.status());
        assertEquals("true", reply.text("/graphs/0/isSuccessful"));
        assertEquals("g2", reply.text("/graphs/1/graphId"));
        assertEquals("false", reply.text("/graphs/1/isSuccessful"));
        assertEquals("PROCESSING_HALTED", reply.text("/graphs/1/graphResponse/compositeResponse/1/body/0/errorCode"));
        assertEquals(org.only("Lead").id().value(), org.only("Task").text("WhoId"));
        assertEquals(1, org.calls().count());
    }

    @Test
    void afterFourteenFailuresTheRestIsHalted() {
        String bad =
                IntStream.range(0, 14).mapToObj(i -> graph("g" + i, "", "lead")).collect(Collectors.joining(","));
        Wire.Reply reply = graphs(bad, graph("good", "L", "lead"));
        assertEquals("false", reply.text("/graphs/14/isSuccessful"));
        assertTrue(org.records("Lead").isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'graphs':[{}]}",
                "{'graphs':[{'graphId':'a.b','compositeRequest':[]}]}",
                "{'graphs':[{'graphId':'a','compositeRequest':[{'method':'GET','referenceId':'a',"
                        + "'url':'/services/data/v66.0/query?q=x'}]}]}"
            })
    void malformedGraphsAreRefused(String body) {
        assertEquals(400, wire.post("composite/graph", body).status());
    }

    @Test
    void graphsCameWithVersion50() {
        assertEquals(404, wire.version("v49.0").post("composite/graph", "{}").status());
    }
}
