package com.spara.sf.testkit;

import com.spara.sf.testkit.records.TriggerEvent;
import java.util.List;

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

    /**
     * Runs.
     *
     * @param records the records, in their order
     */
    void run(List<TriggerRecord> records);
}
