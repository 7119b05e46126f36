package com.spara.sf.client;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.tools.Server;
import org.postgresql.ds.PGSimpleDataSource;

/** The databases that the stores are tried on, each with fresh tables made by the file that is in the jar. */
enum TestDatabase {
    H2 {
        @Override
        String freshUrl() throws SQLException {
            return "jdbc:h2:tcp://localhost:" + PORT.number + "/mem:" + freshName() + ";DB_CLOSE_DELAY=-1";
        }
    },
    POSTGRESQL {
        @Override
        String freshUrl() throws SQLException {
            assumeTrue(
                    isThere(), "There is no PostgreSQL. Start one: export SPARA_SF_POSTGRESQL=$(.ci/postgresql start)");
            String schema = freshName();
            run(source(GIVEN), "CREATE SCHEMA " + schema);
            return GIVEN + (GIVEN.contains("?") ? "&" : "?") + "currentSchema=" + schema;
        }
    };

    private static final String GIVEN =
            System.getProperty("postgresql.url", Objects.requireNonNullElse(System.getenv("SPARA_SF_POSTGRESQL"), ""));

    /** One server for all, so that other processes get at it; it ends with this one. */
    private static final class PORT {
        static final int number = start();

        private static int start() {
            try {
                return Server.createTcpServer("-tcpPort", "0", "-tcpDaemon", "-ifNotExists")
                        .start()
                        .getPort();
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        }
    }

    abstract String freshUrl() throws SQLException;

    /** Another URL for each test. */
    String url() {
        try {
            String url = freshUrl();
            run(source(url), schema());
            return url;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    static boolean isThere() {
        return !GIVEN.isEmpty();
    }

    private static String freshName() {
        return "t" + UUID.randomUUID().toString().replace("-", "");
    }

    private static String schema() {
        try (InputStream file =
                JdbcTokenStore.class.getClassLoader().getResourceAsStream("spara-sf/schema/V1__spara_sf.sql")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
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

    static void run(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
