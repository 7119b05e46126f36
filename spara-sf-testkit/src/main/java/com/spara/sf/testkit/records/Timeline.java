package com.spara.sf.testkit.records;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** What passing time does to an org by itself. As thread-safe as the records are. */
public final class Timeline {
    private final Records records;
    private final RecordStore store;
    private final Clock clock;
    private final Agenda agenda = new Agenda();
    private final RecycleBin bin;
    private final LateCommits late;
    private final Instant made;

    Timeline(Records records, RecordStore store, Clock clock) {
        this.records = records;
        this.store = store;
        this.clock = clock;
        this.bin = new RecycleBin(store);
        this.late = new LateCommits(store, records.rules().locks());
        this.made = records.now();
    }

    RecycleBin bin() {
        return bin;
    }

    /** Does what is due; before whatever is asked next. */
    void catchUp() {
        agenda.run(clock);
        bin.empty(clock);
    }

    /** Does what is due by itself, before anybody asks. */
    public void pass() {
        records.exclusively(() -> agenda);
    }

    /** When the org was made. */
    public Instant made() {
        return made;
    }

    /** Lets something be done when the clock has come so far. */
    public void later(Duration delay, Runnable work) {
        records.exclusively(() -> {
            Instant due = clock.instant().plus(delay);
            agenda.add(due, due, work);
            return work;
        });
    }

    /** The same for work that will be dated now, so that it can still turn up with that date. */
    public void laterAsOfNow(Duration delay, Runnable work) {
        records.exclusively(() -> {
            Instant dated = records.now();
            agenda.add(clock.instant().plus(delay), dated, work);
            return work;
        });
    }

    /** Does the work now, so that it is dated now, and lets nobody see of it before the delay is over. */
    public <T> T commitLate(Duration delay, Supplier<T> work) {
        return records.exclusively(() -> {
            int start = store.savepoint();
            T result = work.get();
            List<Row> rows = store.changedSince(start);
            store.rollback(start);
            laterAsOfNow(delay, late.hold(rows));
            return result;
        });
    }

    /** Up to when nothing is pending any more that could still turn up with an earlier date. */
    public Instant settledUntil() {
        return records.exclusively(
                () -> agenda.oldest().filter(records.now()::isAfter).orElseGet(records::now));
    }

    /** Takes a deleted record out of the recycle bin for good, as soon as this call is over. */
    public void purge(String id) {
        records.exclusively(() -> bin.purge(id));
    }
}
