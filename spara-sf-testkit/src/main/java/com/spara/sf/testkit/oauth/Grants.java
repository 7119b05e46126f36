package com.spara.sf.testkit.oauth;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The refresh tokens that were given out, at most five good ones for a user and an app. */
final class Grants {
    private static final int MOST = 5;

    private final Clock clock;
    private final Sessions sessions;
    private final List<Grant> grants = new ArrayList<>();
    private long issued;

    Grants(Clock clock, Sessions sessions) {
        this.clock = clock;
        this.sessions = sessions;
    }

    /** A new grant; the oldest makes way for the sixth. */
    Grant open(Person person, Approval approval) {
        List<Grant> live = live(approval.app(), person.id());
        if (live.size() >= MOST) {
            end(live.get(0));
        }
        Grant grant = new Grant(person, approval, clock.instant());
        grant.rotate(nextToken());
        grants.add(grant);
        return grant;
    }

    List<Grant> all() {
        return List.copyOf(grants);
    }

    boolean isLive(Grant grant) {
        return grant.isLive(clock.instant());
    }

    private List<Grant> live(App app, String userId) {
        return grants.stream()
                .filter(grant -> grant.isFor(app, userId) && isLive(grant))
                .toList();
    }

    boolean hasLive(App app, String userId) {
        return !live(app, userId).isEmpty();
    }

    /** The scopes that the user let the app have last. */
    Optional<Scopes> scopes(App app, String userId) {
        List<Grant> live = live(app, userId);
        return live.isEmpty()
                ? Optional.empty()
                : Optional.of(live.get(live.size() - 1).scopes());
    }

    /** The good grant of a token. */
    Optional<Grant> find(String token) {
        return grants.stream()
                .filter(grant -> grant.token().equals(token) && isLive(grant))
                .findFirst();
    }

    /** Who presents a token that was rotated away is a thief, or was robbed: the whole grant ends. */
    void punishReuse(App app, String token) {
        grants.stream()
                .filter(grant -> grant.app() == app && grant.isSpent(token))
                .forEach(this::end);
    }

    Grant require(App app, String token) {
        return find(token)
                .filter(found -> found.app() == app)
                .orElseThrow(() -> OauthException.invalidGrant("expired access/refresh token"));
    }

    /** Counts a use; with rotation the token is another one from then on. */
    void refresh(Grant grant) {
        grant.refresh(clock.instant());
        if (grant.app().is(App.Trait.ROTATES)) {
            grant.rotate(nextToken());
        }
    }

    /** Ends it with all access tokens that were made from it. */
    void end(Grant grant) {
        grant.end();
        sessions.end(session -> session.isFrom(grant));
    }

    private String nextToken() {
        issued++;
        return "5Aep861.fake." + issued;
    }
}
