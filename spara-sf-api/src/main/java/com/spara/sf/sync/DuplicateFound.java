package com.spara.sf.sync;

import com.spara.sf.RecordId;
import java.util.List;

/**
 * What a duplicate rule of the org found when it refused a record: an alert, which {@code SAVE_ANYWAY} passes, or a block.
 * Immutable and safe to share between threads.
 */
public final class DuplicateFound {

    private final String rule;
    private final boolean blocking;
    private final List<RecordId> records;

    private DuplicateFound(String rule, boolean blocking, List<RecordId> records) {
        this.rule = rule;
        this.blocking = blocking;
        this.records = records;
    }

    /**
     * Returns a finding.
     *
     * @param rule the rule's developer name; empty if Salesforce did not say
     * @param blocking whether the rule blocks, and not just alerts
     * @param records the records that Salesforce named; those that the connected user may not see are not among them
     * @return the finding
     */
    public static DuplicateFound of(String rule, boolean blocking, List<RecordId> records) {
        return new DuplicateFound(rule, blocking, List.copyOf(records));
    }

    /**
     * Returns the rule.
     *
     * @return its developer name; empty if Salesforce did not say
     */
    public String rule() {
        return rule;
    }

    /**
     * Tells whether the rule blocks.
     *
     * @return true for a block, which nothing passes; false for an alert
     */
    public boolean isBlocking() {
        return blocking;
    }

    /**
     * Returns the records that Salesforce named, of the same object or of another.
     *
     * @return their Ids, unmodifiable
     */
    public List<RecordId> records() {
        return records;
    }

    @Override
    public String toString() {
        return (blocking ? "block by " : "alert by ") + rule + " " + records;
    }
}
