package com.spara.sf.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.Lead;
import com.spara.sf.ReasonCode;
import com.spara.sf.client.Salesforce;
import com.spara.sf.connect.AccessToken;
import com.spara.sf.connect.Connection;
import com.spara.sf.sync.PushOptions;
import com.spara.sf.testkit.Call;
import com.spara.sf.testkit.FakeOrg;
import com.spara.sf.testkit.Trouble;
import java.lang.reflect.Proxy;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The sample of {@code docs/outbox.md}, in one process. */
@Timeout(60)
class OutboxTest {

    private static final Duration LEASE = Duration.ofMinutes(15);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final FakeOrg org = OutboxHost.fields(FakeOrg.create("acme"));
    private final Connection acme = Salesforce.over(org.transport())
            .withClock(org.clock())
            .withSleeper(time -> org.clock().advance(time))
            .connect(org.url(), AccessToken.of(org.token()));

    /** What a test does with one database. */
    private final class On {

        private final DataSource database;
        private final OutboxHost host;

        On(OutboxDatabase kind) {
            database = OutboxDatabase.source(kind.url());
            host = new OutboxHost(database, acme.name());
        }

        Outbox worker(PushOptions options, Duration lease, Outbox.Leads leads) {
            return new Outbox(database, acme, leads, new Outbox.Settings(OutboxHost.SETTINGS, options, lease));
        }

        Outbox worker() {
            return worker(PushOptions.standard(), LEASE, host);
        }

        /** One between whose loading and pushing something happens. */
        Outbox worker(Duration lease, Work meanwhile) {
            return worker(PushOptions.standard(), lease, ids -> {
                Map<String, Lead> loaded = host.load(ids);
                meanwhile.run();
                return loaded;
            });
        }

        void laterOn() throws SQLException {
            OutboxDatabase.run(database, "UPDATE outbox SET due = CURRENT_TIMESTAMP WHERE due IS NOT NULL");
        }

        long dueWithin(int minutes) throws SQLException {
            return host.number(
                    "SELECT COUNT(*) FROM outbox WHERE due <= CURRENT_TIMESTAMP + INTERVAL '" + minutes + "' MINUTE");
        }

        /** What became of the lead, and of the host's transactions. */
        void assertInStep() throws SQLException {
            assertEquals(host.states(), OutboxHost.pushed(org));
            assertEquals(0, host.number("SELECT COUNT(*) FROM outbox"));
        }

        String reason(String id) throws SQLException {
            try (java.sql.Connection connection = database.getConnection();
                    PreparedStatement statement =
                            connection.prepareStatement("SELECT reason FROM outbox WHERE lead = '" + id + "'")) {
                ResultSet rows = statement.executeQuery();
                rows.next();
                return String.valueOf(rows.getString(1));
            }
        }
    }

    private interface Work {
        void run() throws SQLException;
    }

    private static List<String> ids(int count) {
        return IntStream.range(0, count).mapToObj(i -> "p" + i).toList();
    }

    @Test
    void thePageShowsTheTable() {
        assertEquals(
                List.of(OutboxDatabase.schema().strip()),
                Page.of("outbox.md").blocks("sql").subList(0, 1));
    }

    @ParameterizedTest
    @EnumSource
    void aHundredChangesAreOnePushWithTheLatestValues(OutboxDatabase kind) throws SQLException {
        On on = new On(kind);
        for (int i = 0; i < 100; i++) {
            on.host.change(List.of("ada"));
        }
        assertEquals(Duration.ofSeconds(1), on.worker().push());
        assertEquals(2, org.calls().count());
        assertEquals(Map.of("ada", 100L), OutboxHost.pushed(org));
        on.assertInStep();
    }

    @ParameterizedTest
    @EnumSource
    void whatTheHostRollsBackIsNotEnqueued(OutboxDatabase kind) throws SQLException {
        On on = new On(kind);
        try (java.sql.Connection transaction = on.database.getConnection()) {
            transaction.setAutoCommit(false);
            on.host.change(transaction, List.of("ada"));
            transaction.rollback();
        }
        on.worker().push();
        assertEquals(0, org.calls().count());
    }

    @ParameterizedTest
    @EnumSource
    void aBatchHasTwoHundredLeads(OutboxDatabase kind) throws SQLException {
        On on = new On(kind);
        on.host.change(ids(450));
        Outbox worker = on.worker();
        assertEquals(List.of(Duration.ZERO, Duration.ZERO, Duration.ofSeconds(1)), pauses(worker, 3));
        assertEquals(6, org.calls().count());
        on.assertInStep();
    }

    private static List<Duration> pauses(Outbox worker, int times) throws SQLException {
        Duration[] pauses = new Duration[times];
        for (int i = 0; i < times; i++) {
            pauses[i] = worker.push();
        }
        return List.of(pauses);
    }

