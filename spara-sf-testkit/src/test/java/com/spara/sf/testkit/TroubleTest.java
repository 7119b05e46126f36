package com.spara.sf.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.spi.RequestNotSentException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Trouble on plan: once, in order, where it was meant. */
class TroubleTest {
    private static final String CREATE = "/services/data/v66.0/sobjects/Lead";
    private static final byte[] LEAD = "{\"LastName\":\"L\",\"Company\":\"C\"}".getBytes(StandardCharsets.UTF_8);

    private final FakeOrg org = FakeOrg.create();
    private final Wire wire = new Wire(org);

    private static String composite(String... parts) {
        return "{'compositeRequest':[" + String.join(",", parts) + "]}";
    }

    private static String create(String ref) {
        return "{'method':'POST','url':'" + CREATE + "','referenceId':'" + ref
                + "','body':{'LastName':'L','Company':'C'}}";
    }

    private static String read(String ref) {
        return "{'method':'GET','url':'/services/data/v66.0/query?q=SELECT+Id+FROM+Lead','referenceId':'" + ref + "'}";
    }

    @Test
    void plannedAnswerComesOnceAndNothingIsDone() {
        org.next(Call.any()).answers(503, "text/html", "<html>busy</html>");
        Wire.Reply reply = wire.exchange("POST", CREATE, LEAD);
        assertEquals(503, reply.status());
        assertEquals("text/html", reply.headers().get("Content-Type"));
        assertEquals("<html>busy</html>", reply.body());
        assertTrue(org.records("Lead").isEmpty());
        assertEquals(201, wire.exchange("POST", CREATE, LEAD).status());
    }

    @Test
    void lostAnswerMeansTheWorkWasDone() {
        org.next(Call.create("Lead")).losesItsAnswerAfterCommit();
        assertThrows(IOException.class, () -> wire.tryExchange("POST", CREATE, LEAD));
        assertEquals("L", org.only("Lead").text("LastName"));
        assertEquals(1, org.calls().count());
        assertEquals("POST sobjects/Lead → no answer", org.calls().all().get(0).toString());
    }

    @Test
    void lostRequestMeansNothingWasDone() {
        org.next(Call.create("Lead")).losesTheRequest();
        IOException cut = assertThrows(IOException.class, () -> wire.tryExchange("POST", CREATE, LEAD));
        assertTrue(!(cut instanceof RequestNotSentException));
        assertTrue(org.records("Lead").isEmpty());
        assertEquals(0, org.calls().count());
        assertEquals(1, org.calls().all().size());
    }

    @Test
    void requestThatIsNeverSentSaysSo() {
        org.next(Call.write()).isNeverSent();
        assertThrows(RequestNotSentException.class, () -> wire.tryExchange("POST", CREATE, LEAD));
        assertTrue(org.records("Lead").isEmpty());
    }

    @Test
    void cutOfAPartCutsTheWholeCall() {
        org.next(Call.query()).losesTheRequest();
        byte[] body = composite(create("a"), read("b")).replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        assertThrows(IOException.class, () -> wire.tryExchange("POST", "/services/data/v66.0/composite", body));
        assertTrue(org.records("Lead").isEmpty());
    }

    @Test
    void lostAnswerOfAPartLosesTheWholeAnswerAndKeepsTheWork() {
        org.next(Call.create("Lead")).losesItsAnswerAfterCommit();
        byte[] body = composite(create("a"), read("b"), create("c"))
                .replace('\'', '"')
                .getBytes(StandardCharsets.UTF_8);
        assertThrows(IOException.class, () -> wire.tryExchange("POST", "/services/data/v66.0/composite", body));
        assertEquals(2, org.records("Lead").size());
    }

    @Test
    void plannedAnswerOfAPartStandsInItsPlace() {
        org.next(Call.create("Lead"))
                .answers(400, "application/json", "[{\"errorCode\":\"UNABLE_TO_LOCK_ROW\",\"message\":\"busy\"}]");
        Wire.Reply reply = wire.post("composite", composite(read("q"), create("a"), create("b")));
        assertEquals("200", reply.text("/compositeResponse/0/httpStatusCode"));
        assertEquals("UNABLE_TO_LOCK_ROW", reply.text("/compositeResponse/1/body/0/errorCode"));
        assertEquals("201", reply.text("/compositeResponse/2/httpStatusCode"));
    }

    @Test
    void readsAndWritesAreToldApart() {
        org.next(Call.write()).answers(500, "text/plain", "write");
        org.next(Call.read()).answers(500, "text/plain", "read");
        assertEquals("read", wire.post("composite", composite(read("q"))).body());
        assertEquals(
                "write",
                wire.post("composite", composite(read("q"), create("a"))).body());
    }

    @Test
    void collectionsMatchByTheirRecords() {
        org.next(Call.update("Contact")).answers(500, "text/plain", "x");
        org.next(Call.create("Contact")).answers(500, "text/plain", "met");
        String records = "{'records':[{'attributes':{'type':'Lead'},'LastName':'L','Company':'C'},"
                + "{'attributes':{'type':'Contact'},'LastName':'L'}]}";
        assertEquals("met", wire.post("composite/sobjects", records).body());
        assertEquals(1, org.unmetTrouble().size());
        assertEquals(
                "next an update of Contact: answers 500 text/plain",
                org.unmetTrouble().get(0).toString());
    }

    @Test
    void troubleComesInTheOrderInWhichItWasPlanned() {
        org.next(Call.resource("limits")).answers(500, "text/plain", "first");
        org.next(Call.any()).answers(500, "text/plain", "second");
        assertEquals("first", wire.get("limits").body());
        assertEquals("second", wire.get("limits").body());
        assertEquals(200, wire.get("limits").status());
        assertTrue(org.unmetTrouble().isEmpty());
    }
}
