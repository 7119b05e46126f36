package com.spara.sf.client.rest;

/**
 * How many requests may be sent again to one org, so that an outage is not multiplied: a hundred at first, then one for
 * every five that succeed, and those that helped are given back. Safe for use by many threads.
 */
final class RetryBudget {

    private static final int MOST = 500;
    private static final int COST = 5;

    private int tokens = MOST;

    /** Takes what one repetition costs; false if there is not so much. */
    synchronized boolean take() {
        if (tokens < COST) {
            return false;
        }
        tokens -= COST;
        return true;
    }

    /** A request succeeded, at once or when it was sent again. */
    synchronized void succeeded(boolean afterRepetition) {
        tokens = Math.min(MOST, tokens + (afterRepetition ? COST : 1));
    }
}
