package com.spara.sf.benchmarks.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Prints what pushing people costs: this library, camel-salesforce, force-rest-api, a loop, and a floor. */
public final class PushTable {

    private static final int MANY = 10_000;
    private static final int FEW = 500;
    private static final int VERY_FEW = 100;
    private static final int LATENCY = 20;
    private static final int FAR = 100;
    private static final int HAND_CUT_CALLS = 6;
    private static final double BATCH = 200;

    private static final Race.Entry OURS = new Race.Entry("this library", OursPush.class.getName(), 4_000);
    private static final Race.Entry FLOOR = new Race.Entry("floor, by hand", FloorPush.class.getName(), 4_000);
    private static final Race.Entry LOOP = new Race.Entry("loop, per record", LoopPush.class.getName(), 300);
    private static final Race.Entry CAMEL =
            new Race.Entry("camel-salesforce 4.18.0, collections", CamelPush.class.getName(), 2_000);
    private static final Race.Entry FORCE =
            new Race.Entry("force-rest-api 0.0.45, per record", ForceRestPush.class.getName(), 300);

    private PushTable() {}

    /**
     * Runs all of it in less than ten minutes. {@code -Dbenchmarks.all=true} goes up to a million leads, which takes
     * half an hour more.
     *
     * @param args none
     * @throws IOException if a process ends unexpectedly
     */
    public static void main(String[] args) throws IOException {
        System.out.printf(
                "Java %s, %d processors%n%n",
                System.getProperty("java.version"), Runtime.getRuntime().availableProcessors());
        try (Race race = new Race()) {
            table(race);
            sizes(race, Boolean.getBoolean("benchmarks.all"));
        }
    }

    private static void table(Race race) throws IOException {
        System.out.println(Measured.head());
        Measured ours = print(race, OURS, thrice(MANY, LATENCY));
        print(race, OURS, thrice(FEW, LATENCY));
        Measured floor = print(race, FLOOR, thrice(MANY, LATENCY));
        Measured camel = print(race, CAMEL, thrice(FEW, LATENCY));
        Measured force = print(race, FORCE, List.of(push(FEW, LATENCY)));
        Measured loop = print(race, LOOP, List.of(push(FEW, LATENCY)));
        print(race, OURS, thrice(MANY, 0));
        print(race, FLOOR, thrice(MANY, 0));
        print(race, LOOP, thrice(FEW, 0));
        print(race, OURS, List.of(push(MANY, FAR)));
        print(race, LOOP, List.of(push(VERY_FEW, FAR)));
        System.out.println();
        System.out.println("| this library at 20 ms | fewer calls | less wall time | less CPU | less allocation |");
        System.out.println("|---|---|---|---|---|");
        Stream.of(loop, force, camel, floor).forEach(other -> ratios(ours, other));
        System.out.printf(
                Locale.ROOT,
                "%nagainst six calls a batch (two queries, four collections, as jsforce has them by hand): %.2f of the calls%n",
                ours.callsPerLead() * BATCH / HAND_CUT_CALLS);
    }

    private static Measured print(Race race, Race.Entry entry, List<Round> rounds) throws IOException {
        Measured median = Measured.median(race.run(entry, rounds));
        System.out.println(median);
        return median;
    }

    private static void ratios(Measured ours, Measured other) {
        System.out.printf(
                Locale.ROOT,
                "| than %s | %.1f | %.1f | %.1f | %.1f |%n",
                other.name(),
                other.callsPerLead() / ours.callsPerLead(),
                other.wallMillis() / ours.wallMillis(),
                other.cpuMillis() / ours.cpuMillis(),
                other.allocatedKb() / ours.allocatedKb());
    }

    private static void sizes(Race race, boolean all) throws IOException {
        List<Integer> sizes = new ArrayList<>(List.of(1, 10, 100, 200, 1_000, MANY));
        if (all) {
            sizes.addAll(List.of(100_000, 1_000_000));
        }
        System.out.printf(
                "%n| leads | API calls | wall ms | wall ms per batch of 200 | peak heap MB |%n|---|---|---|---|---|%n");
        for (int size : sizes) {
            Measured measured =
                    Measured.median(race.run(OURS, size > MANY ? List.of(push(size, LATENCY)) : thrice(size, LATENCY)));
            double wall = measured.wallMillis() * size;
            System.out.printf(
                    Locale.ROOT,
                    "| %,d | %d | %,.0f | %.1f | %.0f |%n",
                    size,
                    measured.calls(),
                    wall,
                    wall / Math.ceil(size / BATCH),
                    measured.cost().peakHeap() / 1024.0 / 1024.0);
        }
    }

    private static Round push(int people, int latency) {
        return new Round("push", people, latency);
    }

    private static List<Round> thrice(int people, int latency) {
        return List.of(push(people, latency), push(people, latency), push(people, latency));
    }
}
