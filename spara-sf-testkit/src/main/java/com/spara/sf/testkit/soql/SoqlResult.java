package com.spara.sf.testkit.soql;

import java.util.List;

/**
 * What a query found: the number of rows and, unless it was a {@code SELECT COUNT()}, the records.
 *
 * <p>Records are put together when they are asked for, so a page costs only itself; parents and children are read at
 * that time.
 *
 * @param totalSize the number of records, or the count of {@code SELECT COUNT()}
 * @param records the records in order; empty for {@code SELECT COUNT()}
 */
public record SoqlResult(int totalSize, List<SoqlRecord> records) {
    static SoqlResult of(List<SoqlRecord> records) {
        return new SoqlResult(records.size(), records);
    }

    /** Whether these are groups, which a real org gives out in one answer or not at all. */
    public boolean isAggregate() {
        return !records.isEmpty() && records.get(0).id().isEmpty();
    }

    static SoqlResult count(int totalSize) {
        return new SoqlResult(totalSize, List.of());
    }
}
