package com.spara.sf.connect;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How many API requests an org has used of those it is allowed in 24 hours, all its integrations together, as its latest answer
 * said (REST API Developer Guide, "Limit Info Header"). Asking for it costs nothing. Immutable and safe to share between threads.
 */
public final class ApiUsage {

    private final Values values;

    private record Values(long used, long allowed, Instant asOf) {}

    private ApiUsage(Values values) {
        this.values = values;
    }

    /**
     * Returns a usage.
     *
     * @param used the requests used in the last 24 hours
     * @param allowed the requests allowed in 24 hours
     * @param asOf when the answer came
     * @return the usage
     */
    public static ApiUsage of(long used, long allowed, Instant asOf) {
        return new ApiUsage(new Values(used, allowed, asOf));
    }

    /**
     * Returns the requests used in the last 24 hours.
     *
     * @return the number
     */
    public long used() {
        return values.used();
    }

    /**
     * Returns the requests allowed in 24 hours; Salesforce may let an org go beyond that for a while.
     *
     * @return the number
     */
    public long allowed() {
        return values.allowed();
    }

    /**
     * Returns when the answer came.
     *
     * @return the time, by the client's clock
     */
    public Instant asOf() {
        return values.asOf();
    }

    /**
     * Returns the requests that are left.
     *
     * @return the number, never negative
     */
    public long left() {
        return Math.max(0, allowed() - used());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ApiUsage usage && values.equals(usage.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return "ApiUsage[" + used() + " of " + allowed() + " at " + asOf() + "]";
    }
}
