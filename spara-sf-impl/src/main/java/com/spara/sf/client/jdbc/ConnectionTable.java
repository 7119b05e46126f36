package com.spara.sf.client.jdbc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The table of connections. Each statement is a transaction of its own, and every time in it is the database's. Safe for use by
 * many threads.
 */
public final class ConnectionTable {

    private static final String LOAD =
            "SELECT key_id, content FROM spara_sf_connection WHERE name = ? AND content IS NOT NULL";
    private static final String IS_THERE = "SELECT version FROM spara_sf_connection WHERE name = ?";
    private static final String OTHER_KEYS =
            "SELECT name FROM spara_sf_connection WHERE content IS NOT NULL AND key_id <> ? ORDER BY name";
    private static final String RETURN = "UPDATE spara_sf_connection SET lease_holder = NULL, lease_until = NULL"
            + " WHERE name = ? AND lease_holder = ?";

    private final Database database;
    private final String take;
    private final String begin;
    private final String save;

    /** The table with leases of so long, which is how long a holder that died is waited for. */
    public ConnectionTable(Database database, Duration lease) {
        String end = "CURRENT_TIMESTAMP + INTERVAL '" + lease.toSeconds() + "' SECOND";
        this.database = database;
        this.take = "UPDATE spara_sf_connection SET lease_holder = ?, lease_until = " + end
                + " WHERE name = ? AND (lease_holder IS NULL OR lease_until <= CURRENT_TIMESTAMP)";
        this.begin = "INSERT INTO spara_sf_connection (lease_holder, name, version, lease_until) VALUES (?, ?, 0, "
                + end + ")";
        this.save = "UPDATE spara_sf_connection SET key_id = ?, content = ?, version = version + 1, lease_until = "
                + end + " WHERE name = ? AND lease_holder = ?";
    }

    /** What a statement gives. */
    private interface Statement<T> {
        T run() throws SQLException;
    }

    /** What is kept under a name. */
    public Optional<Sealed> load(String name) {
        return tried(
                name,
                () -> database.query(LOAD, row -> new Sealed(row.getString(1), row.getString(2)), name).stream()
                        .findFirst());
    }

    /** The names of those that are encrypted with other keys. */
    public List<String> withoutKey(String keyId) {
        return tried("any", () -> database.query(OTHER_KEYS, row -> row.getString(1), keyId));
    }

    /** Takes the lease if nobody has it, or no longer. */
    boolean take(String name, String holder) {
        return tried(name, () -> database.update(take, holder, name) == 1 || !isThere(name) && began(name, holder));
    }

    private boolean isThere(String name) throws SQLException {
        return !database.query(IS_THERE, row -> row.getLong(1), name).isEmpty();
    }

    private boolean began(String name, String holder) throws SQLException {
        try {
            return database.update(begin, holder, name) == 1;
        } catch (SQLException failed) {
            if (Database.wasThere(failed)) {
                return false;
            }
            throw failed;
        }
    }

    /** Saves if the lease is still the holder's, and lengthens it; false if another one has it. */
    boolean save(String name, String holder, Sealed kept) {
        return tried(name, () -> database.update(save, kept.keyId(), kept.content(), name, holder) == 1);
    }

    /** Gives a lease back. */
    void giveBack(String name, String holder) {
        tried(name, () -> database.update(RETURN, name, holder));
    }

    private static <T> T tried(String name, Statement<T> statement) {
        try {
            return statement.run();
        } catch (SQLException failed) {
            throw failed(name, "cannot be used. Check the database, its rights and the tables of docs/schema", failed);
        }
    }

    /** What cannot be done to a connection's row now. */
    static UncheckedIOException failed(String name, String why, @Nullable Throwable cause) {
        String text = "The row of the connection '" + name + "' " + why + ".";
        return new UncheckedIOException(text, new IOException(text, cause));
    }
}
