package com.spara.sf.testkit.oauth;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an access token stands for. */
public final class Session {
    private final String token;
    private final String userId;
    private final @Nullable Approval approval;
    private final Instant since;
    private Instant lastUsed;

    Session(String token, String userId, @Nullable Approval approval, Instant since) {
        this.token = token;
        this.userId = userId;
        this.approval = approval;
        this.since = since;
        this.lastUsed = since;
    }

    /** Who is connected. */
    public String userId() {
        return userId;
    }

    String token() {
        return token;
    }

    /** What it came from; empty where a test took the token without logging in. */
    Optional<Approval> approval() {
        return Optional.ofNullable(approval);
    }

    boolean isOf(App app) {
        return approval().filter(from -> from.app() == app).isPresent();
    }

    boolean isFrom(Grant grant) {
        return approval().filter(from -> from.grant() == grant).isPresent();
    }

    Instant since() {
        return since;
    }

    void use(Instant now) {
        lastUsed = now;
    }

    Instant expires(Duration lifetime) {
        return lastUsed.plus(lifetime);
    }
}
