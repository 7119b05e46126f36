package com.spara.sf.testkit.rest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The API calls of the last 24 hours, and how many there may be. They are only told until a limit is set; then a call
 * too many is refused. Thread-safe.
 */
public final class DailyCalls {
    private static final Duration WINDOW = Duration.ofHours(24);
    private static final int USUAL = 100_000;

    private final Clock clock;
    private final Deque<Calls> counted = new ArrayDeque<>();
    private int most = USUAL;
    private boolean enforced;

    DailyCalls(Clock clock) {
        this.clock = clock;
    }

    /** How many calls there were at a moment. */
    private record Calls(Instant moment, long number) {}

    /** Sets how many there may be in 24 hours, and refuses those beyond from now on. */
    public synchronized void atMost(int calls) {
        most = calls;
        enforced = true;
    }

    /** Uses up, at this moment, all that are left. */
    public synchronized void useUp() {
        add(left());
        enforced = true;
    }

    /** Forgets what was counted, and counts so many at this moment. */
    public synchronized void used(long calls) {
        counted.clear();
        add(calls);
    }

    public synchronized long used() {
        Instant gone = clock.instant().minus(WINDOW);
        counted.removeIf(calls -> !calls.moment().isAfter(gone));
        return counted.stream().mapToLong(Calls::number).sum();
    }

    public synchronized long left() {
        return Math.max(0, most - used());
    }

    public synchronized int most() {
        return most;
    }

    /** Counts one call; throws the answer when it is one too many. */
    synchronized void count() {
        if (enforced && left() == 0) {
            throw usedUp();
        }
        add(1);
    }

    /** Counts those that one call turned out to be as well. */
    synchronized void countMore(int calls) {
        add(calls);
    }

    /** Calls that were counted are not to be. */
    synchronized void takeBack(int calls) {
        add(-calls);
    }

    private void add(long calls) {
        Instant now = clock.instant();
        Calls latest = counted.peekLast();
        boolean same = latest != null && latest.moment().equals(now);
        if (same) {
            counted.removeLast();
        }
        counted.addLast(new Calls(now, calls + (same && latest != null ? latest.number() : 0)));
    }

    /** As the header tells it. */
    synchronized String usage() {
        return "api-usage=" + used() + "/" + most;
    }

    static RestException usedUp() {
        return new RestException(
                HttpStatus.FORBIDDEN, new RestError("REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.", null));
    }
}
