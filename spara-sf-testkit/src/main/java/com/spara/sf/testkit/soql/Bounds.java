package com.spara.sf.testkit.soql;

import java.util.stream.Stream;

/** How many rows are left out, and how many are taken at most. */
record Bounds(int offset, int limit) {
    private static final int HIGHEST_OFFSET = 2_000;

    static Bounds of(Query.Window window) {
        Query.Count limit = window.limit();
        Query.Count offset = window.offset();
        if (offset != null && offset.value() > HIGHEST_OFFSET) {
            throw new SoqlException("NUMBER_OUTSIDE_VALID_RANGE", "Maximum SOQL offset allowed is " + HIGHEST_OFFSET);
        }
        return new Bounds(offset == null ? 0 : offset.value(), limit == null ? Integer.MAX_VALUE : limit.value());
    }

    boolean isLimited() {
        return limit < Integer.MAX_VALUE;
    }

    /** How many rows are looked at. */
    long end() {
        return (long) offset + limit;
    }

    <T> Stream<T> of(Stream<T> rows) {
        return rows.skip(offset).limit(limit);
    }
}
