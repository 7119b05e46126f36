package com.spara.sf.testkit.oauth;

import com.spara.sf.testkit.records.Question;
import com.spara.sf.testkit.records.Records;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who may log in, and when. */
public final class LoginPolicy {
    private static final int USUAL_LIMIT = 3_600;
    private static final Duration HOUR = Duration.ofHours(1);

    private final Clock clock;
    private final Records records;
    private final Set<String> frozen = new HashSet<>();
    private final Map<String, Deque<Instant>> logins = new HashMap<>();
    private boolean locked;
    private boolean ipRestricted;
    private @Nullable Hours hours;
    private int limit = USUAL_LIMIT;

    LoginPolicy(Records records) {
        this.clock = records.clock();
        this.records = records;
    }

    /** A part of the day in UTC; it may reach over midnight. */
    private record Hours(LocalTime from, LocalTime until) {
        boolean contain(LocalTime time) {
            boolean started = !time.isBefore(from);
            boolean going = time.isBefore(until);
            return from.isBefore(until) ? started && going : started || going;
        }
    }

    public void locked(boolean on) {
        locked = on;
    }

    public void ipRestricted(boolean on) {
        ipRestricted = on;
    }

    public void hours(LocalTime from, LocalTime until) {
        hours = new Hours(from, until);
    }

    public void limit(int perHour) {
        limit = perHour;
    }

    public void freeze(String userId, boolean on) {
        if (on) {
            frozen.add(userId);
        } else {
            frozen.remove(userId);
        }
    }

    void requireOpenOrg() {
        if (locked) {
            throw new OauthException("inactive_org", "Org is locked, closed, or suspended");
        }
    }

    /** Throws unless the user may log in now. */
    void admit(Person person) {
        requireOpenOrg();
        requireActive(person);
        if (frozen.contains(person.id())) {
            throw OauthException.invalidGrant("authentication failure");
        }
        if (ipRestricted) {
            throw OauthException.invalidGrant("ip restricted");
        }
        if (hours != null && !hours.contain(LocalTime.ofInstant(clock.instant(), ZoneOffset.UTC))) {
            throw OauthException.invalidGrant("invalid login hours");
        }
    }

    private void requireActive(Person person) {
        if (!person.isActive() && records.answers().is(Question.INACTIVE_USERS_HAVE_A_CODE)) {
            throw new OauthException("inactive_user", "User is inactive");
        }
        if (!person.isActive()) {
            throw OauthException.invalidGrant("inactive user");
        }
    }

    /** Counts a login; throws when the user had too many within the hour. */
    void count(Person person) {
        Instant now = clock.instant();
        Deque<Instant> latest = logins.computeIfAbsent(person.id(), id -> new ArrayDeque<>());
        latest.removeIf(login -> !login.isAfter(now.minus(HOUR)));
        if (latest.size() >= limit) {
            throw new OauthException("rate_limit_exceeded", "Number of logins exceeded");
        }
        latest.add(now);
    }
}
