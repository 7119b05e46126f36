package com.spara.sf.sync;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What a push of many leads will cost, said beforehand. Immutable and safe to share between threads. */
public final class PushCost {

    private final Values values;

    private record Values(long batches, long reads, long writes, OptionalLong byBulk) {}

    private PushCost(Values values) {
        this.values = values;
    }

    /**
     * Returns the cost of a push by batches, whose settings ask for what a job cannot do.
     *
     * @param batches how many batches the leads are cut into
     * @param reads the API calls that read
     * @param writes the API calls that write
     * @return the cost
     */
    public static PushCost of(long batches, long reads, long writes) {
        return new PushCost(new Values(batches, reads, writes, OptionalLong.empty()));
    }

    /**
     * Returns this cost, said also of the same push by bulk jobs.
     *
     * @param apiCalls the API calls of that
     * @return the new cost
     */
    public PushCost orByBulk(long apiCalls) {
        return new PushCost(new Values(batches(), reads(), writes(), OptionalLong.of(apiCalls)));
    }

    /**
     * Returns how many batches the leads are cut into.
     *
     * @return the number of batches
     */
    public long batches() {
        return values.batches();
    }

    /**
     * Returns the API calls that read: one a batch, and one for each further round that the settings may need.
     *
     * @return the number of calls
     */
    public long reads() {
        return values.reads();
    }

    /**
     * Returns the API calls that write, if each batch has something to write.
     *
     * @return the number of calls
     */
    public long writes() {
        return values.writes();
    }

    /**
     * Returns the API calls of the same push by bulk jobs, if these take two minutes and each object has both new and changed
     * records for them; the owners of the new ones are read back by one call for each 10,000 leads.
     *
     * @return the number of calls, or empty where the settings ask for what a job cannot do
     */
    public OptionalLong byBulk() {
        return values.byBulk();
    }

    /**
     * Returns the API calls in all, by batches. Leads that need no write make it less; a refusal, a repetition or text with a
     * reference in it makes it more, and the results count what was really used.
     *
     * @return the number of calls
     */
    public long apiCalls() {
        return reads() + writes();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PushCost cost && values.equals(cost.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        String bulk = byBulk().isPresent() ? ", " + byBulk().getAsLong() + " by bulk" : "";
        return "PushCost[" + batches() + " batches, " + apiCalls() + " calls" + bulk + "]";
    }
}
