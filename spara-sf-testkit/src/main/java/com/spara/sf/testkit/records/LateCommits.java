package com.spara.sf.testkit.records;

import java.util.List;

/** What was done and dated, and is not committed yet: nobody sees it, and nobody else can write what it changes. */
final class LateCommits {
    private final RecordStore store;
    private final RowLocks locks;

    LateCommits(RecordStore store, RowLocks locks) {
        this.store = store;
        this.locks = locks;
    }

    /** Returns what is to be done in the end. */
    Runnable hold(List<Row> rows) {
        rows.stream().filter(row -> store.find(row.id()).isPresent()).forEach(row -> locks.awaitCommit(row.id()));
        return () -> commit(rows);
    }

    private void commit(List<Row> rows) {
        rows.forEach(row -> {
            locks.commit(row.id());
            store.put(row);
        });
    }
}
