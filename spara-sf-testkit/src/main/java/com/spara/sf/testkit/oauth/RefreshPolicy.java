package com.spara.sf.testkit.oauth;

import java.time.Duration;
import java.time.Instant;

/** How long a refresh token is good. */
@FunctionalInterface
public interface RefreshPolicy {
    RefreshPolicy UNTIL_REVOKED = (made, used, now) -> false;
    RefreshPolicy NOT_AT_ALL = (made, used, now) -> true;

    static RefreshPolicy unusedFor(Duration time) {
        return (made, used, now) -> !now.isBefore(used.plus(time));
    }

    static RefreshPolicy after(Duration time) {
        return (made, used, now) -> !now.isBefore(made.plus(time));
    }

    boolean isOver(Instant made, Instant used, Instant now);
}
