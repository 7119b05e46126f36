package com.spara.sf.testkit.rest;

import com.spara.sf.testkit.oauth.Session;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one HTTP call is about beyond its request: who makes it, its parts so far, what its answer meets. */
final class Exchange {
    private final List<PassedPart> parts = new ArrayList<>();
    private @Nullable Session session;
    private final WayHome wayHome = new WayHome();
    private String identity = "";
    private boolean allOrNone;
    private int furtherCalls;

    void open(Session opened) {
        session = opened;
    }

    Session session() {
        if (session == null) {
            throw new IllegalStateException("a resource was asked before the token was checked");
        }
        return session;
    }

    /** Says where it is told who asks. */
    void identifiedAt(String url) {
        identity = url;
    }

    String identity() {
        return identity;
    }

    void passed(PassedPart part) {
        parts.add(part);
    }

    List<PassedPart> parts() {
        return parts;
    }

    /** Says that it counts as more calls than one. */
    void countMore(int calls) {
        furtherCalls += calls;
    }

    int furtherCalls() {
        return furtherCalls;
    }

    WayHome wayHome() {
        return wayHome;
    }

    /** A composite's own all-or-none overrides that of a collection in it. */
    void beginAllOrNone() {
        allOrNone = true;
    }

    boolean isAllOrNone() {
        return allOrNone;
    }
}