    @ParameterizedTest
    @EnumSource
    void twoWorkersNeverHoldTheSameLead(OutboxDatabase kind) throws SQLException {
        On on = new On(kind);
        on.host.change(ids(300));
        Set<String> held = new HashSet<>();
        Outbox other = on.worker(PushOptions.standard(), LEASE, ids -> {
            held.addAll(ids);
            return on.host.load(ids);
        });
        on.worker(LEASE, other::push).push();
        assertEquals(100, held.size());
        on.assertInStep();
    }

    @ParameterizedTest
    @EnumSource
    void nobodyWaitsForALeadThatAHostIsChanging(OutboxDatabase kind) throws SQLException {
        On on = new On(kind);
        on.host.change(ids(3));
        try (java.sql.Connection transaction = on.database.getConnection()) {
            transaction.setAutoCommit(false);
            on.host.change(transaction, List.of("p1"));
            on.worker().push();
            assertEquals(Set.of("p0", "p2"), OutboxHost.pushed(org).keySet());
            transaction.commit();
        }
        on.worker().push();
        on.assertInStep();
    }

    @ParameterizedTest
    @EnumSource
    void whatChangesDuringItsPushIsPushedAgain(OutboxDatabase kind) throws SQLException {
        On on = new On(kind);
        on.host.change(List.of("ada"));
        on.worker(LEASE, () -> on.host.change(List.of("ada"))).push();
        assertEquals(Map.of("ada", 1L), OutboxHost.pushed(org));
        on.worker().push();
        on.assertInStep();
    }

    @ParameterizedTest
    @EnumSource
    void aBatchOfAWorkerThatDiedIsTakenOverWhenItsLeaseIsOver(OutboxDatabase kind) throws SQLException {
        On on = new On(kind);
        on.host.change(List.of("ada"));
        Work dies = () -> {
            throw new InternalError("killed");
        };
        assertThrows(InternalError.class, () -> on.worker(LEASE, dies).push());
        on.worker().push();
        assertEquals(0, org.calls().count());
        on.laterOn();
        on.worker().push();
        on.assertInStep();
    }

    @ParameterizedTest
    @EnumSource
    void whoComesBackAfterItsLeaseDoesNoHarm(OutboxDatabase kind) throws SQLException {
        On on = new On(kind);
        on.host.change(List.of("ada"));
        Outbox late = on.worker(LEASE, () -> {
            on.laterOn();
            on.host.change(List.of("ada"));
            on.worker().push();
            assertEquals(Map.of("ada", 2L), OutboxHost.pushed(org));
        });
        late.push();
        assertEquals(Map.of("ada", 1L), OutboxHost.pushed(org));
        on.worker().push();
        on.assertInStep();
    }

    @ParameterizedTest
    @EnumSource
    void whoComesTooLateSendsNothing(OutboxDatabase kind) throws SQLException {
        On on = new On(kind);
        on.host.change(List.of("ada"));
        assertEquals(MINUTE, on.worker(Duration.ofSeconds(-5), () -> {}).push());
        assertEquals(0, org.calls().count());
        on.worker().push();
        on.assertInStep();
    }

    @ParameterizedTest
    @EnumSource
    void aLeadThatIsGoneIsForgotten(OutboxDatabase kind) throws SQLException {
        On on = new On(kind);
        on.host.change(ids(2));
        OutboxDatabase.run(on.database, "DELETE FROM host_lead WHERE id = 'p0'");
        on.worker().push();
        on.assertInStep();
    }

    @ParameterizedTest
    @EnumSource
    void aPoisonLeadIsSetAsideWithItsReasonAndTheOthersGoOn(OutboxDatabase kind) throws SQLException {
        On on = new On(kind);
        org.rules("Lead").validation(record -> "p1".equals(record.text("LastName")), "p1 is not wanted");
        on.host.change(ids(3));
        for (int i = 0; i < 6; i++) {
            on.worker().push();
            assertEquals(i < 5 ? 1 : 0, on.host.waiting());
            on.laterOn();
        }
        assertEquals(Set.of("p0", "p2"), OutboxHost.pushed(org).keySet());
        assertTrue(on.reason("p1").startsWith("FIELD_CUSTOM_VALIDATION_EXCEPTION: "), on.reason("p1"));
        on.host.change(List.of("p1"));
        assertEquals(1, on.host.waiting());
    }

    @ParameterizedTest
    @EnumSource
    void whatIsUnknownIsLookedAtAgainAndMadeOnce(OutboxDatabase kind) throws SQLException {
        On on = new On(kind);
        on.host.change(List.of("ada"));
        Trouble lost = org.next(Call.write()).losesTheRequest().always();
        on.worker().push();
        assertTrue(on.reason("ada").startsWith(ReasonCode.ANSWER_LOST), on.reason("ada"));
        lost.stops();
        on.worker().push();
        assertEquals(Map.of(), OutboxHost.pushed(org)); // eleven minutes are not over
        on.laterOn();
        org.clock().advance(Duration.ofMinutes(11));
        on.worker().push();
        on.assertInStep();
    }

