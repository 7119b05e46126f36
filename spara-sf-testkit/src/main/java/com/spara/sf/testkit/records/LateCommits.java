package com.spara.sf.testkit.records;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What was done and dated, and is not committed yet: nobody sees it, and nobody else can write what it changes. */
final class LateCommits {
    private final RecordStore store;
    private final RowLocks locks;
    private final List<Pending> pending = new ArrayList<>();

    LateCommits(RecordStore store, RowLocks locks) {
        this.store = store;
        this.locks = locks;
    }

    private record Pending(List<Row> rows, Instant dated) {}

    /** Returns what is to be done in the end. */
    Runnable hold(List<Row> rows, Instant dated) {
        Pending held = new Pending(rows, dated);
        pending.add(held);
        rows.stream()
                .filter(row -> store.find(row.id()).isPresent())
                .forEach(row -> locks.hold(row.id(), Integer.MAX_VALUE));
        return () -> commit(held);
    }

    private void commit(Pending held) {
        pending.remove(held);
        held.rows.forEach(row -> {
            locks.release(row.id());
            store.put(row);
        });
    }

    /** The date of the oldest change that nobody sees yet. */
    Optional<Instant> oldest() {
        return pending.stream().map(Pending::dated).min(Comparator.naturalOrder());
    }
}
