package com.spara.sf.client.push;

import java.time.Duration;

/**
 * How many batches one org takes at a time, all pushes to it together: two at first, one more for each round in which it
 * answers about as fast as ever, half as many when it turns requests away or rows are locked, one less when it becomes slow.
 * Safe for use by many threads.
 */
final class Concurrency {

    private static final int FIRST = 2;
    private static final int MOST = 100;
    private static final int SLOWER = 2;
    private static final int MUCH_SLOWER = 4;

    /** The best time is forgotten by so much with each batch, since an org's ordinary pace changes. */
    private static final double FORGETTING = 1.02;

    private double limit = FIRST;
    private double fastest = Double.MAX_VALUE;
    private int running;
    private int round;

    /** A batch that was begun; what it met with counts once for all that were begun before the last change for the worse. */
    record Permit(int round) {}

    /** Whether a push that has so many batches under way may begin one more; one is always allowed. */
    synchronized boolean allows(int own, int most) {
        return own == 0 || own < most && running < (int) limit;
    }

    /** How many batches one push may have under way by now. */
    synchronized int limit(int most) {
        return Math.max(1, Math.min(most, (int) limit));
    }

    /** One more batch is under way. */
    synchronized Permit begin() {
        running++;
        return new Permit(round);
    }

    /** A batch came to its end; its time is that of each of its calls. */
    synchronized void end(Permit permit, boolean isCrowded, Duration perCall) {
        boolean isFull = running >= (int) limit;
        running--;
        double time = perCall.toNanos();
        fastest = Math.min(fastest * FORGETTING, Math.max(1, time));
        if (isCrowded) {
            fewer(permit, limit / 2);
        } else if (time > MUCH_SLOWER * fastest) {
            fewer(permit, limit - 1);
        } else if (isFull && time <= SLOWER * fastest) {
            limit = Math.min(MOST, limit + 1 / limit);
        }
    }

    private void fewer(Permit permit, double newLimit) {
        if (permit.round == round) {
            limit = Math.max(1, newLimit);
            round++;
        }
    }
}
