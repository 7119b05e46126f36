package com.spara.sf.benchmarks.compare;

import java.io.IOException;
import java.util.Collections;
import java.util.List;

/** Prints what pulling 20,000 Leads with eight fields costs: this library, camel-salesforce and force-rest-api. */
public final class PullTable {

    private static final int LEADS = 20_000;
    private static final int TIMES = 5;
    private static final List<Integer> LATENCIES = List.of(20, 100);
    private static final List<Race.Entry> ENTRIES = List.of(
            new Race.Entry("this library", OursPull.class.getName(), LEADS),
            new Race.Entry("camel-salesforce 4.18.0, streamed query", CamelPull.class.getName(), LEADS),
            new Race.Entry("force-rest-api 0.0.45, queryMore", ForceRestPull.class.getName(), LEADS));

    private PullTable() {}

    /**
     * Runs all of it in a minute and a half.
     *
     * @param args none
     * @throws IOException if a process ends unexpectedly
     */
    public static void main(String[] args) throws IOException {
        System.out.printf(
                "Java %s, %d processors%n%n%s%n",
                System.getProperty("java.version"), Runtime.getRuntime().availableProcessors(), Measured.head());
        try (Race race = new Race()) {
            for (int latency : LATENCIES) {
                for (Race.Entry entry : ENTRIES) {
                    List<Round> rounds = Collections.nCopies(TIMES, new Round("pull", LEADS, latency));
                    System.out.println(Measured.median(race.run(entry, rounds)));
                }
            }
        }
    }
}
