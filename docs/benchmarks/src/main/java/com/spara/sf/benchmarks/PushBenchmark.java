package com.spara.sf.benchmarks;

import com.spara.sf.Lead;
import com.spara.sf.client.Salesforce;
import com.spara.sf.connect.AccessToken;
import com.spara.sf.connect.CallReport;
import com.spara.sf.connect.SalesforceListener;
import com.spara.sf.settings.FieldMapping;
import com.spara.sf.settings.PushRule;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.spi.Transport;
import com.spara.sf.sync.PushBatch;
import com.spara.sf.sync.PushResult;
import com.spara.sf.sync.SalesforceSync;
import com.spara.sf.testkit.FakeOrg;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

/** Prints pushes per second, bytes allocated per lead and where the time goes, on the fake org in process. */
public final class PushBenchmark {

    private static final int BATCH = 200;
    private static final int ROUNDS = 60;
    private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private PushBenchmark() {}

    /**
     * Runs all of it; takes about half a minute.
     *
     * @param args none
     */
    public static void main(String[] args) {
        System.out.printf(
                "Java %s, %d processors%n",
                System.getProperty("java.version"), Runtime.getRuntime().availableProcessors());
        oneByOne();
        inBatches();
        withAListener();
    }

    /** The same work by turns with a listener and without, since one machine is never the same for long. */
    private static void withAListener() {
        LongAdder heard = new LongAdder();
        Host quiet = new Host();
        Host listening = new Host(new SalesforceListener() {
            @Override
            public void called(String connection, CallReport report) {
                heard.add(report.duration().toNanos());
            }

            @Override
            public void pushed(String connection, PushResult result) {
                heard.increment();
            }
        });
        long without = 0;
        long with = 0;
        for (int round = 0; round < 20; round++) {
            without += nanos(quiet, round);
            with += nanos(listening, round);
        }
        System.out.printf(
                Locale.ROOT,
                "a listener that is on: %+.1f %% of the time of a push (%.3f ms without)%n",
                100.0 * (with - without) / without,
                without / 1e6 / 20 / BATCH);
    }

    private static long nanos(Host host, int round) {
        long start = System.nanoTime();
        host.pushEach(BATCH, "turn" + round + "-");
        return System.nanoTime() - start;
    }

    private static void oneByOne() {
        Host host = new Host();
        host.pushEach(2_000, "warm");
        long start = System.nanoTime();
        host.pushEach(2_000, "one");
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(Locale.ROOT, "one lead a push: %.0f pushes/s (%.3f ms each)%n", 2_000 / seconds, seconds / 2);
    }

    private static void inBatches() {
        Host host = new Host();
        IntStream.range(0, ROUNDS).forEach(round -> host.pushBatch("warm" + round));
        host.reset();
        Shares shares = new Shares();
        long start = System.nanoTime();
        try (shares) {
            IntStream.range(0, ROUNDS).forEach(round -> host.pushBatch("real" + round));
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(Locale.ROOT, "two hundred a push: %.0f leads/s%n", ROUNDS * BATCH / seconds);
        System.out.printf("where the time goes: %s%n", shares);
        System.out.printf(
                Locale.ROOT,
                "allocated per lead, half known and half new: %.1f KB by the client (%.1f KB with the fake org)%n",
                host.clientBytes() / 1024.0 / ROUNDS / BATCH,
                host.allBytes() / 1024.0 / ROUNDS / BATCH);
        System.out.printf(Locale.ROOT, "API calls per 200 leads: %.2f%n", host.calls() / (double) ROUNDS);
    }

    /** A host with an org of its own, that knows how much the wire allocated. */
    private static final class Host {

        private final FakeOrg org = FakeOrg.create();
        private final AtomicLong wireBytes = new AtomicLong();
        private final SalesforceSync sync;
        private long allBytes;
        private long allClientBytes;
        private long calls;

        Host() {
            this(new SalesforceListener() {});
        }

        Host(SalesforceListener listener) {
            Transport transport = (request, deadline) -> {
                long before = allocated();
                try {
                    return org.transport().send(request, deadline);
                } finally {
                    wireBytes.addAndGet(allocated() - before);
                }
            };
            sync = Salesforce.over(transport)
                    .withListener(listener)
                    .connect(org.url(), AccessToken.of(org.token()))
                    .sync(settings());
        }

        private static SyncSettings settings() {
            return SyncSettings.standard()
                    .leads(PushRule.updateExisting()
                            .createWhenNoMatch()
                            .map("last_name", "LastName")
                            .map("company", "Company")
                            .map(FieldMapping.of("phone", "Phone").onlyIfEmpty())
                            .map("job_title", "Title"))
                    .contacts(PushRule.updateExisting()
                            .createWhenNoMatch()
                            .map("last_name", "LastName")
                            .map("job_title", "Title"));
        }

        void pushEach(int count, String name) {
            IntStream.range(0, count).forEach(i -> sync.push(lead(name, i)));
        }

        /** Half of the leads are known, from a first push that is not measured. */
        void pushBatch(String name) {
            List<Lead> leads =
                    IntStream.range(0, BATCH).mapToObj(i -> lead(name, i)).toList();
            sync.pushAll(leads.subList(0, BATCH / 2));
            List<Lead> changed = leads.stream()
                    .map(lead -> lead.with("job_title", "Countess"))
                    .toList();
            wireBytes.set(0);
            long before = allocated();
            PushBatch batch = sync.pushAll(changed);
            allBytes += allocated() - before;
            allClientBytes += allocated() - before - wireBytes.get();
            calls += batch.apiCalls();
        }

        void reset() {
            allBytes = 0;
            allClientBytes = 0;
            calls = 0;
        }

        long clientBytes() {
            return allClientBytes;
        }

        long allBytes() {
            return allBytes;
        }

        long calls() {
            return calls;
        }

        private static Lead lead(String name, int i) {
            return Lead.of(name + i + "@example.com")
                    .with("last_name", "Lovelace" + i)
                    .with("company", "Acme " + i)
                    .with("phone", "+44 20 7946 " + i);
        }

        private static long allocated() {
            return THREAD.getCurrentThreadAllocatedBytes();
        }
    }
}
