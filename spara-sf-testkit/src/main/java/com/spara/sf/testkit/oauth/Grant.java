package com.spara.sf.testkit.oauth;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** That a user let an app in for longer: a refresh token, and those before it that were rotated away. */
public final class Grant {
    private final App app;
    private final String userId;
    private final Scopes scopes;
    private final Instant made;
    private final Set<String> spent = new HashSet<>();
    private String token;
    private Instant used;
    private int refreshes;
    private boolean ended;

    Grant(Person person, Approval approval, Instant made) {
        this.app = approval.app();
        this.userId = person.id();
        this.scopes = approval.scopes();
        this.made = made;
        this.used = made;
        this.token = "";
    }

    public App app() {
        return app;
    }

    public String userId() {
        return userId;
    }

    /** How many access tokens it was exchanged for, the first not counted. */
    public int refreshes() {
        return refreshes;
    }

    Scopes scopes() {
        return scopes;
    }

    String token() {
        return token;
    }

    Instant made() {
        return made;
    }

    boolean isLive(Instant now) {
        return !ended && !app.refreshPolicy().isOver(made, used, now);
    }

    boolean isFor(App other, String user) {
        return app == other && userId.equals(user);
    }

    boolean isSpent(String presented) {
        return spent.contains(presented);
    }

    /** Gives it another token; the one before is good no longer. */
    void rotate(String next) {
        spent.add(token);
        token = next;
    }

    void refresh(Instant now) {
        refreshes++;
        used = now;
    }

    void end() {
        ended = true;
    }
}
