package com.spara.sf.testkit.rest;

import com.spara.sf.testkit.oauth.Session;
import com.spara.sf.testkit.soql.SoqlResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The queries that have more pages to come. They die after two days, and only their own user may go on with them. */
final class Cursors {
    private static final Duration LIFETIME = Duration.ofDays(2);
    private static final Pattern LOCATOR = Pattern.compile("(0r8\\w{15})-(\\d{1,9})");

    private final Clock clock;
    private final Map<String, Cursor> open = new LinkedHashMap<>();
    private final AtomicLong numbers = new AtomicLong();

    Cursors(Clock clock) {
        this.clock = clock;
    }

    /** A query and how far a locator has come in it. */
    record Position(String cursor, SoqlResult result, int offset) {
        Position plus(int rows) {
            return new Position(cursor, result, offset + rows);
        }

        String locator() {
            return cursor + "-" + offset;
        }
    }

    private record Cursor(SoqlResult result, String userId, Instant made) {}

    Position open(SoqlResult result, Session session) {
        Instant now = clock.instant();
        open.values().removeIf(cursor -> isDead(cursor, now));
        String id = String.format("0r8Fk%013d", numbers.incrementAndGet());
        open.put(id, new Cursor(result, session.userId(), now));
        return new Position(id, result, 0);
    }

    Position require(String locator, Session session) {
        Matcher parts = LOCATOR.matcher(locator);
        return Optional.of(parts)
                .filter(Matcher::matches)
                .map(found -> open.get(found.group(1)))
                .filter(cursor -> cursor.userId().equals(session.userId()) && !isDead(cursor, clock.instant()))
                .map(cursor -> new Position(parts.group(1), cursor.result(), Integer.parseInt(parts.group(2))))
                .filter(position ->
                        position.offset() < position.result().records().size())
                .orElseThrow(() -> RestException.badRequest("INVALID_QUERY_LOCATOR", "invalid query locator"));
    }

    void killAll() {
        open.clear();
    }

    private static boolean isDead(Cursor cursor, Instant now) {
        return now.isAfter(cursor.made().plus(LIFETIME));
    }
}
