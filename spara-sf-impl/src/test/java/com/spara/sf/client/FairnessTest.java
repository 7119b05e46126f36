package com.spara.sf.client;

import static com.spara.sf.sync.Outcome.CREATED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.Lead;
import com.spara.sf.OrgUnreachableException;
import com.spara.sf.client.http.JdkTransport;
import com.spara.sf.connect.AccessToken;
import com.spara.sf.connect.Connection;
import com.spara.sf.connect.WebApp;
import com.spara.sf.connect.WebLogin;
import com.spara.sf.settings.PushRule;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.spi.TokenStore;
import com.spara.sf.spi.Transport;
import com.spara.sf.spi.WireRequest;
import com.spara.sf.sync.PushBatch;
import com.spara.sf.sync.PushOptions;
import com.spara.sf.sync.SalesforceSync;
import com.spara.sf.testkit.Call;
import com.spara.sf.testkit.FakeOrg;
import com.spara.sf.testkit.FakeServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An org that does not answer, or is broken, holds up no other org of the same client: Acme does not, Globex is fine. */
@Timeout(60)
class FairnessTest {

    private static final String POOL = "pool of the host";
    private static final String CALLBACK = "https://host.example/callback";
    private static final int MANY = 100;

    private final FakeOrg acme = FakeOrg.create("acme");
    private final FakeOrg globex = FakeOrg.create("globex");
    private final CountDownLatch end = new CountDownLatch(1);
    private final Semaphore held = new Semaphore(0);
    private final Semaphore heldOfPool = new Semaphore(0);
    private final ExecutorService hosts = Executors.newCachedThreadPool();
    private final ThreadPoolExecutor pool = new ThreadPoolExecutor(
            1, 1, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(), work -> new Thread(work, POOL));
    private final PushOptions parallel = PushOptions.standard().inParallel(pool, 2);
    private final SyncSettings settings = SyncSettings.standard()
            .leads(PushRule.updateExisting().createWhenNoMatch().map("company", "Company"));
    private final Lead ada = Lead.of("ada@example.com").with("company", "Acme");

    /** Which requests of Acme have no answer before the end of the test. */
    private volatile Predicate<WireRequest> isHeld = request -> true;

    private final Transport wire = (request, deadline) -> {
        boolean isAcme = request.uri().getHost().startsWith("acme");
        if (isAcme && isHeld.test(request)) {
            (Thread.currentThread().getName().equals(POOL) ? heldOfPool : held).release();
            awaitTheEnd();
        }
        return (isAcme ? acme : globex).transport().send(request, deadline);
    };

    private void awaitTheEnd() throws IOException {
        try {
            end.await();
        } catch (InterruptedException stopped) {
            throw new IOException(stopped);
        }
    }

    @AfterEach
    void end() {
        end.countDown();
        hosts.shutdownNow();
        pool.shutdownNow();
    }

    private static Salesforce over(Transport transport) {
        return Salesforce.over(transport).withSleeper(time -> {});
    }

    private SalesforceSync sync(Salesforce client, FakeOrg org) {
        return client.connect(org.url(), AccessToken.of(org.token())).sync(settings);
    }