    @ParameterizedTest
    @EnumSource
    void whatStaysUnknownIsSetAsideAtLast(OutboxDatabase kind) throws SQLException {
        On on = new On(kind);
        on.host.change(List.of("ada"));
        org.next(Call.write()).losesTheRequest().always();
        for (int i = 0; i < 6; i++) {
            assertEquals(1, on.host.waiting());
            on.worker().push();
            on.laterOn();
            org.clock().advance(Duration.ofMinutes(11));
        }
        assertEquals(0, on.host.waiting());
        assertTrue(on.reason("ada").startsWith(ReasonCode.ANSWER_LOST), on.reason("ada"));
    }

    @ParameterizedTest
    @EnumSource
    void aLeadThatFailsWaitsLongerEachTime(OutboxDatabase kind) throws SQLException {
        On on = new On(kind);
        org.rules("Lead").validation(record -> true, "not wanted");
        on.host.change(List.of("ada"));
        for (int minutes : List.of(1, 5, 30, 120, 480)) {
            on.worker().push();
            assertEquals(1, on.dueWithin(minutes));
            assertEquals(0, on.dueWithin(minutes - 1));
            on.laterOn();
        }
    }

    @ParameterizedTest
    @EnumSource
    void oneLeadThatCannotBeLoadedHoldsNoOtherUpForLong(OutboxDatabase kind) throws SQLException {
        On on = new On(kind);
        on.host.change(ids(5));
        Outbox worker = on.worker(PushOptions.standard(), LEASE, ids -> {
            if (ids.contains("p3")) {
                throw new IllegalArgumentException("corrupt");
            }
            return on.host.load(ids);
        });
        for (int i = 0; i < 3; i++) {
            assertThrows(IllegalArgumentException.class, worker::push);
            assertEquals(5, on.dueWithin(30));
            on.laterOn();
        }
        while (on.host.waiting() > 0) {
            try {
                worker.push();
            } catch (IllegalArgumentException corrupt) {
                on.laterOn();
            }
        }
        assertEquals(Set.of("p0", "p1", "p2", "p4"), OutboxHost.pushed(org).keySet());
        assertEquals("The host could not load it: java.lang.IllegalArgumentException", on.reason("p3"));
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsLoadedWhereNothingIsDue(OutboxDatabase kind) throws SQLException {
        Outbox.Leads none = ids -> {
            throw new IllegalStateException("nothing was asked for");
        };
        assertEquals(
                Duration.ofSeconds(1),
                new On(kind).worker(PushOptions.standard(), LEASE, none).push());
    }

    @ParameterizedTest
    @EnumSource
    void connectionsThatDoNotCommitByThemselvesAreCommitted(OutboxDatabase kind) throws SQLException {
        On on = new On(kind);
        on.host.change(List.of("ada"));
        DataSource manual = (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, values) -> {
                    java.sql.Connection connection = on.database.getConnection();
                    connection.setAutoCommit(false);
                    return connection;
                });
        new Outbox(manual, acme, on.host, new Outbox.Settings(OutboxHost.SETTINGS, PushOptions.standard(), LEASE))
                .push();
        on.assertInStep();
    }

    @ParameterizedTest
    @EnumSource
    void whereTheCallsOfTheDayAreUsedUpAllStaysAndTheWorkerPauses(OutboxDatabase kind) throws SQLException {
        On on = new On(kind);
        on.host.change(ids(3));
        org.limits().useUpCalls();
        assertEquals(LEASE, on.worker().push());
        assertEquals(3, on.host.waiting());
        org.limits().callsUsed(0);
        on.worker().push();
        on.assertInStep();
    }

    @ParameterizedTest
    @EnumSource
    void theReserveIsLeftToOthers(OutboxDatabase kind) throws SQLException {
        On on = new On(kind);
        on.host.change(ids(500));
        org.limits().dailyCalls(100).callsUsed(80);
        Outbox worker = on.worker(PushOptions.standard().reserving(17), LEASE, on.host);
        assertEquals(List.of(Duration.ZERO, LEASE), pauses(worker, 2));
        assertEquals(300, on.host.waiting());
    }

    @ParameterizedTest
    @EnumSource
    void severalWorkersEmptyTheOutboxByThemselves(OutboxDatabase kind) throws SQLException {
        On on = new On(kind);
        on.host.change(ids(900));
        ExecutorService workers = Executors.newFixedThreadPool(3);
        for (int i = 0; i < 3; i++) {
            workers.execute(() -> on.worker().work(workers));
        }
        while (on.host.waiting() > 0) {
            LockSupport.parkNanos(1_000_000);
        }
        workers.shutdownNow();
        on.assertInStep();
    }
}
