package com.spara.sf.client.rest;

import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the API calls of one piece of work, and knows when it must be over. Safe for use by many threads. */
public final class CallMeter {

    private final Deadline deadline;
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger repeated = new AtomicInteger();
    private final AtomicInteger crowded = new AtomicInteger();

    /** Makes one that has counted nothing. */
    public CallMeter(Deadline deadline) {
        this.deadline = deadline;
    }

    /** When the work must be over. */
    public Deadline deadline() {
        return deadline;
    }

    /** One more request went out. */
    public void count() {
        calls.incrementAndGet();
    }

    /** The next request is one that was sent before. */
    public void countRepeated() {
        repeated.incrementAndGet();
    }

    /** The org had too much to do at once: it turned a request away, or rows were locked by others. */
    public void countCrowded() {
        crowded.incrementAndGet();
    }

    /** Whether the org had too much to do at once. */
    public boolean isCrowded() {
        return crowded.get() > 0;
    }

    /** How many went out. */
    public int calls() {
        return calls.get();
    }

    /** That requests were sent again, if any were. */
    public Optional<Reason> repetition() {
        int times = repeated.get();
        return times == 0
                ? Optional.empty()
                : Optional.of(Reason.of(
                        ReasonCode.REPEATED,
                        times + (times == 1 ? " request was" : " requests were")
                                + " sent again after Salesforce or the network failed."));
    }
}
