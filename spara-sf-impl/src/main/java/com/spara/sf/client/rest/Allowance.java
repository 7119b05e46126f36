package com.spara.sf.client.rest;

import com.spara.sf.connect.ApiUsage;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How much one org may be asked: what its latest answer said of the API calls of the day, and the budget of repetitions. Safe
 * for use by many threads.
 */
public final class Allowance {

    private final Clock clock;
    private final RetryBudget repetitions = new RetryBudget();
    private volatile @Nullable ApiUsage usage;

    /** Makes one that knows nothing and has spent nothing. */
    public Allowance(Clock clock) {
        this.clock = clock;
    }

    RetryBudget repetitions() {
        return repetitions;
    }

    /** An answer came; one that does not say leaves what is known. */
    void saw(LimitInfo info) {
        if (info.used() >= 0) {
            usage = new ApiUsage(info.used(), info.allowed(), clock.instant());
        }
    }

    /** What the latest answer said of the API calls of the day, if any did. */
    public Optional<ApiUsage> usage() {
        return Optional.ofNullable(usage);
    }
}
