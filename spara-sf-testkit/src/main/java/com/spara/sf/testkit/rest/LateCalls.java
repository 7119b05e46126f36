package com.spara.sf.testkit.rest;

import com.spara.sf.testkit.oauth.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The calls that are held back, until their time has come. Thread-safe. */
final class LateCalls {
    private final List<Late> waiting = new ArrayList<>();

    /** A call of a user, when it arrived and when it is to be done. */
    record Late(WireCall call, Session session, Instant arrived, Instant due) {}

    synchronized void add(Late late) {
        waiting.add(late);
        waiting.sort(Comparator.comparing(Late::due));
    }

    /** Takes out those whose time has come, in the order in which they are to be done. */
    synchronized List<Late> due(Instant now) {
        List<Late> due =
                waiting.stream().filter(late -> !late.due().isAfter(now)).toList();
        waiting.removeAll(due);
        return due;
    }
}
