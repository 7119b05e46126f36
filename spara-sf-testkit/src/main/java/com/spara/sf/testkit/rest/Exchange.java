package com.spara.sf.testkit.rest;

import com.spara.sf.testkit.oauth.Session;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one HTTP call is about beyond its request: who makes it, its parts so far, whether its answer gets lost. */
final class Exchange {
    private final List<PassedPart> parts = new ArrayList<>();
    private @Nullable Session session;
    private boolean answerLost;
    private boolean allOrNone;

    void open(Session opened) {
        session = opened;
    }

    Session session() {
        if (session == null) {
            throw new IllegalStateException("a resource was asked before the token was checked");
        }
        return session;
    }

    void passed(PassedPart part) {
        parts.add(part);
    }

    List<PassedPart> parts() {
        return parts;
    }

    void loseAnswer() {
        answerLost = true;
    }

    boolean isAnswerLost() {
        return answerLost;
    }

    /** A composite's own all-or-none overrides that of a collection in it. */
    void beginAllOrNone() {
        allOrNone = true;
    }

    boolean isAllOrNone() {
        return allOrNone;
    }
}
