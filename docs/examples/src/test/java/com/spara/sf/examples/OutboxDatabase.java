package com.spara.sf.examples;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGConnectionPoolDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The databases that the outbox is tried on, each time with fresh tables. */
enum OutboxDatabase {
    H2 {
        @Override
        String fresh() {
            return "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
        }
    },
    POSTGRESQL {
        @Override
        String fresh() throws SQLException {
            assumeTrue(
                    !GIVEN.isEmpty(),
                    "There is no PostgreSQL. Start one: export SPARA_SF_POSTGRESQL=$(.ci/postgresql start)");
            String schema = "t" + UUID.randomUUID().toString().replace("-", "");
            run(source(GIVEN), "CREATE SCHEMA " + schema);
            return GIVEN + (GIVEN.contains("?") ? "&" : "?") + "currentSchema=" + schema;
        }
    };

    private static final String GIVEN =
            System.getProperty("postgresql.url", Objects.requireNonNullElse(System.getenv("SPARA_SF_POSTGRESQL"), ""));

    /** Of a database, or a schema, that nobody else uses. */
    abstract String fresh() throws SQLException;

    static String schema() {
        try {
            return Files.readString(Page.EXAMPLES.resolve("outbox.sql"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The URL of one with an outbox and with leads. */
    String url() {
        try {
            String url = fresh();
            run(source(url), schema());
            run(source(url), "CREATE TABLE host_lead (id VARCHAR(100) PRIMARY KEY, state BIGINT NOT NULL)");
            return url;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    static DataSource source(String url) {
        if (url.startsWith("jdbc:h2:")) {
            JdbcDataSource source = new JdbcDataSource();
            source.setURL(url);
            return source;
        }
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(url);
        return source;
    }

    /** What a host has that asks again and again. */
    static DataSource pool(String url) {
        PGConnectionPoolDataSource source = new PGConnectionPoolDataSource();
        source.setURL(url);
        return JdbcConnectionPool.create(source);
    }

    static void run(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
