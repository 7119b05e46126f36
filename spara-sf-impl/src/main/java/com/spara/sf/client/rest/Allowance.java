package com.spara.sf.client.rest;

import com.spara.sf.connect.ApiUsage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How much one org may be asked: what its latest answer said of the API calls of the day, and the budget of repetitions. Safe
 * for use by many threads.
 */
public final class Allowance {

    private static final Duration A_MOMENT = Duration.ofMinutes(1);

    private final Clock clock;
    private final RetryBudget repetitions = new RetryBudget();
    private long underWay;
    private volatile @Nullable ApiUsage usage;

    /** Makes one that knows nothing and has spent nothing. */
    public Allowance(Clock clock) {
        this.clock = clock;
    }

    RetryBudget repetitions() {
        return repetitions;
    }

    /**
     * An answer came; one that does not say leaves what is known, and so does one that says less than another did a moment
     * ago, since answers overtake one another.
     */
    synchronized void saw(LimitInfo info) {
        Instant now = clock.instant();
        ApiUsage known = usage;
        boolean isOvertaken = known != null
                && info.used() < known.used()
                && known.asOf().plus(A_MOMENT).isAfter(now);
        if (info.used() >= 0 && !isOvertaken) {
            usage = ApiUsage.of(info.used(), info.allowed(), now);
        }
    }

    /**
     * Notes that so many calls are about to be made; false, and nothing is noted, if so many are not left beside the reserve
     * and what others are about to do. What is not known is not refused.
     */
    public synchronized boolean take(long calls, long reserve) {
        ApiUsage known = usage;
        if (reserve > 0 && known != null && known.left() - underWay - calls < reserve) {
            return false;
        }
        underWay += calls;
        return true;
    }

    /** These calls were made, or will not be. */
    public synchronized void giveBack(long calls) {
        underWay -= calls;
    }

    /** What the latest answer said of the API calls of the day, if any did. */
    public Optional<ApiUsage> usage() {
        return Optional.ofNullable(usage);
    }
}
