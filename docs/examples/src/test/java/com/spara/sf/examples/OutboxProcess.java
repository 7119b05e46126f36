package com.spara.sf.examples;

import com.spara.sf.client.Salesforce;
import com.spara.sf.connect.AccessToken;
import com.spara.sf.connect.Connection;
import com.spara.sf.sync.PushOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/**
 * A host among several, in a JVM of its own that {@link OutboxHostsTest} kills now and then: one thread changes the host's
 * leads, another one pushes what is due. Begins where the one before it came to.
 *
 * @param number which of the hosts; the leads {@code number * leads} and so on are changed by this one
 */
record OutboxProcess(OutboxHost host, Outbox outbox, int number, int leads) {

    private static final int PER_TRANSACTION = 100;

    /** One lead of twenty changes once more while all are pushed. */
    private static final int CHANGED_AGAIN = 20;

    private static final long LONGEST_PAUSE = Duration.ofMillis(500).toNanos();

    public static void main(String[] args) throws IOException, InterruptedException {
        DataSource database = OutboxDatabase.pool(args[0]);
        Connection org = Salesforce.create().allowingLoopback().connect(args[1], AccessToken.of(args[2]));
        OutboxHost host = new OutboxHost(database, org.name());
        Outbox.Settings settings =
                new Outbox.Settings(OutboxHost.SETTINGS, PushOptions.standard(), Duration.parse(args[3]));
        OutboxProcess process = new OutboxProcess(
                host, new Outbox(database, org, host, settings), Integer.parseInt(args[4]), Integer.parseInt(args[5]));
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            switch (line) {
                case "fill" -> process.inBackground(process::fill);
                default -> {
                    process.inBackground(process::changeAgain);
                    process.inBackground(process::pushForEver);
                }
            }
        }
        Runtime.getRuntime().halt(0); // the one that started it is gone
    }

    private interface Work {
        void run() throws SQLException;
    }

    private void inBackground(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private List<String> mine(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> "p" + (number * leads + i))
                .toList();
    }

    /** Makes the leads, and changes each of them once more. */
    private void fill() throws SQLException {
        for (int from = 0; from < leads; from += PER_TRANSACTION) {
            host.change(mine(from, Math.min(leads, from + PER_TRANSACTION)));
            host.change(mine(from, Math.min(leads, from + PER_TRANSACTION)));
        }
        System.out.println("filled");
    }

    private void changeAgain() throws SQLException {
        for (String id : mine(0, leads / CHANGED_AGAIN)) {
            if (host.number("SELECT state FROM host_lead WHERE id = '" + id + "'") < 3) {
                host.change(List.of(id));
            }
        }
    }

    private void pushForEver() throws SQLException {
        while (true) {
            LockSupport.parkNanos(Math.min(LONGEST_PAUSE, outbox.push().toNanos()));
        }
    }
}