    private static List<Lead> leads(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Lead.of("p" + i + "@example.com").with("company", "Company " + i))
                .toList();
    }

    @Test
    void aHundredPushesIntoOneOrgHoldUpNoPushIntoAnother() throws InterruptedException {
        Salesforce client = over(wire);
        leads(MANY).forEach(lead -> hosts.submit(() -> sync(client, acme).push(lead)));
        held.acquire(MANY);
        assertEquals(CREATED, sync(client, globex).push(leads(1).get(0)).lead().outcome());
        assertEquals(200, sync(client, globex).pushAll(leads(200)).results().size());
    }

    @Test
    void anOrgThatHasTheWholePoolLeavesTheOthersTheThreadsThatTakeTheirResults() throws Exception {
        Salesforce client = over(wire);
        CompletableFuture<PushBatch> slow =
                CompletableFuture.supplyAsync(() -> sync(client, acme).pushAll(leads(600), parallel), hosts);
        heldOfPool.acquire();
        assertEquals(2_000, sync(client, globex).pushAll(leads(2_000), parallel).count("Lead", CREATED));
        assertFalse(slow.isDone());
        end.countDown();
        assertEquals(600, slow.get().count("Lead", CREATED));
    }

    @Test
    void whatIsOfferedToABusyPoolDoesNotGrowWithTheLeads() throws InterruptedException {
        Salesforce client = over(wire);
        pool.submit(() -> sync(client, acme).push(ada));
        heldOfPool.acquire();
        sync(client, globex).pushAll(leads(2_000), parallel);
        assertTrue(pool.getQueue().size() <= 2, pool.getQueue().size() + " wait in the pool");
    }

    @Test
    void anOutageUsesUpNoRepetitionsOfOthers() {
        Salesforce client = over((request, deadline) -> {
            if (request.uri().getHost().startsWith("acme")) {
                throw new IOException("reset");
            }
            return globex.transport().send(request, deadline);
        });
        SalesforceSync broken = sync(client, acme);
        for (int i = 0; i < MANY; i++) {
            assertThrows(OrgUnreachableException.class, () -> broken.push(ada));
        }
        globex.next(Call.any()).isNeverSent().times(2);
        assertEquals(CREATED, sync(client, globex).push(ada).lead().outcome());
    }

    @Test
    void whatAnOrgBearsIsNotLearnedFromAnother() {
        Salesforce client = over(wire);
        isHeld = request -> false;
        acme.limits().useUpCalls();
        acme.rules("Lead").cpuBudget(60);
        assertEquals(200, sync(client, acme).pushAll(leads(200)).neverSent().size());
        assertEquals(400, sync(client, globex).pushAll(leads(400)).count("Lead", CREATED));
        assertEquals(4, globex.calls().count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"memory", "folder", "database"})
    void aTokenThatDoesNotComeHoldsUpNoOther(String kind, @TempDir Path folder) throws InterruptedException {
        isHeld = request -> false;
        Salesforce client = over(wire)
                .withClock(globex.clock())
                .withTokenStore(store(kind, folder))
                .withApp(WebApp.of("key", CALLBACK).secret("secret"));
        SalesforceSync slow = connected(client, acme, "acme");
        SalesforceSync other = connected(client, globex, "globex");
        acme.logins().expireTokens();
        globex.logins().expireTokens();
        isHeld = request -> request.uri().getPath().endsWith("/token");
        for (int i = 0; i < MANY; i++) {
            hosts.submit(() -> slow.push(ada));
        }
        held.acquire();
        assertEquals(CREATED, other.push(ada).lead().outcome());
        endBeforeTheFolder();
    }

    /** Who was held writes into it. */
    private void endBeforeTheFolder() throws InterruptedException {
        end.countDown();
        hosts.shutdown();
        assertTrue(hosts.awaitTermination(30, TimeUnit.SECONDS));
    }

    private static TokenStore store(String kind, Path folder) {
        return switch (kind) {
            case "folder" -> FileTokenStore.in(folder);
            case "database" ->
                JdbcTokenStore.over(
                        TestDatabase.source(TestDatabase.H2.url()), "k1", new SecretKeySpec(new byte[32], "AES"));
            default -> TokenStore.inMemory();
        };
    }

    private SalesforceSync connected(Salesforce client, FakeOrg org, String name) {
        org.app("key").secret("secret").callback(CALLBACK).requiresPkce();
        Connection connection = client.connection(name);
        WebLogin login = connection.beginLogin(name + ".my.salesforce.com");
        connection.finishLogin(login, org.logins().allow(login.url(), org.user()));
        return connection.sync(settings);
    }

    @Test
    void oneHttpClientServesTheOthersWhileAHundredRequestsHaveNoAnswer() throws Exception {
        JdkTransport http = new JdkTransport();
        Salesforce client = over((request, deadline) -> {
                    held.release();
                    return http.send(request, deadline);
                })
                .allowingLoopback();
        try (ServerSocket deaf = new ServerSocket(0, 2 * MANY, InetAddress.getLoopbackAddress());
                FakeServer served = globex.serve()) {
            SalesforceSync slow = client.connect("http://127.0.0.1:" + deaf.getLocalPort(), AccessToken.of("token"))
                    .sync(settings);
            leads(MANY).forEach(lead -> hosts.submit(() -> slow.push(lead)));
            held.acquire(MANY);
            SalesforceSync other =
                    client.connect(served.url(), AccessToken.of(globex.token())).sync(settings);
            assertEquals(CREATED, other.push(ada).lead().outcome());
        }
    }
}
