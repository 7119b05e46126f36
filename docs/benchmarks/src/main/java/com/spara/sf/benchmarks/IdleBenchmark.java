package com.spara.sf.benchmarks;

import com.spara.sf.Lead;
import com.spara.sf.client.JdbcTokenStore;
import com.spara.sf.client.Salesforce;
import com.spara.sf.connect.Connection;
import com.spara.sf.connect.WebApp;
import com.spara.sf.connect.WebLogin;
import com.spara.sf.settings.PushRule;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.spi.StoredConnection;
import com.spara.sf.spi.TokenStore;
import com.spara.sf.testkit.FakeOrg;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import javax.crypto.spec.SecretKeySpec;
import org.h2.jdbcx.JdbcDataSource;

/** Prints how many bytes of the heap a connection holds that nobody uses at the moment, each to an org of its own. */
public final class IdleBenchmark {

    private static final int CONNECTIONS = Integer.getInteger("connections", 10_000);
    private static final int MOST_COLLECTIONS = 50;
    private static final int NOISE = 10_000;
    private static final long PAUSE = 100_000_000;
    private static final String CALLBACK = "https://host.example/callback";
    private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();

    private IdleBenchmark() {}

    /**
     * Runs all of it; takes about a minute. The system property {@code connections} sets how many there are, and {@code
     * store=jdbc} keeps them in a database, H2 in a folder.
     *
     * @param args none
     */
    public static void main(String[] args) {
        new Host().connectAndPush("warm"); // loads the classes
        System.out.printf(Locale.ROOT, "bytes of heap per connection, of %,d:%n", CONNECTIONS);
        print("never connected", (host, name) -> host.salesforce.connection(name));
        print("connected by login, never used", Host::connect);
        print("connected by login, used once, idle", Host::connectAndPush);
    }

    private static void print(String what, BiConsumer<Host, String> use) {
        Host host = new Host();
        long empty = used();
        IntStream.range(0, CONNECTIONS).forEach(i -> use.accept(host, "tenant-" + i));
        host.forgetOrg();
        long full = used();
        host.store.forget();
        long withoutStore = used();
        System.out.printf(
                Locale.ROOT,
                "%s: %,d, and %,d in the token store%n",
                what,
                (withoutStore - empty) / CONNECTIONS,
                (full - withoutStore) / CONNECTIONS);
        host.use();
    }

    /** What is left when collecting garbage, and letting go what only the collector held, makes it no less. */
    private static long used() {
        long before = Long.MAX_VALUE;
        long now = collected();
        for (int i = 0; i < MOST_COLLECTIONS && before - now > NOISE; i++) {
            before = now;
            LockSupport.parkNanos(PAUSE);
            now = collected();
        }
        return now;
    }

    private static long collected() {
        MEMORY.gc();
        return MEMORY.getHeapMemoryUsage().getUsed();
    }

    /** A host whose customers connect one after the other. Only the org of the last one is in memory. */
    private static final class Host {

        private final SyncSettings settings = SyncSettings.standard()
                .leads(PushRule.updateExisting().createWhenNoMatch().map("company", "Company"))
                .contacts(PushRule.updateExisting());

        private final Store store = new Store();
        private FakeOrg org = FakeOrg.create();
        private final Salesforce salesforce = Salesforce.over(
                        (request, deadline) -> org.transport().send(request, deadline))
                .withClock(org.clock())
                .withApp(WebApp.of("key", CALLBACK))
                .withTokenStore(store);

        void forgetOrg() {
            org = FakeOrg.create();
        }

        Connection connect(String name) {
            org = FakeOrg.create(name);
            org.app("key").needsNoSecret().callback(CALLBACK);
            Connection connection = salesforce.connection(name);
            WebLogin login = connection.beginLogin(org.url());
            connection.finishLogin(login, org.logins().allow(login.url(), org.user()));
            return connection;
        }

        void connectAndPush(String name) {
            connect(name)
                    .sync(settings)
                    .push(Lead.of("ada@example.com")
                            .with("last_name", "Lovelace")
                            .with("company", "Acme"));
        }

        /** Keeps the host in memory until here. */
        void use() {
            salesforce.connection("last");
        }
    }

    /** A store in memory that can be emptied, so that what it held can be told from what the client holds. */
    private static final class Store implements TokenStore {

        private static final boolean JDBC = "jdbc".equals(System.getProperty("store"));

        private TokenStore kept = JDBC ? inDatabase() : TokenStore.inMemory();

        private static TokenStore inDatabase() {
            JdbcDataSource database = new JdbcDataSource();
            try {
                database.setURL(
                        "jdbc:h2:file:" + Files.createTempDirectory("idle").resolve("host")
                                + ";CACHE_SIZE=1024;DB_CLOSE_DELAY=-1;INIT=RUNSCRIPT FROM 'classpath:spara-sf/schema/V1__spara_sf.sql'");
                database.getConnection().close();
            } catch (IOException | SQLException failed) {
                throw new IllegalStateException(failed);
            }
            database.setURL(database.getURL().replaceFirst(";INIT.*", ""));
            return JdbcTokenStore.over(database, "benchmark", new SecretKeySpec(new byte[16], "AES"));
        }

        @Override
        public void exclusively(String connection, Runnable work) {
            kept.exclusively(connection, work);
        }

        @Override
        public Optional<StoredConnection> load(String connection) {
            return kept.load(connection);
        }

        @Override
        public void save(String connection, StoredConnection stored) {
            kept.save(connection, stored);
        }

        void forget() {
            kept = TokenStore.inMemory();
        }
    }
}
