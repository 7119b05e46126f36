package com.spara.sf.benchmarks;

import com.spara.sf.spi.WireRequest;
import com.spara.sf.spi.WireResponse;
import com.spara.sf.testkit.FakeOrg;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Prints what the fake org costs: a fresh one, many records in one, the stand-alone program. */
public final class OrgBenchmark {
    private static final String JAR = "spara-sf-testkit/target/spara-sf-testkit-standalone.jar";
    private static final int FRESH = 2_000;
    private static final int QUERIES = 200;
    private static final int FEW_LEADS = 20_000;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double BYTES_PER_MB = 1024.0 * 1024.0;

    private OrgBenchmark() {}

    /**
     * Runs all of it. {@code -Dbenchmarks.leads=1000000} fills an org with as many leads; by default there are 20,000.
     *
     * @param args none
     * @throws IOException if the stand-alone program cannot be started
     * @throws InterruptedException if the thread is interrupted
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        System.out.printf("fresh org, once warm: %s%n", median(FRESH, i -> FakeOrg.create()));
        manyLeads(Integer.getInteger("benchmarks.leads", FEW_LEADS));
        firstAnswer();
    }

    private static void manyLeads(int count) throws IOException {
        long before = usedHeap();
        FakeOrg org = FakeOrg.create();
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            org.add("Lead", "LastName", "Lovelace" + i, "Company", "Acme", "Email", "l" + i + "@example.com");
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%,d leads in one org: %.0f MB of heap, filled in %.1f s%n",
                count,
                (usedHeap() - before) / BYTES_PER_MB,
                seconds);
        String result = median(QUERIES, round -> query(org, emails(count, round)));
        System.out.printf("e-mail IN of 200 over them: %s%n", result);
    }

    private static String emails(int count, int round) {
        String list = IntStream.range(0, 200)
                .mapToObj(i -> "'L" + (i * (count / 200) + round) % count + "@example.com'")
                .collect(Collectors.joining(","));
        return "SELECT Id, Name, Owner.Email FROM Lead WHERE Email IN (" + list + ")";
    }

    private static void query(FakeOrg org, String soql) {
        String q = URLEncoder.encode(soql, StandardCharsets.UTF_8);
        WireRequest request = WireRequest.of("GET", URI.create(org.url() + "/services/data/v66.0/query?q=" + q))
                .withHeader("Authorization", "Bearer " + org.token());
        try (WireResponse response = org.transport().send(request, Duration.ofMinutes(1))) {
            String body = new String(response.body().readAllBytes(), StandardCharsets.UTF_8);
            if (!body.startsWith("{\"totalSize\":200,")) {
                throw new IllegalStateException("two hundred leads were expected");
            }
        } catch (IOException e) {
            throw new IllegalStateException("a call in process was cut", e);
        }
    }

    private static void firstAnswer() throws IOException, InterruptedException {
        Path jar = Files.exists(Path.of(JAR)) ? Path.of(JAR) : Path.of("../..", JAR);
        if (!Files.exists(jar)) {
            System.out.println("first answer of the stand-alone jar: not measured, it is not built");
            return;
        }
        double[] millis = new double[5];
        for (int i = 0; i < millis.length; i++) {
            millis[i] = firstAnswer(jar);
        }
        Arrays.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "first answer of the stand-alone jar: %.0f ms after its start%n",
                millis[millis.length / 2]);
    }

    private static double firstAnswer(Path jar) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        HttpClient client = HttpClient.newHttpClient();
        int port = freePort();
        URI versions = URI.create("http://127.0.0.1:" + port + "/services/data/");
        long start = System.nanoTime();
        Process process = new ProcessBuilder(java, "-jar", jar.toString(), "--port", String.valueOf(port))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            out.readLine();
            client.send(HttpRequest.newBuilder(versions).build(), HttpResponse.BodyHandlers.discarding());
            return (System.nanoTime() - start) / NANOS_PER_MILLI;
        } finally {
            process.destroy();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** The middle of the later half of the rounds. */
    private static String median(int rounds, IntConsumer work) {
        double[] millis = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            long start = System.nanoTime();
            work.accept(i);
            millis[i] = (System.nanoTime() - start) / NANOS_PER_MILLI;
        }
        double[] warm = Arrays.copyOfRange(millis, rounds / 2, rounds);
        Arrays.sort(warm);
        return String.format(Locale.ROOT, "%.3f ms", warm[warm.length / 2]);
    }

    private static long usedHeap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
