package com.spara.sf.benchmarks.compare;

/** What a run cost a client: nanoseconds of time and of all processors, bytes allocated, and the most heap in use. */
record Cost(long wall, long cpu, long allocated, long peakHeap) {

    static Cost parse(String[] parts) {
        return new Cost(
                Long.parseLong(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]), Long.parseLong(parts[3]));
    }

    String toLine() {
        return wall + " " + cpu + " " + allocated + " " + peakHeap;
    }
}
