package com.spara.sf.benchmarks.compare;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What a round took a contender, and the figures per lead. */
record Measured(String name, Round round, int calls, Cost cost) {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double BYTES_PER_KB = 1024;
    private static final double BYTES_PER_MB = 1024 * 1024;

    /** The one in the middle by wall time. */
    static Measured median(List<Measured> rounds) {
        return rounds.stream()
                .sorted(Comparator.comparingLong(measured -> measured.cost().wall()))
                .skip(rounds.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    double callsPerLead() {
        return (double) calls / round.people();
    }

    double wallMillis() {
        return cost.wall() / NANOS_PER_MILLI / round.people();
    }

    double cpuMillis() {
        return cost.cpu() / NANOS_PER_MILLI / round.people();
    }

    double allocatedKb() {
        return cost.allocated() / BYTES_PER_KB / round.people();
    }

    static String head() {
        return "| contender | latency | leads | API calls per lead | wall ms per lead | CPU ms per lead "
                + "| allocated KB per lead | peak heap MB | peak heap KB per lead |\n|---|---|---|---|---|---|---|---|---|";
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "| %s | %d ms | %,d | %.4f | %.3f | %.3f | %.1f | %.0f | %.1f |",
                name,
                round.latencyMillis(),
                round.people(),
                callsPerLead(),
                wallMillis(),
                cpuMillis(),
                allocatedKb(),
                cost.peakHeap() / BYTES_PER_MB,
                cost.peakHeap() / BYTES_PER_KB / round.people());
    }
}
