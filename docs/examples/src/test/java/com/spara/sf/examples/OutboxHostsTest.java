package com.spara.sf.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.testkit.FakeOrg;
import com.spara.sf.testkit.FakeServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several JVMs push from one outbox into one org, and are killed: {@code -Pthorough} has the numbers of {@code docs/outbox.md}. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class OutboxHostsTest {

    private static final int HOSTS = Integer.getInteger("outbox.hosts", 2);
    private static final int LEADS = Integer.getInteger("outbox.leads", 600);
    private static final int KILLS = Integer.getInteger("outbox.kills", 3);
    private static final Duration LATENCY = Duration.ofMillis(20);
    private static final Duration LEASE = Duration.ofSeconds(5);

    /** So many processes of which each has so many leads, and how often one of them is killed. */
    private record Size(int hosts, int leads, int kills) {

        int all() {
            return hosts * leads;
        }
    }

    /** What one run came to. */
    private record Run(long calls, long milliseconds) {}

    /** The processes of one run, with a database and an org of their own. */
    private static final class Hosts implements AutoCloseable {

        private final FakeOrg org = OutboxHost.fields(FakeOrg.create("acme"));
        private final FakeServer server = org.serve(0, LATENCY);
        private final String url = OutboxDatabase.POSTGRESQL.url();
        private final OutboxHost host = new OutboxHost(OutboxDatabase.pool(url), server.url());
        private final Random random = new Random();
        private final Size size;
        private final List<Process> processes = new ArrayList<>();

        Hosts(Size size) {
            this.size = size;
            for (int i = 0; i < size.hosts(); i++) {
                processes.add(started(i));
            }
        }

        private Process started(int number) {
            String java =
                    Path.of(System.getProperty("java.home"), "bin", "java").toString();
            List<String> command = new ArrayList<>(List.of(java, "-Xmx128m", "-XX:+UseSerialGC"));
            command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
            command.addAll(List.of(OutboxProcess.class.getName(), url, server.url(), org.token(), LEASE.toString()));
            command.addAll(List.of("" + number, "" + size.leads()));
            try {
                return new ProcessBuilder(command)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
            } catch (IOException failed) {
                throw new IllegalStateException(failed);
            }
        }

        private static void order(Process process, String line) {
            try {
                process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
                process.getOutputStream().flush();
            } catch (IOException failed) {
                throw new IllegalStateException(failed);
            }
        }

        void fill() throws IOException {
            processes.forEach(process -> order(process, "fill"));
            for (Process process : processes) {
                assertEquals(
                        "filled",
                        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
                                .readLine());
            }
        }

        Run push() throws SQLException {
            long start = System.nanoTime();
            processes.forEach(process -> order(process, "push"));
            List<Long> moments = random.longs(size.kills(), size.all() / 20, size.all())
                    .boxed()
                    .sorted((one, other) -> Long.compare(other, one))
                    .toList();
            for (long left : moments) {
                awaitWaiting(left);
                LockSupport.parkNanos(random.nextInt(100) * 1_000_000L);
                kill(random.nextInt(size.hosts()));
            }
            awaitWaiting(0);
            awaitChanges();
            return new Run(
                    org.calls().count(),
                    Duration.ofNanos(System.nanoTime() - start).toMillis());
        }

        /** Ends one at once, as a power cut does, and starts another one. */
        private void kill(int number) {
            processes.get(number).destroyForcibly().onExit().join();
            processes.set(number, started(number));
            order(processes.get(number), "push");
        }

        /** Until no more than so many wait. */
        private void awaitWaiting(long most) throws SQLException {
            while (host.waiting() > most) {
                LockSupport.parkNanos(10_000_000);
            }
        }

        private void awaitChanges() throws SQLException {
            long last = (long) size.hosts() * (size.leads() / 20);
            while (host.number("SELECT COUNT(*) FROM host_lead WHERE state > 2") < last || host.waiting() > 0) {
                LockSupport.parkNanos(10_000_000);
            }
        }

        @Override
        public void close() {
            processes.forEach(process -> process.destroyForcibly().onExit().join());
            server.close();
        }
    }

    private static Run run(Size size) throws SQLException, IOException {
        try (Hosts hosts = new Hosts(size)) {
            hosts.fill();
            Run run = hosts.push();
            assertEquals(size.all(), hosts.host.states().size());
            assertEquals(hosts.host.states(), OutboxHost.pushed(hosts.org));
            System.out.println(size + " " + run);
            return run;
        }
    }

    /** What one process needs; in the small run, two calls for two hundred leads. */
    private static long callsOfOne() throws SQLException, IOException {
        return KILLS < 20
                ? 2L * ((HOSTS * LEADS + 199) / 200)
                : run(new Size(1, HOSTS * LEADS, 0)).calls();
    }

    @Test
    void nothingIsLostOrDoubledWhereverProcessesDieAndHardlyMoreCallsAreMade() throws SQLException, IOException {
        long one = callsOfOne();
        long calls = run(new Size(HOSTS, LEADS, KILLS)).calls();
        long most = KILLS < 20 ? one + 4 * (KILLS + HOSTS) : one * 12 / 10;
        assertTrue(calls <= most, calls + " calls instead of " + one);
    }
}
