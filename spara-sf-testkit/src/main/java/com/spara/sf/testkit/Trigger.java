package com.spara.sf.testkit;

import com.spara.sf.testkit.records.TriggerEvent;
import com.spara.sf.testkit.records.TriggeredRow;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A trigger as a lambda. It gets up to 200 records of one object that a request saves together, and may change them
 * before they are stored, refuse some of them, or throw: then all of them fail, in the words in which Apex fails.
 */
@FunctionalInterface
public interface Trigger {
    /** When a trigger runs. */
    enum When {
        /** Before new records are checked and stored. */
        BEFORE_INSERT(TriggerEvent.BEFORE_INSERT),
        /** Before changed records are checked and stored. */
        BEFORE_UPDATE(TriggerEvent.BEFORE_UPDATE),
        /** Before records are put into the recycle bin, each in a run of its own; they cannot be changed any more. */
        BEFORE_DELETE(TriggerEvent.BEFORE_DELETE),
        /** After new records were stored, and got their Ids. */
        AFTER_INSERT(TriggerEvent.AFTER_INSERT),
        /** After changed records were stored. */
        AFTER_UPDATE(TriggerEvent.AFTER_UPDATE),
        /** After records were put into the recycle bin, each in a run of its own. */
        AFTER_DELETE(TriggerEvent.AFTER_DELETE);

        private final TriggerEvent event;

        When(TriggerEvent event) {
            this.event = event;
        }

        TriggerEvent event() {
            return event;
        }
    }

    /** One record in the hands of a {@link Trigger} or of a flow. Good for that run, and for its thread, only. */
    final class Row {
        private final TriggeredRow row;

        Row(TriggeredRow row) {
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

    /**
     * Runs.
     *
     * @param records the records, in their order
     */
    void run(List<Row> records);
}
