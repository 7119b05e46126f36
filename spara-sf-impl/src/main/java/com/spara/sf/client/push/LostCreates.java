package com.spara.sf.client.push;

import com.spara.sf.spi.Lookup;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The creates of which it is not known whether they happened, by what their records would be found by. A request may run for
 * ten minutes (REST API Developer Guide, "Status Codes and Error Responses"), so that a record may appear that long after its
 * answer was lost, and none is made for the same person meanwhile. Safe for use by many threads.
 */
final class LostCreates {

    /** How long Salesforce may still carry out a request, with some time to spare. */
    static final Duration MAY_HAPPEN_FOR = Duration.ofMinutes(10).plusSeconds(30);

    /** How long a job that was begun may take, unless somebody resumes it before. */
    static final Duration JOB_MAY_HAPPEN_FOR = Duration.ofHours(24);

    private final Clock clock;
    private final Map<Lookup, Instant> until = new HashMap<>();

    LostCreates(Clock clock) {
        this.clock = clock;
    }

    void add(Collection<Lookup> keys, Instant lostAt) {
        add(keys, lostAt, MAY_HAPPEN_FOR);
    }

    /** A bulk job has them, which may wait for its turn for long. */
    void addOfJob(Collection<Lookup> keys, Instant lostAt) {
        add(keys, lostAt, JOB_MAY_HAPPEN_FOR);
    }

    private synchronized void add(Collection<Lookup> keys, Instant lostAt, Duration time) {
        keys.forEach(key -> until.merge(key, lostAt.plus(time), (one, other) -> one.isAfter(other) ? one : other));
    }

    /** No job has them any more, so that they may happen no longer than those of a request that was sent at that time. */
    synchronized void shorten(Collection<Lookup> keys, Instant time) {
        Instant end = time.plus(MAY_HAPPEN_FOR);
        keys.forEach(key -> until.computeIfPresent(key, (any, known) -> known.isAfter(end) ? end : known));
    }

    /** It is known by now what became of these. */
    synchronized void forget(Collection<Lookup> keys) {
        keys.forEach(until::remove);
    }

    /** Whether none is remembered any more. */
    synchronized boolean isEmpty() {
        forgetOld();
        return until.isEmpty();
    }

    private void forgetOld() {
        Instant longAgo = clock.instant().minus(MAY_HAPPEN_FOR);
        until.values().removeIf(end -> end.isBefore(longAgo));
    }

    /** Until when a record may still appear that one of these would find; empty if a look at that time would have shown it. */
    synchronized Optional<Instant> mayHappenUntil(Collection<Lookup> keys, Instant lookedAt) {
        if (until.isEmpty()) {
            return Optional.empty();
        }
        forgetOld();
        return keys.stream()
                .flatMap(key -> Optional.ofNullable(until.get(key)).stream())
                .filter(end -> !end.isBefore(lookedAt))
                .max(Instant::compareTo);
    }
}
