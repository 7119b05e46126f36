package com.spara.sf.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.spara.sf.RecordId;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that travel together and have nothing to do with each other. */
class BatchTest {
    private static final String CREATE =
            "{'method':'POST','url':'v66.0/sobjects/Lead','richInput':{'LastName':'L','Company':'C'}}";
    private static final String BAD = "{'method':'POST','url':'v66.0/sobjects/Lead','richInput':{'Company':'C'}}";

    private final FakeOrg org = FakeOrg.create();
    private final Wire wire = new Wire(org);

    private Wire.Reply batch(String more, String... parts) {
        return wire.post("composite/batch", "{" + more + "'batchRequests':[" + String.join(",", parts) + "]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"v66.0/limits", "/v66.0/limits", "/services/data/v66.0/limits"})
    void urlMayLeaveOutItsBeginning(String url) {
        Wire.Reply reply = batch("", "{'method':'GET','url':'" + url + "'}");
        assertEquals("100000", reply.text("/results/0/result/DailyApiRequests/Max"));
    }

    @Test
    void eachPartCommitsAlone() {
        Wire.Reply reply = batch("", CREATE, BAD, CREATE);
        assertEquals(200, reply.status());
        assertEquals("true", reply.text("/hasErrors"));
        assertEquals("201", reply.text("/results/0/statusCode"));
        assertEquals("REQUIRED_FIELD_MISSING", reply.text("/results/1/result/0/errorCode"));
        assertEquals(2, org.records("Lead").size());
    }

    @Test
    void eachPartCountsAsACall() {
        Wire.Reply reply = batch("", CREATE, CREATE, CREATE);
        assertEquals(3, org.calls().count());
        assertEquals("api-usage=3/100000", reply.headers().get("Sforce-Limit-Info"));
        assertEquals(
                List.of(201, 201, 201),
                org.calls().all().get(0).subrequests().stream()
                        .map(ApiCall.Subrequest::status)
                        .toList());
    }

    @Test
    void restIsHaltedWhenThatIsAskedFor() {
        Wire.Reply reply = batch("'haltOnError':true,", CREATE, BAD, CREATE);
        assertEquals("412", reply.text("/results/2/statusCode"));
        assertEquals("BATCH_PROCESSING_HALTED", reply.text("/results/2/result/0/errorCode"));
        assertEquals(1, org.records("Lead").size());
    }

    @Test
    void answerWithoutABodyIsNull() {
        RecordId id = org.add("Lead", "LastName", "L", "Company", "C");
        Wire.Reply reply = batch("", "{'method':'DELETE','url':'v66.0/sobjects/Lead/" + id + "'}");
        assertEquals("{\"hasErrors\":false,\"results\":[{\"statusCode\":204,\"result\":null}]}", reply.body());
    }

    @Test
    void aCompositeInABatchIsRefusedAndSoIsAJob() {
        Wire.Reply reply = batch(
                "",
                "{'method':'POST','url':'v66.0/composite','richInput':{}}",
                "{'method':'GET','url':'v66.0/jobs/ingest'}");
        assertEquals("400", reply.text("/results/0/statusCode"));
        assertEquals("400", reply.text("/results/1/statusCode"));
    }

    @Test
    void malformedCallsAreRefusedAsAWhole() {
        assertEquals(400, batch("").status());
        assertEquals(400, batch("", "7").status());
        assertEquals(400, batch("", "{'method':'GET'}").status());
        assertEquals(
                "LIMIT_EXCEEDED",
                batch("", Collections.nCopies(26, CREATE).toArray(String[]::new))
                        .errorCode());
        assertEquals(405, wire.get("composite/batch").status());
        assertEquals(0, org.records("Lead").size());
    }
}
