package com.spara.sf.testkit;

import com.spara.sf.RecordId;
import com.spara.sf.testkit.records.OrgRules;

/**
 * A record that somebody else is writing: while it is held, writes of it over the API are refused with
 * UNABLE_TO_LOCK_ROW, as are writes of the contacts and opportunities of an account. What {@link FakeOrg} itself deletes, undeletes
 * or merges passes it, and does not count. Thread-safe.
 *
 * <pre>{@code
 * org.locks(ada).forNextWrites(2);
 * try (RowLock lock = org.locks(ada)) { ... }
 * }</pre>
 */
public final class RowLock implements AutoCloseable {
    private final OrgRules rules;
    private final RecordId id;

    RowLock(OrgRules rules, RecordId id) {
        this.rules = rules;
        this.id = id;
        rules.hold(id.value(), Integer.MAX_VALUE);
    }

    /**
     * Lets go by itself after some refused writes.
     *
     * @param writes how many writes are refused, at least 1
     * @return this lock
     * @throws IllegalArgumentException if the number is less than 1
     */
    public RowLock forNextWrites(int writes) {
        if (writes < 1) {
            throw new IllegalArgumentException("a lock refuses at least 1 write, not " + writes);
        }
        rules.hold(id.value(), writes);
        return this;
    }

    /** {@return whether the record is still held} */
    public boolean isHeld() {
        return rules.isHeld(id.value());
    }

    /** Lets the record go; again does nothing. */
    @Override
    public void close() {
        rules.release(id.value());
    }

    @Override
    public String toString() {
        return "lock of " + id;
    }
}
