package com.spara.sf.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.ReasonCode;
import com.spara.sf.sync.PushOptions;
import com.spara.sf.testkit.Call;
import com.spara.sf.testkit.Trouble;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The sample of {@code docs/outbox.md} in one process, when something goes wrong. */
@ParameterizedClass
@EnumSource(OutboxDatabase.class)
class OutboxTroubleTest extends OnOutbox {

    OutboxTroubleTest(OutboxDatabase kind) {
        super(kind);
    }

    @Test
    void aBatchOfAWorkerThatDiedIsTakenOverWhenItsLeaseIsOver() throws SQLException {
        host.change(List.of("ada"));
        Work dies = () -> {
            throw new InternalError("killed");
        };
        assertThrows(InternalError.class, () -> worker(LEASE, dies).push());
        worker().push();
        assertEquals(0, org.calls().count());
        laterOn();
        worker().push();
        assertInStep();
    }

    @Test
    void whoComesBackAfterItsLeaseDoesNoHarm() throws SQLException {
        host.change(List.of("ada"));
        Outbox late = worker(LEASE, () -> {
            laterOn();
            host.change(List.of("ada"));
            worker().push();
            assertEquals(Map.of("ada", 2L), OutboxHost.pushed(org));
        });
        late.push();
        assertEquals(Map.of("ada", 1L), OutboxHost.pushed(org));
        worker().push();
        assertInStep();
    }

    @Test
    void whoComesTooLateSendsNothing() throws SQLException {
        host.change(List.of("ada"));
        assertEquals(MINUTE, worker(Duration.ofSeconds(-5), () -> {}).push());
        assertEquals(0, org.calls().count());
        worker().push();
        assertInStep();
    }

    @Test
    void aPoisonLeadIsSetAsideWithItsReasonAndTheOthersGoOn() throws SQLException {
        org.rules("Lead").validation(record -> "p1".equals(record.text("LastName")), "p1 is not wanted");
        host.change(ids(3));
        for (int i = 0; i < 6; i++) {
            worker().push();
            assertEquals(i < 5 ? 1 : 0, host.waiting());
            laterOn();
        }
        assertEquals(Set.of("p0", "p2"), OutboxHost.pushed(org).keySet());
        assertTrue(reason("p1").startsWith("FIELD_CUSTOM_VALIDATION_EXCEPTION: "), reason("p1"));
        host.change(List.of("p1"));
        assertEquals(1, host.waiting());
    }

    @Test
    void whatIsUnknownIsLookedAtAgainAndMadeOnce() throws SQLException {
        host.change(List.of("ada"));
        Trouble lost = org.next(Call.write()).losesTheRequest().always();
        worker().push();
        assertTrue(reason("ada").startsWith(ReasonCode.ANSWER_LOST), reason("ada"));
        lost.stops();
        worker().push();
        assertEquals(Map.of(), OutboxHost.pushed(org)); // eleven minutes are not over
        laterOn();
        org.clock().advance(Duration.ofMinutes(11));
        worker().push();
        assertInStep();
    }

    @Test
    void whatStaysUnknownIsSetAsideAtLast() throws SQLException {
        host.change(List.of("ada"));
        org.next(Call.write()).losesTheRequest().always();
        for (int i = 0; i < 6; i++) {
            assertEquals(1, host.waiting());
            worker().push();
            laterOn();
            org.clock().advance(Duration.ofMinutes(11));
        }
        assertEquals(0, host.waiting());
        assertTrue(reason("ada").startsWith(ReasonCode.ANSWER_LOST), reason("ada"));
    }

    @Test
    void aLeadThatFailsWaitsLongerEachTime() throws SQLException {
        org.rules("Lead").validation(record -> true, "not wanted");
        host.change(List.of("ada"));
        for (int minutes : List.of(1, 5, 30, 120, 480)) {
            worker().push();
            assertEquals(1, dueWithin(minutes));
            assertEquals(0, dueWithin(minutes - 1));
            laterOn();
        }
    }

    @Test
    void oneLeadThatCannotBeLoadedHoldsNoOtherUpForLong() throws SQLException {
        host.change(ids(5));
        Outbox worker = worker(PushOptions.standard(), LEASE, ids -> {
            if (ids.contains("p3")) {
                throw new IllegalArgumentException("corrupt");
            }
            return host.load(ids);
        });
        for (int i = 0; i < 3; i++) {
            assertThrows(IllegalArgumentException.class, worker::push);
            assertEquals(5, dueWithin(30));
            laterOn();
        }
        while (host.waiting() > 0) {
            try {
                worker.push();
            } catch (IllegalArgumentException corrupt) {
                laterOn();
            }
        }
        assertEquals(Set.of("p0", "p1", "p2", "p4"), OutboxHost.pushed(org).keySet());
        assertEquals("The host could not load it: java.lang.IllegalArgumentException", reason("p3"));
    }

    @Test
    void whereTheCallsOfTheDayAreUsedUpAllStaysAndTheWorkerPauses() throws SQLException {
        host.change(ids(3));
        org.limits().useUpCalls();
        assertEquals(LEASE, worker().push());
        assertEquals(3, host.waiting());
        org.limits().callsUsed(0);
        worker().push();
        assertInStep();
    }

    @Test
    void theReserveIsLeftToOthers() throws SQLException {
        host.change(ids(500));
        org.limits().dailyCalls(100).callsUsed(80);
        Outbox worker = worker(PushOptions.standard().reserving(17), LEASE, host);
        assertEquals(List.of(Duration.ZERO, LEASE), pauses(worker, 2));
        assertEquals(300, host.waiting());
    }

    @Test
    void aLeadThatABulkPushHasIsPushedWhenThatIsOver() throws SQLException {
        host.change(ids(250));
        OutboxDatabase.run(database, "DELETE FROM outbox WHERE lead <> 'p7'");
        PushOptions bulk = PushOptions.standard()
                .byBulk()
                .onBulkJobs(handle ->
                        CompletableFuture.runAsync(() -> push(worker())).join());
        acme.sync(OutboxHost.SETTINGS).pushAll(host.load(ids(250)).values(), bulk);
        assertEquals(List.of(0L, 1L), List.of(dueWithin(0), dueWithin(1)));
        laterOn();
        worker().push();
        assertInStep();
    }

    private static void push(Outbox worker) {
        try {
            worker.push();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
