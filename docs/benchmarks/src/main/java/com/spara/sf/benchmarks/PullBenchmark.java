package com.spara.sf.benchmarks;

import com.spara.sf.client.Salesforce;
import com.spara.sf.connect.AccessToken;
import com.spara.sf.settings.PullRule;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.spi.KnownLeads;
import com.spara.sf.sync.PullCursor;
import com.spara.sf.sync.PullPage;
import com.spara.sf.sync.SalesforceSync;
import com.spara.sf.testkit.FakeOrg;
import com.spara.sf.testkit.FakeServer;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints what a big first pull takes: the org in this process, the client in one of its own with a heap of 64 MB. */
public final class PullBenchmark {
    private static final int MILLION = 1_000_000;
    private static final double BYTES_PER_MB = 1024.0 * 1024.0;

    private PullBenchmark() {}

    /**
     * Fills an org, and starts the client; {@code -Dbenchmarks.records=100000} makes it fewer records.
     *
     * @param args none; the client is given the org's address and a token
     * @throws IOException if the client cannot be started
     * @throws InterruptedException if the thread is interrupted
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length == 2) {
            pull(args[0], args[1]);
            return;
        }
        FakeOrg org = FakeOrg.create();
        int count = Integer.getInteger("benchmarks.records", MILLION);
        for (int i = 0; i < count; i++) {
            org.add("Lead", "FirstName", "Ada", "LastName", "Lovelace" + i, "Company", "Acme", "Email", email(i));
        }
        try (FakeServer server = org.serve()) {
            int status = client(server.url(), org.token());
            System.out.printf(
                    Locale.ROOT,
                    "the client ended with %d; calls that the org counted: %d%n",
                    status,
                    org.calls().count());
        }
    }

    private static String email(int i) {
        return "l" + i + "@example.com";
    }

    private static int client(String url, String token) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String main = PullBenchmark.class.getName();
        return new ProcessBuilder(java, "-Xmx64m", "-cp", classPath(), main, url, token)
                .inheritIO()
                .start()
                .waitFor();
    }

    /** What the client needs, wherever this process has it from. */
    private static String classPath() {
        return Stream.of(
                        PullBenchmark.class.getName(),
                        PullRule.class.getName(),
                        Salesforce.class.getName(),
                        FakeOrg.class.getName(),
                        "jakarta.json.Json",
                        "org.eclipse.parsson.JsonProviderImpl")
                .map(PullBenchmark::place)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String place(String type) {
        try {
            Class<?> found = Class.forName(type);
            return Path.of(found.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (ClassNotFoundException | URISyntaxException missing) {
            throw new IllegalStateException("The client needs " + type + ".", missing);
        }
    }

    private static void pull(String url, String token) {
        SalesforceSync sync = Salesforce.create()
                .allowingLoopback()
                .withDeadline(Duration.ofMinutes(10))
                .connect(url, AccessToken.of(token))
                .sync(SyncSettings.standard());
        PullRule rule = PullRule.leads("all").map("FirstName", "first_name").map("LastName", "last_name");
        long start = System.nanoTime();
        long records = 0;
        long calls = 0;
        int pages = 0;
        long peak = 0;
        for (PullPage page : (Iterable<PullPage>) sync.pullAll(rule, PullCursor.start(), KnownLeads.none())::iterator) {
            records += page.leads().size();
            calls += page.apiCalls();
            pages++;
            peak = Math.max(peak, usedHeap());
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%,d records in %d pages and %d calls: %.1f s, %,.0f records a second; most of the heap behind a page %.0f MB of %.0f%n",
                records,
                pages,
                calls,
                seconds,
                records / seconds,
                peak / BYTES_PER_MB,
                Runtime.getRuntime().maxMemory() / BYTES_PER_MB);
    }

    /** What is used before the collector ran, garbage included. */
    private static long usedHeap() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
