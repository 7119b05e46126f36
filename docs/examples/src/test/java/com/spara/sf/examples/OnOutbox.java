package com.spara.sf.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.spara.sf.Lead;
import com.spara.sf.client.Salesforce;
import com.spara.sf.connect.AccessToken;
import com.spara.sf.connect.Connection;
import com.spara.sf.sync.PushOptions;
import com.spara.sf.testkit.FakeOrg;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Timeout;

/** A host with an outbox in a database, and the org that it is emptied into, fresh for each test. */
@Timeout(60)
abstract class OnOutbox {

    static final Duration LEASE = Duration.ofMinutes(15);
    static final Duration MINUTE = Duration.ofMinutes(1);

    final FakeOrg org = OutboxHost.fields(FakeOrg.create("acme"));
    final Connection acme = Salesforce.over(org.transport())
            .withClock(org.clock())
            .withSleeper(time -> org.clock().advance(time))
            .connect(org.url(), AccessToken.of(org.token()));
    final DataSource database;
    final OutboxHost host;

    OnOutbox(OutboxDatabase kind) {
        database = OutboxDatabase.source(kind.url());
        host = new OutboxHost(database, acme.name());
    }

    /** Something that happens between the loading and the pushing of a batch. */
    interface Work {
        void run() throws SQLException;
    }

    static List<String> ids(int count) {
        return IntStream.range(0, count).mapToObj(i -> "p" + i).toList();
    }

    static List<Duration> pauses(Outbox worker, int times) throws SQLException {
        Duration[] pauses = new Duration[times];
        for (int i = 0; i < times; i++) {
            pauses[i] = worker.push();
        }
        return List.of(pauses);
    }

    Outbox worker(PushOptions options, Duration lease, Outbox.Leads leads) {
        return new Outbox(database, acme, leads, new Outbox.Settings(OutboxHost.SETTINGS, options, lease));
    }

    Outbox worker() {
        return worker(PushOptions.standard(), LEASE, host);
    }

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
