package com.spara.sf.testkit.oauth;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The access tokens that are good at the moment, by the org's clock. Thread-safe. */
public final class Sessions {
    static final Duration USUAL_LIFETIME = Duration.ofHours(2);
    private static final int SHORT_ID = 15;

    private final String organizationId;
    private final Clock clock;
    private final Map<String, Session> byToken = new HashMap<>();
    private long issued;
    private @Nullable Duration lifetime;

    public Sessions(String organizationId, Clock clock) {
        this.organizationId = organizationId;
        this.clock = clock;
    }

    /** A new access token for the user, from no app; it does not expire unless a lifetime was set. */
    public String issue(String userId) {
        return open(userId, null).token();
    }

    synchronized Session open(String userId, @Nullable Approval approval) {
        issued++;
        String token = organizationId.substring(0, SHORT_ID) + "!AQ.fake." + issued + "." + userId;
        Session session = new Session(token, userId, approval, clock.instant());
        byToken.put(token, session);
        return session;
    }

    /** How long a session lasts after it was last used. */
    public synchronized void lifetime(Duration time) {
        lifetime = time;
    }

    synchronized Duration lifetime() {
        return lifetime == null ? USUAL_LIFETIME : lifetime;
    }

    /** The session of a good token, which lasts longer for being used. */
    public synchronized Optional<Session> use(String token) {
        Optional<Session> session = find(token);
        session.ifPresent(found -> found.use(clock.instant()));
        return session;
    }

    /** The session of a good token; looking does not make it last. */
    synchronized Optional<Session> find(String token) {
        byToken.computeIfPresent(token, (text, session) -> isLive(session) ? session : null);
        return Optional.ofNullable(byToken.get(token));
    }

    /** Whether the token is good; looking does not make it last. */
    public boolean isLive(String token) {
        return find(token).isPresent();
    }

    private boolean isLive(Session session) {
        boolean lasts = lifetime == null && session.approval().isEmpty();
        return lasts || clock.instant().isBefore(session.expires(lifetime()));
    }

    synchronized void end(Predicate<Session> which) {
        byToken.values().removeIf(which);
    }

    /** Ends the session of the token, if there is one. */
    public synchronized void end(String token) {
        byToken.remove(token);
    }

    /** Ends all sessions. */
    public synchronized void endAll() {
        byToken.clear();
    }
}
