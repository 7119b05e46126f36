package com.spara.sf.connect;

import java.time.Instant;

/**
 * How many API requests an org has used of those it is allowed in 24 hours, all its integrations together, as its latest answer
 * said (REST API Developer Guide, "Limit Info Header"). Asking for it costs nothing.
 *
 * @param used the requests used in the last 24 hours
 * @param allowed the requests allowed in 24 hours; Salesforce may let an org go beyond that for a while
 * @param asOf when the answer came, by the client's clock
 */
public record ApiUsage(long used, long allowed, Instant asOf) {

    /**
     * Returns the requests that are left.
     *
     * @return the number, never negative
     */
    public long left() {
        return Math.max(0, allowed - used);
    }
}
