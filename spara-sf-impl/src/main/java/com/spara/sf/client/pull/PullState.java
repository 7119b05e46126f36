package com.spara.sf.client.pull;

import com.spara.sf.sync.PullCursor;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a cursor says. A look goes from a place up to a moment of the org's, fixed when it begins; the next one begins before
 * that moment, by the overlap.
 *
 * @param org the org; empty at the start
 * @param rule the rule's fingerprint; empty at the start, and when the host goes on with a changed rule
 * @param last the moment up to which the look before this one went; null if there was none
 * @param until the moment up to which this look goes; null if it has not begun
 * @param place how far it has come; null before the first record
 * @param count how many records it read, and how many there were, -1 if unknown
 * @param began when it began, by the host's clock
 * @param seen what the look before read of the overlap
 * @param fresh what this look read of the overlap with the next one
 * @param bulk the job that reads what is behind the place, if there is one
 * @param isFullLookDue whether records may have left the recycle bin unseen
 */
record PullState(
        String org,
        String rule,
        @Nullable Instant last,
        @Nullable Instant until,
        @Nullable Key place,
        Count count,
        Instant began,
        Set<String> seen,
        Set<String> fresh,
        BulkPlace bulk,
        boolean isFullLookDue) {

    /** How many records were read, and how many there were. */
    record Count(long done, long total) {}

    private static final Count NONE = new Count(0, -1);

    static PullState of(PullCursor cursor) {
        try {
            return parsed(cursor);
        } catch (DateTimeException | NumberFormatException broken) {
            throw new IllegalArgumentException("The pull cursor was not made by this library.", broken);
        }
    }

    private static PullState parsed(PullCursor cursor) {
        Optional<Instant> at = cursor.part("at").map(Instant::parse);
        String id = cursor.part("id").orElse("");
        return new PullState(
                URLDecoder.decode(cursor.part("org").orElse(""), StandardCharsets.UTF_8),
                cursor.part("rule").orElse(""),
                cursor.part("last").map(Instant::parse).orElse(null),
                cursor.part("until").map(Instant::parse).orElse(null),
                at.map(stamp -> new Key(stamp, id)).orElse(null),
                new Count(number(cursor, "done", 0), number(cursor, "total", -1)),
                Instant.ofEpochMilli(number(cursor, "began", 0)),
                Seen.read(cursor.part("seen").orElse("")),
                Seen.read(cursor.part("fresh").orElse("")),
                cursor.part("bulk").map(BulkPlace::parse).orElse(BulkPlace.NONE),
                cursor.isFullLookDue());
    }

    private static long number(PullCursor cursor, String part, long otherwise) {
        return cursor.part(part).map(Long::parseLong).orElse(otherwise);
    }

    PullCursor cursor() {
        Map<String, String> parts = new TreeMap<>();
        parts.put("org", URLEncoder.encode(org, StandardCharsets.UTF_8));
        put(parts, "rule", rule);
        put(parts, "last", last);
        put(parts, "until", until);
        put(parts, "at", place == null ? null : place.at());
        put(parts, "id", place == null ? null : place.id());
        put(parts, "seen", Seen.write(seen));
        put(parts, "fresh", Seen.write(fresh));
        put(parts, "bulk", bulk.text());
        put(parts, "full", isFullLookDue ? "due" : null);
        if (until != null) {
            put(parts, "done", count.done());
            put(parts, "total", count.total());
            put(parts, "began", began.toEpochMilli());
        }
        return PullCursor.of(parts);
    }

    private static void put(Map<String, String> parts, String name, @Nullable Object value) {
        if (value != null && !value.toString().isEmpty()) {
            parts.put(name, value.toString());
        }
    }

    /** The same, belonging to an org and a rule. */
    PullState of(String newOrg, String newRule) {
        return new PullState(newOrg, newRule, last, until, place, count, began, seen, fresh, bulk, isFullLookDue);
    }

    /** A look that begins. */
    PullState begun(Instant newUntil, @Nullable Key from, Instant now, boolean fullLookDue) {
        boolean isDue = isFullLookDue || fullLookDue;
        return new PullState(org, rule, last, newUntil, from, NONE, now, seen, Set.of(), bulk, isDue);
    }

    /** The same, with the number of records that there are. */
    PullState of(long total) {
        return new PullState(
                org, rule, last, until, place, new Count(count.done(), total), began, seen, fresh, bulk, isFullLookDue);
    }

    /** The look after a page. */
    PullState after(@Nullable Key newPlace, int read, Collection<String> newFresh) {
        Count more = new Count(count.done() + read, count.total());
        return new PullState(
                org,
                rule,
                last,
                until,
                newPlace,
                more,
                began,
                seen,
                new LinkedHashSet<>(newFresh),
                bulk,
                isFullLookDue);
    }

    /** The state between this look and the next. */
    PullState over() {
        return new PullState(org, rule, until, null, null, NONE, began, fresh, Set.of(), BulkPlace.NONE, isFullLookDue);
    }

    /** The same, with another place in a job, or none. */
    PullState of(BulkPlace newBulk) {
        return new PullState(org, rule, last, until, place, count, began, seen, fresh, newBulk, isFullLookDue);
    }

    /** The same for who reads on without the job that it names, if it names one. */
    PullState withoutJob() {
        return bulk.isJob() ? of(BulkPlace.REFUSED) : this;
    }

    /** Whether nothing was read before this look, so that nothing can be gone. */
    boolean isFirstLook() {
        return last == null;
    }
}
