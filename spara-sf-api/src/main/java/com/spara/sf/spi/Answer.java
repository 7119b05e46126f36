package com.spara.sf.spi;

import java.util.List;
import java.util.Optional;

/**
 * What was found for one {@link Lookup}. Anyone can make one, so that a plug-in can be tested without an org. Immutable
 * and safe to share between threads; {@code toString} shows the number of records only.
 */
public final class Answer {

    private static final Answer NOTHING = new Answer(List.of(), 0);

    private final List<SalesforceRecord> records;
    private final long count;

    private Answer(List<SalesforceRecord> records, long count) {
        this.records = records;
        this.count = count;
    }

    /**
     * Returns an answer without records.
     *
     * @return the answer
     */
    public static Answer nothing() {
        return NOTHING;
    }

    /**
     * Returns an answer with these records.
     *
     * @param records the records
     * @return the answer
     */
    public static Answer of(List<SalesforceRecord> records) {
        return new Answer(List.copyOf(records), records.size());
    }

    /**
     * Returns the answer to a lookup that only counts.
     *
     * @param count how many records there are
     * @return the answer
     */
    public static Answer ofCount(long count) {
        return new Answer(List.of(), count);
    }

    /**
     * Returns the records that were found.
     *
     * @return the records in no promised order, unmodifiable; empty for a lookup that only counts
     */
    public List<SalesforceRecord> records() {
        return records;
    }

    /**
     * Returns the first record that was found.
     *
     * @return the record, or empty if there is none
     */
    public Optional<SalesforceRecord> first() {
        return records.isEmpty() ? Optional.empty() : Optional.of(records.get(0));
    }

    /**
     * Returns how many records there are.
     *
     * @return the number
     */
    public long count() {
        return count;
    }

    @Override
    public String toString() {
        return "Answer[" + count + " records]";
    }
}
