package com.spara.sf.client.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Where statements run: each in a transaction of its own, or all in one that the host ends. One over a data source is safe for
 * use by many threads.
 */
public final class Database {

    private static final int MOST_TRIES = 3;
    private static final String ROLLED_BACK = "40";
    private static final String COMPLETION_UNKNOWN = "40003";
    private static final String UNIQUE = "23505";

    private final Runner runner;

    /** What is done on a connection. */
    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Gives work a connection. */
    private interface Runner {
        <T> T run(Work<T> work) throws SQLException;
    }

    /** Reads a row. */
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private Database(Runner runner) {
        this.runner = runner;
    }

    /** One in which each statement is committed at once. */
    public static Database over(DataSource source) {
        return new Database(new Runner() {
            @Override
            public <T> T run(Work<T> work) throws SQLException {
                return uninterrupted(source, work);
            }
        });
    }

    /** One in which the host commits, or does not. */
    public static Database in(Connection transaction) {
        return new Database(new Runner() {
            @Override
            public <T> T run(Work<T> work) throws SQLException {
                return work.on(transaction);
            }
        });
    }

    /** An interrupt may break a pool or a driver off, and a token would be lost; so it waits. */
    private static <T> T uninterrupted(DataSource source, Work<T> work) throws SQLException {
        boolean interrupted = Thread.interrupted();
        try {
            return repeated(source, work);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** What the database itself took back for another transaction's sake is done again. */
    private static <T> T repeated(DataSource source, Work<T> work) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try (Connection connection = source.getConnection()) {
                return committed(connection, work);
            } catch (SQLException failed) {
                if (attempt == MOST_TRIES || !wasRolledBack(failed)) {
                    throw failed;
                }
            }
        }
    }

    private static <T> T committed(Connection connection, Work<T> work) throws SQLException {
        if (connection.getAutoCommit()) {
            return work.on(connection);
        }
        connection.rollback(); // a pool's own query may have begun the transaction, whose time would be too early
        try {
            T result = work.on(connection);
            connection.commit();
            return result;
        } catch (SQLException | RuntimeException failed) {
            rollBack(connection, failed);
            throw failed;
        }
    }

    private static void rollBack(Connection connection, Exception failed) {
        try {
            connection.rollback();
        } catch (SQLException also) {
            failed.addSuppressed(also);
        }
    }

    /** Carries a statement out; tells how many rows it changed. */
    int update(String sql, Object... values) throws SQLException {
        return runner.run(connection -> {
            try (PreparedStatement statement = prepared(connection, sql, values)) {
                return statement.executeUpdate();
            }
        });
    }

    /** Reads rows. */
    <T> List<T> query(String sql, Row<T> row, Object... values) throws SQLException {
        return runner.run(connection -> {
            try (PreparedStatement statement = prepared(connection, sql, values);
                    ResultSet found = statement.executeQuery()) {
                List<T> rows = new ArrayList<>();
                while (found.next()) {
                    rows.add(row.read(found));
                }
                return rows;
            }
        });
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement;
        } catch (SQLException | RuntimeException failed) {
            statement.close();
            throw failed;
        }
    }

    /** Whether the row was there already. */
    static boolean wasThere(SQLException failed) {
        return UNIQUE.equals(failed.getSQLState());
    }

    /** Whether the database took the transaction back for another one's sake. */
    static boolean wasRolledBack(SQLException failed) {
        String state = failed.getSQLState();
        return state != null && state.startsWith(ROLLED_BACK) && !state.equals(COMPLETION_UNKNOWN);
    }
}
