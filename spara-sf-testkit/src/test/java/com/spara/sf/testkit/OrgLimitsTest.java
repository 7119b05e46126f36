package com.spara.sf.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the org as a whole has no more of: calls, cursors, a session. */
class OrgLimitsTest {
    private final FakeOrg org = FakeOrg.create();
    private final Wire wire = new Wire(org);

    private String limitInfo() {
        return wire.get("sobjects").headers().get("Sforce-Limit-Info");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"limits", "sobjects", "query?q=SELECT+Id+FROM+Lead", "sobjects/Lead/describe"})
    void usedUpCallsRefuseEveryDataCall(String path) {
        org.limits().useUpCalls();
        Wire.Reply reply = wire.get(path);
        assertEquals(403, reply.status());
        assertEquals("REQUEST_LIMIT_EXCEEDED", reply.errorCode());
        assertEquals("TotalRequests Limit exceeded.", reply.message());
        assertEquals("api-usage=100000/100000", reply.headers().get("Sforce-Limit-Info"));
        assertEquals(0, org.calls().count());
        assertEquals(200, wire.get("/services/data/").status());
    }

    @Test
    void callsComeBackAfterADay() {
        org.limits().useUpCalls();
        org.clock().advance(Duration.ofHours(24).minusSeconds(1));
        assertEquals(403, wire.get("sobjects").status());
        org.clock().advance(Duration.ofSeconds(1));
        assertEquals("api-usage=1/100000", limitInfo());
    }

    @Test
    void windowRollsWithTheClock() {
        org.limits().dailyCalls(2);
        assertEquals(200, wire.get("sobjects").status());
        org.clock().advance(Duration.ofHours(12));
        assertEquals(200, wire.get("sobjects").status());
        assertEquals(403, wire.get("sobjects").status());
        org.clock().advance(Duration.ofHours(12));
        assertEquals("api-usage=2/2", limitInfo());
        assertEquals(403, wire.get("sobjects").status());
    }

    @Test
    void headerAndLimitsAgree() {
        org.limits().dailyCalls(15_000).callsUsed(14_989);
        Wire.Reply reply = wire.get("limits");
        assertEquals("api-usage=14990/15000", reply.headers().get("Sforce-Limit-Info"));
        assertEquals("15000", reply.text("/DailyApiRequests/Max"));
        assertEquals("10", reply.text("/DailyApiRequests/Remaining"));
        assertEquals(10, org.limits().callsLeft());
        assertEquals(14_990, org.limits().callsUsed());
    }

    @Test
    void nothingIsRefusedUntilALimitIsSet() {
        org.limits().callsUsed(100_000);
        assertEquals("api-usage=100001/100000", limitInfo());
    }

    @Test
    void negativeNumbersAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> org.limits().dailyCalls(-1));
        assertThrows(IllegalArgumentException.class, () -> org.limits().callsUsed(-1));
    }

    @Test
    void requestThatNeverArrivedIsNotCounted() {
        org.next(Call.any()).losesTheRequest();
        assertThrows(IOException.class, () -> wire.tryExchange("GET", "/services/data/v66.0/sobjects", new byte[0]));
        assertEquals(0, org.limits().callsUsed());
    }

    @Test
    void callsCanBeUsedUpInTheMiddleOfAJob() {
        org.next(Call.any()).usesUpTheCalls().after(1);
        assertEquals(200, wire.get("sobjects").status());
        assertEquals("api-usage=100000/100000", limitInfo());
        assertEquals(403, wire.get("sobjects").status());
        assertEquals(1, org.calls().count());
        org.clock().advance(Duration.ofDays(1));
        assertEquals(200, wire.get("sobjects").status());
    }

    private String secondPage() {
        org.pageSize(1);
        org.add("Lead", "LastName", "A", "Company", "C");
        org.add("Lead", "LastName", "B", "Company", "C");
        return wire.query("SELECT Id FROM Lead").text("/nextRecordsUrl");
    }

    @Test
    void deadCursorHasNoNextPage() {
        String next = secondPage();
        org.killCursors();
        assertEquals("INVALID_QUERY_LOCATOR", wire.get(next).errorCode());
        assertEquals(200, wire.get(secondPage()).status());
    }

    @Test
    void cursorCanDieOnAPlan() {
        org.next(Call.query()).killsTheCursors().after(1);
        assertEquals("INVALID_QUERY_LOCATOR", wire.get(secondPage()).errorCode());
    }

    @Test
    void expiredTokenStaysExpiredAndTheNextIsGood() {
        String old = org.token();
        org.next(Call.create("Lead")).expiresTheToken();
        Wire.Reply reply = wire.post("sobjects/Lead", "{'LastName':'L','Company':'C'}");
        assertEquals(401, reply.status());
        assertEquals("INVALID_SESSION_ID", reply.errorCode());
        assertTrue(!reply.headers().containsKey("Sforce-Limit-Info"));
        assertTrue(org.records("Lead").isEmpty());
        assertEquals(401, wire.get("sobjects").status());
        assertNotEquals(old, org.token());
        assertEquals(200, new Wire(org).get("sobjects").status());
        assertEquals(1, org.limits().callsUsed());
    }
}
