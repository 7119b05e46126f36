package com.spara.sf.client.pull;

import com.spara.sf.sync.PullCursor;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a cursor says. A look goes from a place up to a moment of the org's, fixed when it begins; the next one begins before
 * that moment, by the overlap.
 *
 * @param origin whose cursor it is
 * @param before the look before this one; null if there was none
 * @param now the look that is under way; null between two looks
 * @param seen what was read of the overlap
 * @param bulk the job that reads what is behind the place, if there is one
 * @param isFullLookDue whether records may have left the recycle bin unseen
 */
record PullState(
        Origin origin, @Nullable Look before, @Nullable Look now, Seen seen, BulkPlace bulk, boolean isFullLookDue) {

    /**
     * Whose cursor it is; each part is empty while it is not known.
     *
     * @param org the org's Id
     * @param object the object whose records are read
     * @param rule the rule's fingerprint; empty as well when the host goes on with a changed rule
     */
    record Origin(String org, String object, String rule) {}

    /**
     * One look at the org.
     *
     * @param until the moment up to which it goes
     * @param began the org's time when it began
     * @param place how far it has come; null before the first record
     * @param count how many records it read
     */
    record Look(Instant until, Instant began, @Nullable Key place, Count count) {}

    /**
     * How many records were read.
     *
     * @param done how many were read
     * @param total how many there were when the look began, -1 if unknown
     * @param active how long the reading took, without the pauses between pages
     */
    record Count(long done, long total, Duration active) {

        Count plus(int read, Duration took) {
            return new Count(done + read, total, active.plus(took));
        }
    }

    static final Count NONE = new Count(0, -1, Duration.ZERO);

    static PullState of(PullCursor cursor) {
        try {
            return parsed(cursor);
        } catch (DateTimeException | NumberFormatException broken) {
            throw new IllegalArgumentException("The pull cursor was not made by this library.", broken);
        }
    }

    private static PullState parsed(PullCursor cursor) {
        Origin origin = new Origin(text(cursor, "org"), text(cursor, "object"), text(cursor, "rule"));
        Optional<Instant> last = time(cursor, "last");
        Look before = last.map(
                        until -> new Look(until, time(cursor, "lastbegan").orElse(until), null, NONE))
                .orElse(null);
        Look now = time(cursor, "until").map(until -> look(cursor, until)).orElse(null);
        Seen seen = Seen.read(text(cursor, "seen"), text(cursor, "fresh"))
                .withRuns(text(cursor, "seenruns"), text(cursor, "freshruns"));
        BulkPlace bulk = cursor.part("bulk").map(BulkPlace::parse).orElse(BulkPlace.NONE);
        return new PullState(origin, before, now, seen, bulk, cursor.isFullLookDue());
    }

    private static Look look(PullCursor cursor, Instant until) {
        Key place =
                time(cursor, "at").map(at -> new Key(at, text(cursor, "id"))).orElse(null);
        Count count = new Count(
                number(cursor, "done", 0), number(cursor, "total", -1), Duration.ofMillis(number(cursor, "active", 0)));
        return new Look(until, time(cursor, "began").orElse(until), place, count);
    }

    private static String text(PullCursor cursor, String part) {
        return cursor.part(part).orElse("");
    }

    private static Optional<Instant> time(PullCursor cursor, String part) {
        return cursor.part(part).map(Instant::parse);
    }

    private static long number(PullCursor cursor, String part, long otherwise) {
        return cursor.part(part).map(Long::parseLong).orElse(otherwise);
    }

    PullCursor cursor() {
        Map<String, String> parts = new TreeMap<>();
        put(parts, "org", origin.org());
        put(parts, "object", origin.object());
        put(parts, "rule", origin.rule());
        put(parts, "last", before == null ? null : before.until());
        put(parts, "lastbegan", before == null ? null : before.began());
        put(parts, "seen", seen.before());
        put(parts, "fresh", seen.now());
        put(parts, "seenruns", seen.runsBefore());
        put(parts, "freshruns", seen.runsNow());
        put(parts, "bulk", bulk.text());
        put(parts, "full", isFullLookDue ? "due" : null);
        if (now != null) {
            put(parts, now);
        }
        return PullCursor.of(parts);
    }

    private static void put(Map<String, String> parts, Look look) {
        put(parts, "until", look.until());
        put(parts, "began", look.began());
        put(parts, "at", look.place() == null ? null : look.place().at());
        put(parts, "id", look.place() == null ? null : look.place().id());
        put(parts, "done", look.count().done());
        put(parts, "total", look.count().total());
        put(parts, "active", look.count().active().toMillis());
    }

    private static void put(Map<String, String> parts, String name, @Nullable Object value) {
        if (value != null && !value.toString().isEmpty()) {
            parts.put(name, value.toString());
        }
    }

    /** The same, belonging to an org and a rule. */
    PullState of(Origin newOrigin) {
        return new PullState(newOrigin, before, now, seen, bulk, isFullLookDue);
    }

    /** The same, in which a look is under way. */
    PullState at(Look look) {
        return new PullState(origin, before, look, seen, bulk, isFullLookDue);
    }

    /** The same, in which this was read of the overlap. */
    PullState having(Seen newSeen) {
        return new PullState(origin, before, now, newSeen, bulk, isFullLookDue);
    }

    /** The same, in which records may have left the recycle bin unseen. */
    PullState due(boolean fullLookDue) {
        return new PullState(origin, before, now, seen, bulk, isFullLookDue || fullLookDue);
    }

    /** The state between this look and the next. */
    PullState over() {
        return new PullState(origin, look(), null, seen.over(), BulkPlace.NONE, isFullLookDue);
    }

    /** The same, with another place in a job, or none. */
    PullState of(BulkPlace newBulk) {
        return new PullState(origin, before, now, seen, newBulk, isFullLookDue);
    }

    /** The same for who reads on without the job that it names, if it names one. */
    PullState withoutJob() {
        return bulk.isJob() ? of(BulkPlace.REFUSED) : this;
    }

    /** The look that is under way. */
    Look look() {
        return Objects.requireNonNull(now, "A page belongs to a look.");
    }

    /** Whether nothing was read before this look, so that nothing can be gone. */
    boolean isFirstLook() {
        return before == null;
    }
}
