package com.spara.sf.client.push;

import java.time.Duration;

/**
 * How many batches one org takes at a time, all pushes to it together: two at first; one more as long as that makes it take
 * more in the same time; half as many when it turns requests away or rows are locked; one less when it takes much fewer. Rates
 * are compared over several batches, since batches differ. Safe for use by many threads.
 */
final class Concurrency {

    private static final int FIRST = 2;
    private static final int MOST = 100;

    /** Batches are judged together, since one that has nothing to write is faster than the next. */
    private static final int JUDGED_TOGETHER = 8;

    private static final double BETTER = 1.02;
    private static final double MUCH_WORSE = 0.8;

    /** The best rate is forgotten by so much with each judgement, since an org's ordinary pace changes. */
    private static final double FORGETTING = 0.98;

    private int limit = FIRST;
    private double best;
    private long nanos;
    private int ended;
    private int running;
    private int round;

    /** A batch that was begun; it tells of the limit that held then, and of no other. */
    record Permit(int round) {}

    /** Whether a push that has so many batches under way may begin one more; one is always allowed. */
    synchronized boolean allows(int own, int most) {
        return own == 0 || own < Math.min(most, limit) && running < limit;
    }

    /** How many batches one push may have under way by now. */
    synchronized int limit(int most) {
        return Math.max(1, Math.min(most, limit));
    }

    /** One more batch is under way. */
    synchronized Permit begin() {
        running++;
        return new Permit(round);
    }

    /** A batch came to its end; one that made no call, or was not among as many as may be, tells nothing. */
    synchronized void end(Permit permit, boolean isCrowded, int calls, Duration time) {
        boolean isFull = running >= limit;
        running--;
        if (permit.round != round) {
            return;
        }
        if (isCrowded) {
            best = 0;
            change(limit / 2);
        } else if (isFull && calls > 0 && !time.isNegative() && !time.isZero()) {
            nanos += time.toNanos();
            ended++;
            judge();
        }
    }

    private void judge() {
        if (ended < Math.max(JUDGED_TOGETHER, 2 * limit)) {
            return;
        }
        double rate = (double) limit * ended / nanos;
        boolean isBetter = rate > best * BETTER;
        boolean isMuchWorse = rate < best * MUCH_WORSE;
        best = Math.max(rate, best * FORGETTING);
        change(isBetter ? limit + 1 : isMuchWorse ? limit - 1 : limit);
    }

    private void change(int newLimit) {
        limit = Math.max(1, Math.min(MOST, newLimit));
        nanos = 0;
        ended = 0;
        round++;
    }
}
