package com.spara.sf.examples;

import static java.lang.System.Logger.Level.WARNING;

import com.spara.sf.Lead;
import com.spara.sf.LimitReachedException;
import com.spara.sf.ReasonCode;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.sync.Outcome;
import com.spara.sf.sync.PushBatch;
import com.spara.sf.sync.PushOptions;
import com.spara.sf.sync.PushResult;
import com.spara.sf.sync.RecordResult;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Leads of one org that wait in the host's database to be pushed, by any number of workers on any number of machines. */
final class Outbox {

    private static final System.Logger LOG = System.getLogger("com.spara.sf.examples");
    private static final Clock CLOCK = Clock.systemUTC();
    private static final String MINE = " WHERE org = ? AND lead = ? AND holder = ?";

    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(8));

    private final DataSource database;
    private final com.spara.sf.connect.Connection org;
    private final Leads leads;
    private final Settings settings;

    /** Where the host keeps its leads. */
    interface Leads {
        /** Each as it is now, by its id; without those that are gone. */
        Map<String, Lead> load(Collection<String> ids) throws SQLException;
    }

    /** How leads are pushed, and for how long a batch belongs to a worker that does not come back. */
    record Settings(SyncSettings sync, PushOptions options, Duration lease) {}

    private record Claimed(String lead, long version, String holder) {}

    Outbox(DataSource database, com.spara.sf.connect.Connection org, Leads leads, Settings settings) {
        this.database = database;
        this.org = org;
        this.leads = leads;
        this.settings = settings;
    }

    // region enqueue
    /** Notes that a lead changed: in the transaction that changes it, after the change. One that was set aside is tried again. */
    static void enqueue(Connection transaction, String org, String lead) throws SQLException {
        String sql = """
                MERGE INTO outbox
                USING (VALUES (CAST(? AS VARCHAR(255)), CAST(? AS VARCHAR(100)))) AS changed (org, lead)
                ON outbox.org = changed.org AND outbox.lead = changed.lead
                WHEN MATCHED THEN UPDATE SET
                    version = outbox.version + 1, failures = 0, due = COALESCE(outbox.due, CURRENT_TIMESTAMP)
                WHEN NOT MATCHED THEN INSERT (org, lead, version, due, failures)
                    VALUES (changed.org, changed.lead, 1, CURRENT_TIMESTAMP, 0)""";
        run(transaction, sql, org, lead);
    }

    private static int run(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }
    // endregion

    // region work
    /** One of several workers: pushes, waits as long as it shall, and goes on until the executor is shut down. */
    void work(Executor workers) {
        Duration pause = Duration.ofMinutes(1);
        try {
            pause = push();
        } catch (SQLException | RuntimeException failed) {
            LOG.log(
                    WARNING,
                    "The outbox waits for a minute after {0}.",
                    failed.getClass().getName());
        } finally { // also after an Error, which the executor's thread shows
            CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS, workers)
                    .execute(() -> work(workers));
        }
    }
    // endregion

    // region push
    /** Pushes up to 200 leads that are due, each as it is now. Returns how long to wait before the next time. */
    Duration push() throws SQLException {
        if (org.state().isReconnectionRequired()) {
            return Duration.ofMinutes(1);
        }
        Instant latest = CLOCK.instant().plus(settings.lease().dividedBy(5));
        PushOptions inTime =
                settings.options().stoppingWhen(() -> CLOCK.instant().isAfter(latest));
        List<Claimed> alone = claim("failures > 2", 1); // it may have been the one that spoiled its batches
        List<Claimed> claimed = alone.isEmpty() ? claim("failures <= 2", 200) : alone;
        if (claimed.isEmpty()) {
            return Duration.ofSeconds(1);
        }
        Map<String, Lead> now = load(claimed);
        List<Claimed> there =
                claimed.stream().filter(one -> now.containsKey(one.lead())).toList();
        PushBatch batch = org.sync(settings.sync())
                .pushAll(there.stream().map(one -> now.get(one.lead())).toList(), inTime);
        Iterator<PushResult> results = batch.results().iterator();
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(true);
            for (Claimed one : claimed) {
                settle(connection, one, now.containsKey(one.lead()) ? results.next() : null);
            }
        }
        boolean isMore = !alone.isEmpty() || claimed.size() == 200;
        return batch.stoppedBy().map(Outbox::pause).orElse(isMore ? Duration.ZERO : Duration.ofSeconds(1));
    }

    private static Duration pause(Exception stop) {
        return stop instanceof LimitReachedException ? Duration.ofMinutes(15) : Duration.ofMinutes(1);
    }

    /** Nothing was sent yet; so leads that cannot be loaded are given back at once, and do not wait for the end of the lease. */
    private Map<String, Lead> load(List<Claimed> claimed) throws SQLException {
        try {
            return leads.load(claimed.stream().map(Claimed::lead).toList());
        } catch (SQLException | RuntimeException failed) {
            String why = "The host could not load it: " + failed.getClass().getName();
            try (Connection connection = database.getConnection()) {
                connection.setAutoCommit(true);
                for (Claimed one : claimed) {
                    fail(connection, one, why, Duration.ZERO);
                }
            }
            throw failed;
        }
    }
    // endregion

    // region claim
    private List<Claimed> claim(String which, int most) throws SQLException {
        try (Connection transaction = database.getConnection()) {
            transaction.setAutoCommit(false);
            try {
                List<Claimed> claimed = claim(transaction, which, most);
                transaction.commit();
                return claimed;
            } catch (SQLException | RuntimeException failed) {
                transaction.rollback();
                throw failed;
            } finally {
                transaction.setAutoCommit(true);
            }
        }
    }

    private List<Claimed> claim(Connection transaction, String which, int most) throws SQLException {
        String dueLeads = "SELECT lead, version FROM outbox WHERE org = ? AND due <= CURRENT_TIMESTAMP AND " + which
                + " ORDER BY due FETCH FIRST " + most + " ROWS ONLY FOR UPDATE SKIP LOCKED";
        String lease = "UPDATE outbox SET holder = ?, due = " + in(settings.lease()) + " WHERE org = ? AND lead = ?";
        String holder = UUID.randomUUID().toString();
        List<Claimed> claimed = new ArrayList<>();
        try (PreparedStatement due = transaction.prepareStatement(dueLeads)) {
            due.setString(1, org.name());
            ResultSet rows = due.executeQuery();
            while (rows.next()) {
                claimed.add(new Claimed(rows.getString(1), rows.getLong(2), holder));
            }
        }
        for (Claimed one : claimed) {
            run(transaction, lease, holder, org.name(), one.lead());
        }
        return claimed;
    }

    private static String in(Duration time) {
        return "CURRENT_TIMESTAMP + INTERVAL '" + time.toSeconds() + "' SECOND";
    }
    // endregion

    // region settle
    /** Keeps what came of a lead; each is a transaction of its own, so that nobody waits for two. */
    private void settle(Connection connection, Claimed one, @Nullable PushResult result) throws SQLException {
        if (!isMine(connection, one, result)) {
            enqueue(
                    connection,
                    org.name(),
                    one.lead()); // the lease was over, so that values may have been newer than these
        }
    }

    private boolean isMine(Connection connection, Claimed one, @Nullable PushResult result) throws SQLException {
        if (result != null && !result.isNeverSent() && !isDone(result)) {
            boolean isUnknown =
                    result.has(Outcome.UNKNOWN); // after eleven minutes nothing that was sent is carried out any more
            return fail(connection, one, why(result), isUnknown ? Duration.ofMinutes(11) : Duration.ZERO);
        }
        String delete = "DELETE FROM outbox" + MINE + " AND version = " + one.version();
        Duration pause = isInBulkPush(result) ? Duration.ofMinutes(1) : Duration.ZERO;
        String again = "UPDATE outbox SET holder = NULL, due = " + in(pause) + MINE;
        boolean isOver = result == null || isDone(result);
        return isOver && run(connection, delete, org.name(), one.lead(), one.holder()) == 1
                || run(connection, again, org.name(), one.lead(), one.holder()) == 1; // it changed, or was not sent
    }

    /** Jobs take minutes; until they are over, the lead is refused each time. */
    private static boolean isInBulkPush(@Nullable PushResult result) {
        return result != null && result.isNeverSent() && result.lead().reason().is(ReasonCode.IN_BULK_PUSH);
    }

    /** Counts a failure: later each time, and set aside after the last pause. */
    private boolean fail(Connection connection, Claimed one, String why, Duration least) throws SQLException {
        StringBuilder due = new StringBuilder("CASE failures");
        for (int i = 0; i < PAUSES.size(); i++) {
            Duration pause = PAUSES.get(i).compareTo(least) < 0 ? least : PAUSES.get(i);
            due.append(" WHEN ").append(i).append(" THEN ").append(in(pause));
        }
        String sql =
                "UPDATE outbox SET holder = NULL, failures = failures + 1, reason = ?, due = " + due + " END" + MINE;
        return run(connection, sql, why, org.name(), one.lead(), one.holder()) == 1;
    }

    private static boolean isDone(PushResult result) {
        return !result.isNeverSent() && !result.has(Outcome.UNKNOWN) && !result.has(Outcome.FAILED);
    }

    private static String why(PushResult result) {
        RecordResult bad =
                Set.of(Outcome.UNKNOWN, Outcome.FAILED).contains(result.lead().outcome())
                        ? result.lead()
                        : result.contact();
        String reason = bad.reason().toString();
        return reason.substring(0, Math.min(500, reason.length()));
    }
    // endregion
}
