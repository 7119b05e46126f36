package com.spara.sf.testkit.records;

import java.time.Clock;
import java.time.Duration;
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

    private record Pending(List<Row> rows, Instant dated, Instant due) {}

    void hold(List<Row> rows, Instant dated, Duration delay) {
        pending.add(new Pending(rows, dated, dated.plus(delay)));
        rows.stream()
                .filter(row -> store.find(row.id()).isPresent())
                .forEach(row -> locks.hold(row.id(), Integer.MAX_VALUE));
    }

    void commit(Clock clock) {
        if (pending.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        List<Pending> due =
                pending.stream().filter(each -> !each.due.isAfter(now)).toList();
        pending.removeAll(due);
        due.forEach(each -> each.rows.forEach(this::commit));
    }

    private void commit(Row row) {
        locks.release(row.id());
        store.put(row);
    }

    /** The date of the oldest change that nobody sees yet. */
    Optional<Instant> oldest() {
        return pending.stream().map(Pending::dated).min(Comparator.naturalOrder());
    }
}
