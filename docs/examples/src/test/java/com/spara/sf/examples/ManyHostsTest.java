package com.spara.sf.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.Lead;
import com.spara.sf.RecordId;
import com.spara.sf.client.KeptText;
import com.spara.sf.client.Salesforce;
import com.spara.sf.connect.AccessToken;
import com.spara.sf.connect.WebApp;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.spi.StoredConnection;
import com.spara.sf.sync.PullPage;
import com.spara.sf.sync.SalesforceSync;
import com.spara.sf.testkit.FakeOrg;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collection;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The samples of {@code docs/many-hosts.md}. */
@Timeout(60)
class ManyHostsTest {

    private static final Path SCHEMA = Page.EXAMPLES.resolve("../schema/V1__spara_sf.sql");

    private final FakeOrg org = FakeOrg.create();
    private final SalesforceSync sync = Salesforce.over(org.transport())
            .withClock(org.clock())
            .connect(org.url(), AccessToken.of(org.token()))
            .sync(SyncSettings.standard());
    private final DataSource database =
            JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "", "");
    private final Leads leads = new Leads();
    private final ManyHosts host = new ManyHosts(database, leads);

    /** Counts what it is given; while it does, another host may be faster. */
    private static final class Leads implements ManyHosts.LeadTable {
        private int saved;
        private Runnable meanwhile = () -> {};

        @Override
        public Collection<Lead> find(Collection<RecordId> ids, Collection<String> emails) {
            return List.of();
        }

        @Override
        public void save(Connection transaction, PullPage page) {
            Runnable first = meanwhile;
            meanwhile = () -> {};
            first.run();
            saved += page.leads().size();
        }
    }

    @BeforeEach
    void theTablesAreThere() throws Exception {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(Files.readString(SCHEMA));
        }
        org.lead("ada@example.com", "LastName", "Lovelace", "Rating", "Hot");
        org.clock().advance(Duration.ofMinutes(1));
    }

    @Test
    void thePageShowsTheFile() throws IOException {
        assertEquals(
                List.of(Files.readString(SCHEMA).strip()),
                Page.of("many-hosts.md").blocks("sql"));
    }

    @Test
    void aPageIsPulledOnce() throws SQLException {
        assertTrue(host.pullPage(sync, "acme"));
        assertTrue(host.pullPage(sync, "acme"));
        assertEquals(1, leads.saved);
    }

    @Test
    void ofTwoHostsThatPullTheSamePageOneIsRefused() throws SQLException {
        leads.meanwhile = () -> {
            try {
                host.pullPage(sync, "acme");
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        };
        assertThrows(ConcurrentModificationException.class, () -> host.pullPage(sync, "acme"));
        assertTrue(host.pullPage(sync, "acme"));
    }

    @Test
    void aJobIsKnownUntilItEnded() {
        KeptText job = host.begun("acme/1", "750xx0000000001");
        assertEquals(List.of(job), host.underWay());
        host.ended(job);
        assertEquals(List.of(), host.underWay());
    }

    @Test
    void connectionsOutliveAKey() {
        SecretKey old = new SecretKeySpec(new byte[32], "AES");
        SecretKey fresh = new SecretKeySpec(new byte[16], "AES");
        ManyHosts.withNewKey(database, old, fresh).save("acme", StoredConnection.of("line"));
        assertEquals(0, ManyHosts.withNewKey(database, old, fresh).encryptAnew());
        assertTrue(ManyHosts.client(database, new byte[32], WebApp.of("key", "https://host.example/callback"))
                .connection("globex")
                .state()
                .reason()
                .text()
                .startsWith("Nobody"));
    }
}
