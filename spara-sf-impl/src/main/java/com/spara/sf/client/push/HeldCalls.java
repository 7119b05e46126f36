package com.spara.sf.client.push;

import com.spara.sf.client.rest.Allowance;

/**
 * The API calls that one batch is about to make, which nobody else may count on meanwhile; those that it made are in the org's own
 * count, so they are held no more. Used by one thread.
 */
final class HeldCalls {

    private final Allowance allowance;
    private final long reserve;
    private long held;

    HeldCalls(Allowance allowance, long reserve) {
        this.allowance = allowance;
        this.reserve = reserve;
    }

    /** Holds so many from now on, instead of those before; false, and none is held, if so many are not left beside the reserve. */
    boolean hold(long calls) {
        release();
        if (!allowance.take(calls, reserve)) {
            return false;
        }
        held = calls;
        return true;
    }

    /** Whether so many are left besides those that are held; they are held too if so. */
    boolean holdMore(long calls) {
        if (!allowance.take(calls, reserve)) {
            return false;
        }
        held += calls;
        return true;
    }

    /** So many of them were made, or will not be. */
    void release(long calls) {
        allowance.giveBack(calls);
        held -= calls;
    }

    /** All of them were made, or will not be. */
    void release() {
        release(held);
    }
}
