package com.spara.sf.benchmarks.compare;

import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Prints what pulling Leads with eight fields costs: this library, camel-salesforce and force-rest-api. Of 1,000,000 each reads the
 * same fields as of 20,000, by what it has for it.
 */
public final class PullTable {

    private static final int LEADS = 20_000;
    private static final int TIMES = 5;
    private static final int MANY_LEADS = 1_000_000;

    /** Enough for a bulk job. */
    private static final int MANY_TO_WARM_UP = 120_000;

    private static final List<Round> ROUNDS = List.of(
            new Round("pull", LEADS, 20), new Round("pull", LEADS, 100), new Round("pull", MANY_LEADS, 20));

    private static final Map<String, Class<? extends Contender>> CONTENDERS = contenders();

    private PullTable() {}

    private static Map<String, Class<? extends Contender>> contenders() {
        Map<String, Class<? extends Contender>> contenders = new LinkedHashMap<>();
        contenders.put("this library", OursPull.class);
        contenders.put("camel-salesforce 4.18.0, streamed query", CamelPull.class);
        contenders.put("force-rest-api 0.0.45, queryMore", ForceRestPull.class);
        return contenders;
    }

    /**
     * Runs all of it in five minutes.
     *
     * @param args none
     * @throws IOException if a process ends unexpectedly
     */
    public static void main(String[] args) throws IOException {
        System.out.printf(
                "Java %s, %d processors%n%n%s%n",
                System.getProperty("java.version"), Runtime.getRuntime().availableProcessors(), Measured.head());
        try (Race race = new Race()) {
            for (Round round : ROUNDS) {
                boolean isLong = round.people() == MANY_LEADS;
                for (Map.Entry<String, Class<? extends Contender>> contender : CONTENDERS.entrySet()) {
                    Race.Entry entry = new Race.Entry(
                            contender.getKey(), contender.getValue().getName(), isLong ? MANY_TO_WARM_UP : LEADS);
                    System.out.println(
                            Measured.median(race.run(entry, Collections.nCopies(isLong ? 1 : TIMES, round))));
                }
            }
        }
    }
}
