package com.spara.sf.client.rest;

import com.spara.sf.connect.CallReport;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last ten calls of a connection and how they ended, for whoever helps. Safe for use by many threads. */
public final class LastCalls {

    private static final int MOST = 10;

    private final Clock clock;
    private final Deque<String> lines = new ArrayDeque<>(2);

    /** Makes one that has seen none. */
    public LastCalls(Clock clock) {
        this.clock = clock;
    }

    /** A call is over. */
    public synchronized void add(CallReport report) {
        if (lines.size() == MOST) {
            lines.removeFirst();
        }
        lines.addLast(clock.instant() + " " + report);
    }

    /** The calls, the latest one last. */
    public synchronized List<String> lines() {
        return List.copyOf(lines);
    }
}
