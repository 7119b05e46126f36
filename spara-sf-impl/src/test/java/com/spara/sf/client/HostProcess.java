package com.spara.sf.client;

import com.spara.sf.Lead;
import com.spara.sf.ReconnectionRequiredException;
import com.spara.sf.connect.WebApp;
import com.spara.sf.settings.PushRule;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.spi.TokenStore;
import com.spara.sf.sync.SalesforceSync;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import javax.crypto.spec.SecretKeySpec;

/**
 * A host among several, started by {@link ManyHostsTest} in a JVM of its own. It does what each line of its input says and
 * tells how its pushes went; it ends with its input.
 */
final class HostProcess {

    static final String KEY = "3MVG9.consumer.key";
    static final String SECRET = "consumer-secret";
    static final String CALLBACK = "https://host.example/callback";

    private final SalesforceSync sync;
    private final String name;
    private final AtomicInteger pushed = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final AtomicReference<String> firstFailure = new AtomicReference<>("");
    private final AtomicBoolean isOver = new AtomicBoolean();

    private HostProcess(SalesforceSync sync, String name) {
        this.sync = sync;
        this.name = name;
    }

    /** A client of this app; who died is waited for as long as given. */
    static Salesforce client(String url, Duration lease) {
        TokenStore store = JdbcTokenStore.over(TestDatabase.source(url), "k1", new SecretKeySpec(new byte[32], "AES"))
                .lendingFor(TestDatabase.source(url), lease);
        return Salesforce.create()
                .allowingLoopback()
                .withApp(WebApp.of(KEY, CALLBACK).secret(SECRET))
                .withTokenStore(store);
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        HostProcess host = null;
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] order = line.split(" ", -1);
            if (order[0].equals("use")) {
                host = using(order[1], Duration.parse(order[2]), args[0]);
            } else {
                Objects.requireNonNull(host).obey(order);
            }
        }
        Runtime.getRuntime().halt(0);
    }

    private static HostProcess using(String url, Duration lease, String name) {
        SyncSettings settings = SyncSettings.standard()
                .leads(PushRule.updateExisting().createWhenNoMatch().map("company", "Company"));
        Salesforce salesforce =
                client(url, lease).withClock(new HurriedClock()).withDeadline(Duration.ofHours(60)); // 72 seconds
        return new HostProcess(salesforce.connection("acme").sync(settings), name);
    }

    private void obey(String[] order) throws InterruptedException {
        switch (order[0]) {
            case "push" -> atOnce(Integer.parseInt(order[1]));
            case "loop" -> loop(Integer.parseInt(order[1]));
            default -> stop();
        }
    }

    /** Pushes once in each of so many threads, all at the same moment. */
    private void atOnce(int threads) throws InterruptedException {
        CountDownLatch begin = new CountDownLatch(1);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        for (int i = 0; i < threads; i++) {
            int number = i;
            pool.execute(() -> {
                awaited(begin);
                push(number);
            });
        }
        begin.countDown();
        pool.shutdown();
        if (!pool.awaitTermination(1, TimeUnit.MINUTES)) {
            firstFailure.set("still running");
        }
        tell();
    }

    private static void awaited(CountDownLatch begin) {
        try {
            begin.await();
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    /** Pushes again and again until it is told to stop. */
    private void loop(int threads) {
        for (int i = 0; i < threads; i++) {
            int number = i;
            Thread thread = new Thread(() -> {
                while (!isOver.get()) {
                    push(number);
                    LockSupport.parkNanos(20_000_000);
                }
            });
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void stop() {
        isOver.set(true);
        tell();
    }

    private void push(int number) {
        try {
            sync.push(Lead.of(name + "-" + number + "@example.com").with("company", "Acme"));
            pushed.incrementAndGet();
        } catch (ReconnectionRequiredException waitsForPeople) {
            refused.incrementAndGet();
        } catch (RuntimeException other) {
            if (String.valueOf(other.getMessage()).contains("taken over")) {
                refused.incrementAndGet(); // it was held up for longer than its lease
                return;
            }
            failed.incrementAndGet();
            firstFailure.compareAndSet("", other.toString());
        }
    }

    private void tell() {
        System.out.println(pushed + " pushed, " + refused + " refused, " + failed + " failed " + firstFailure.get());
    }
}
