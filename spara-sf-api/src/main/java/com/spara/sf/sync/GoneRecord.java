package com.spara.sf.sync;

import com.spara.sf.RecordId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A record that the rule takes no more. The host may never have had it. Immutable and safe to share between threads.
 */
public final class GoneRecord {

    private final RecordId id;
    private final PullChange change;
    private final @Nullable RecordId mergedInto;

    private GoneRecord(RecordId id, PullChange change, @Nullable RecordId mergedInto) {
        this.id = id;
        this.change = change;
        this.mergedInto = mergedInto;
    }

    /**
     * Returns a record that is gone.
     *
     * @param id the record
     * @param change what happened to it
     * @return the value
     */
    public static GoneRecord of(RecordId id, PullChange change) {
        return new GoneRecord(id, change, null);
    }

    /**
     * Returns a record that was merged into another.
     *
     * @param id the record
     * @param master the record that lives on
     * @return the value
     */
    public static GoneRecord merged(RecordId id, RecordId master) {
        return new GoneRecord(id, PullChange.MERGED, master);
    }

    /**
     * Returns the record.
     *
     * @return its Id
     */
    public RecordId id() {
        return id;
    }

    /**
     * Returns what happened to it.
     *
     * @return {@link PullChange#DELETED}, {@link PullChange#MERGED} or {@link PullChange#NO_LONGER_MATCHES}
     */
    public PullChange change() {
        return change;
    }

    /**
     * Returns the record that it was merged into.
     *
     * @return the Id of the record that lives on, or empty if it was not merged
     */
    public Optional<RecordId> mergedInto() {
        return Optional.ofNullable(mergedInto);
    }

    @Override
    public String toString() {
        return "GoneRecord[" + id + " " + change + "]";
    }
}
