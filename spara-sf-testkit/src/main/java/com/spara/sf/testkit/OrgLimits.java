package com.spara.sf.testkit;

import com.spara.sf.testkit.rest.DailyCalls;

/**
 * The API calls of an org within 24 hours, 100,000 of them. They are told with every answer ({@code
 * Sforce-Limit-Info}) and by {@code /limits}; none is refused until a limit was set or used up here. From then on, calls
 * beyond it are refused with 403 REQUEST_LIMIT_EXCEEDED and are not counted, until the org's clock has moved 24 hours
 * beyond enough of those that were counted. Thread-safe.
 *
 * <pre>{@code
 * org.limits().dailyCalls(15_000).callsUsed(14_990);
 * org.limits().useUpCalls();
 * org.clock().advance(Duration.ofHours(24));
 * }</pre>
 */
public final class OrgLimits {
    private final DailyCalls calls;

    OrgLimits(DailyCalls calls) {
        this.calls = calls;
    }

    /**
     * Sets how many calls there may be, and refuses those beyond.
     *
     * @param max the most calls within 24 hours
     * @return these limits
     * @throws IllegalArgumentException if the number is negative
     */
    public OrgLimits dailyCalls(int max) {
        calls.atMost(requireCount(max));
        return this;
    }

    /**
     * Sets how many calls were made, all of them at this moment.
     *
     * @param used the number, which replaces what was counted
     * @return these limits
     * @throws IllegalArgumentException if the number is negative
     */
    public OrgLimits callsUsed(int used) {
        calls.used(requireCount(used));
        return this;
    }

    /**
     * Uses up, at this moment, all calls that are left, as another integration may have done.
     *
     * @return these limits
     */
    public OrgLimits useUpCalls() {
        calls.useUp();
        return this;
    }

    /** {@return how many calls were counted within 24 hours} */
    public long callsUsed() {
        return calls.used();
    }

    /** {@return how many calls are left} */
    public long callsLeft() {
        return calls.left();
    }

    private static int requireCount(int number) {
        if (number < 0) {
            throw new IllegalArgumentException("a number of calls is 0 or more, not " + number);
        }
        return number;
    }

    @Override
    public String toString() {
        return "OrgLimits " + calls.used() + "/" + calls.most();
    }
}
