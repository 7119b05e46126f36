package com.spara.sf.testkit.soql;

import org.jspecify.annotations.Nullable;

/** One record as it stood when it was handed out: later writes do not show in it. */
public interface SoqlRow {
    /** The 18-character id. */
    String id();

    /** The API name of the record's own object. */
    String type();

    /**
     * The column's value: {@code String}, {@code Boolean}, {@link java.math.BigDecimal}, {@link java.time.LocalDate},
     * {@link java.time.Instant}, {@link java.time.LocalTime} or null; of an {@code ADDRESS} or {@code OTHER} column
     * anything.
     */
    @Nullable
    Object value(SoqlColumn column);
}
