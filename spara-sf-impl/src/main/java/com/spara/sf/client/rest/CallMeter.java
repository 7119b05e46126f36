package com.spara.sf.client.rest;

import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the API calls of one piece of work, and knows when it must be over. Safe for use by many threads. */
public final class CallMeter {

    private final Deadline deadline;
    private final Duration longestCall;
    private final Counts counts;

    private record Counts(
            AtomicInteger calls, AtomicInteger repeated, AtomicInteger crowded, AtomicInteger turnedAway) {

        Counts() {
            this(new AtomicInteger(), new AtomicInteger(), new AtomicInteger(), new AtomicInteger());
        }
    }

    /** Makes one that has counted nothing. */
    public CallMeter(Deadline deadline) {
        this(deadline, deadline.left());
    }

    /** Makes one that has counted nothing, for work that takes longer than each of its calls may. */
    public CallMeter(Deadline deadline, Duration longestCall) {
        this(deadline, longestCall, new Counts());
    }

    private CallMeter(Deadline deadline, Duration longestCall, Counts counts) {
        this.deadline = deadline;
        this.longestCall = longestCall;
        this.counts = counts;
    }

    /** The same count, for a part of the work that must be over in that time. */
    public CallMeter within(Duration time) {
        return new CallMeter(Deadline.after(deadline.clock(), time), longestCall, counts);
    }

    /** How long the next call may take; not positive when the time is over. */
    Duration timeForACall() {
        Duration left = deadline.left();
        return left.compareTo(longestCall) < 0 ? left : longestCall;
    }

    /** When the work must be over. */
    public Deadline deadline() {
        return deadline;
    }

    /** One more request went out. */
    public void count() {
        counts.calls().incrementAndGet();
    }

    /** The next request is one that was sent before. */
    public void countRepeated() {
        counts.repeated().incrementAndGet();
    }

    /** The org had too much to do at once: it turned a request away, or rows were locked by others. */
    public void countCrowded() {
        counts.crowded().incrementAndGet();
    }

    /** The org turned a request away, since there were too many at the moment. */
    public void countTurnedAway() {
        counts.turnedAway().incrementAndGet();
    }

    /** Whether the org turned requests away. */
    public boolean isTurnedAway() {
        return counts.turnedAway().get() > 0;
    }

    /** Whether the org had too much to do at once. */
    public boolean isCrowded() {
        return counts.crowded().get() > 0;
    }

    /** How many went out. */
    public int calls() {
        return counts.calls().get();
    }

    /** That requests were sent again, if any were. */
    public Optional<Reason> repetition() {
        int times = counts.repeated().get();
        return times == 0
                ? Optional.empty()
                : Optional.of(Reason.of(
                        ReasonCode.REPEATED,
                        times + (times == 1 ? " request was" : " requests were")
                                + " sent again after Salesforce or the network failed."));
    }
}
