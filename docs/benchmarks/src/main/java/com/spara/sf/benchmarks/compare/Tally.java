package com.spara.sf.benchmarks.compare;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts rows and adds up what they say, in whatever order they come, so that millions are compared in no memory. */
final class Tally {

    private static final long MIX = 0x9E3779B97F4A7C15L;

    private long rows;
    private long sum;

    /** Takes a row, in any order among the rows, of values in their order. */
    synchronized void row(List<? extends @Nullable Object> values) {
        long hash = 1;
        for (Object value : values) {
            hash = (hash ^ String.valueOf(value).hashCode()) * MIX;
            hash ^= hash >>> 32;
        }
        rows++;
        sum += hash;
    }

    @Override
    public synchronized String toString() {
        return rows + "/" + Long.toHexString(sum);
    }
}
