package com.spara.sf.testkit;

import com.spara.sf.testkit.records.TriggeredRow;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One record in the hands of a {@link Trigger} or of a flow. Good for that run, and for its thread, only. */
public final class TriggerRecord {
    private final TriggeredRow row;

    TriggerRecord(TriggeredRow row) {
        this.row = row;
    }

    /** {@return the record as it stands now; a new one has no Id before it is stored} */
    public FakeRecord record() {
        return new FakeRecord(row.row());
    }

    /** {@return the record as it was; empty when it is new} */
    public Optional<FakeRecord> before() {
        return row.before().map(FakeRecord::new);
    }

    /**
     * Returns the value of a field as a text.
     *
     * @param field its API name, in any case
     * @return the text; null when the field is empty
     * @throws IllegalArgumentException if the object has no such field
     */
    public @Nullable String text(String field) {
        return record().text(field);
    }

    /**
     * Changes a field, past the rights of the user who saves.
     *
     * @param field its API name, in any case
     * @param value the value; null clears
     * @throws IllegalStateException if the record is stored already
     */
    public void set(String field, @Nullable Object value) {
        row.set(field, value);
    }

    /**
     * Refuses this record, and none of the others.
     *
     * @param message what the org's developer tells people
     */
    public void addError(String message) {
        row.addError(message);
    }
}
