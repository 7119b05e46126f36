package com.spara.sf.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.spara.sf.sync.PushOptions;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The sample of {@code docs/outbox.md} in one process: what is enqueued is pushed, once and with the latest values. */
@ParameterizedClass
@EnumSource(OutboxDatabase.class)
class OutboxTest extends OnOutbox {

    OutboxTest(OutboxDatabase kind) {
        super(kind);
    }

    @Test
    void thePageShowsTheTable() {
        assertEquals(
                List.of(OutboxDatabase.schema().strip()),
                Page.of("outbox.md").blocks("sql").subList(0, 1));
    }

    @Test
    void aHundredChangesAreOnePushWithTheLatestValues() throws SQLException {
        for (int i = 0; i < 100; i++) {
            host.change(List.of("ada"));
        }
        assertEquals(Duration.ofSeconds(1), worker().push());
        assertEquals(2, org.calls().count());
        assertEquals(Map.of("ada", 100L), OutboxHost.pushed(org));
        assertInStep();
    }

    @Test
    void whatTheHostRollsBackIsNotEnqueued() throws SQLException {
        try (java.sql.Connection transaction = database.getConnection()) {
            transaction.setAutoCommit(false);
            host.change(transaction, List.of("ada"));
            transaction.rollback();
        }
        worker().push();
        assertEquals(0, org.calls().count());
    }

    @Test
    void aBatchHasTwoHundredLeads() throws SQLException {
        host.change(ids(450));
        Outbox worker = worker();
        assertEquals(List.of(Duration.ZERO, Duration.ZERO, Duration.ofSeconds(1)), pauses(worker, 3));
        assertEquals(6, org.calls().count());
        assertInStep();
    }

    @Test
    void twoWorkersNeverHoldTheSameLead() throws SQLException {
        host.change(ids(300));
        Set<String> held = new HashSet<>();
        Outbox other = worker(PushOptions.standard(), LEASE, ids -> {
            held.addAll(ids);
            return host.load(ids);
        });
        worker(LEASE, other::push).push();
        assertEquals(100, held.size());
        assertInStep();
    }

    @Test
    void nobodyWaitsForALeadThatAHostIsChanging() throws SQLException {
        host.change(ids(3));
        try (java.sql.Connection transaction = database.getConnection()) {
            transaction.setAutoCommit(false);
            host.change(transaction, List.of("p1"));
            worker().push();
            assertEquals(Set.of("p0", "p2"), OutboxHost.pushed(org).keySet());
            transaction.commit();
        }
        worker().push();
        assertInStep();
    }

    @Test
    void whatChangesDuringItsPushIsPushedAgain() throws SQLException {
        host.change(List.of("ada"));
        worker(LEASE, () -> host.change(List.of("ada"))).push();
        assertEquals(Map.of("ada", 1L), OutboxHost.pushed(org));
        worker().push();
        assertInStep();
    }

    @Test
    void aLeadThatIsGoneIsForgotten() throws SQLException {
        host.change(ids(2));
        OutboxDatabase.run(database, "DELETE FROM host_lead WHERE id = 'p0'");
        worker().push();
        assertInStep();
    }

    @Test
    void nothingIsLoadedWhereNothingIsDue() throws SQLException {
        Outbox.Leads none = ids -> {
            throw new IllegalStateException("nothing was asked for");
        };
        assertEquals(
                Duration.ofSeconds(1),
                worker(PushOptions.standard(), LEASE, none).push());
    }

    @Test
    void connectionsThatDoNotCommitByThemselvesAreCommitted() throws SQLException {
        host.change(List.of("ada"));
        DataSource manual = (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, values) -> {
                    java.sql.Connection connection = database.getConnection();
                    connection.setAutoCommit(false);
                    return connection;
                });
        new Outbox(manual, acme, host, new Outbox.Settings(OutboxHost.SETTINGS, PushOptions.standard(), LEASE)).push();
        assertInStep();
    }

    @Test
    void severalWorkersEmptyTheOutboxByThemselves() throws SQLException {
        host.change(ids(900));
        ExecutorService workers = Executors.newFixedThreadPool(3);
        for (int i = 0; i < 3; i++) {
            workers.execute(() -> worker().work(workers));
        }
        while (host.waiting() > 0) {
            LockSupport.parkNanos(1_000_000);
        }
        workers.shutdownNow();
        assertInStep();
    }
}
