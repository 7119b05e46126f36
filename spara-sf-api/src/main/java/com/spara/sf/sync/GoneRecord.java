package com.spara.sf.sync;

import com.spara.sf.RecordId;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A record that the rule takes no more, among those that the host holds. Immutable and safe to share between threads.
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
     * Returns a record that was deleted.
     *
     * @param id the record
     * @return the value
     */
    public static GoneRecord deleted(RecordId id) {
        return new GoneRecord(id, PullChange.DELETED, null);
    }

    /**
     * Returns a record that changed so that the rule does not take it any more.
     *
     * @param id the record
     * @return the value
     */
    public static GoneRecord noLongerMatching(RecordId id) {
        return new GoneRecord(id, PullChange.NO_LONGER_MATCHES, null);
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
     * Returns the record that it was merged into. One that was merged again meanwhile is followed as far as the same page
     * shows it.
     *
     * @return the Id of the record that lives on, or empty if it was not merged
     */
    public Optional<RecordId> mergedInto() {
        return Optional.ofNullable(mergedInto);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof GoneRecord gone
                && id.equals(gone.id)
                && change == gone.change
                && Objects.equals(mergedInto, gone.mergedInto);
    }

    @Override
    public int hashCode() {
        return 31 * id.hashCode() + change.hashCode();
    }

    @Override
    public String toString() {
        return "GoneRecord[" + id + " " + change + "]";
    }
}
