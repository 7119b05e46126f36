package com.spara.sf.testkit.records;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.PriorityQueue;
import java.util.Set;

/** Remembers what was deleted. After fifteen days it is gone, as if it had never been. */
final class RecycleBin {
    private static final Duration KEPT = Duration.ofDays(15);

    private final RecordStore store;
    private final PriorityQueue<Deleted> deleted = new PriorityQueue<>(Comparator.comparing(Deleted::until));

    RecycleBin(RecordStore store) {
        this.store = store;
    }

    private record Deleted(String id, Instant until) {}

    void take(String id, Instant moment) {
        deleted.add(new Deleted(id, moment.plus(KEPT)));
    }

    /** Its time is over already. */
    boolean purge(String id) {
        return deleted.add(new Deleted(id, Instant.MIN));
    }

    void empty(Clock clock) {
        if (deleted.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        Set<String> gone = new HashSet<>();
        while (!deleted.isEmpty() && !deleted.peek().until.isAfter(now)) {
            Deleted next = deleted.remove();
            store.find(next.id).filter(row -> isOver(row, next, now)).ifPresent(row -> gone.add(row.id()));
        }
        store.remove(gone);
    }

    /** A record that came back, and perhaps was deleted again, has another time. */
    private static boolean isOver(Row row, Deleted entry, Instant now) {
        return row.isDeleted()
                && (entry.until.equals(Instant.MIN) || !stamp(row).plus(KEPT).isAfter(now));
    }

    private static Instant stamp(Row row) {
        return row.type()
                .field("SystemModstamp")
                .map(row::value)
                .map(Instant.class::cast)
                .orElse(Instant.EPOCH);
    }
}
