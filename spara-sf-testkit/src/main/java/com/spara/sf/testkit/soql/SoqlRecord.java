package com.spara.sf.testkit.soql;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One record of an answer: its fields in the order of the query, under canonical names. */
public final class SoqlRecord {
    private static final String AGGREGATE = "AggregateResult";

    private final String type;
    private final @Nullable SoqlRow row;
    private final Map<String, @Nullable Object> fields;

    private SoqlRecord(String type, @Nullable SoqlRow row, Map<String, @Nullable Object> fields) {
        this.type = type;
        this.row = row;
        this.fields = Collections.unmodifiableMap(fields);
    }

    static SoqlRecord of(String type, SoqlRow row, Map<String, @Nullable Object> fields) {
        return new SoqlRecord(type, row, fields);
    }

    static SoqlRecord aggregate(Map<String, @Nullable Object> fields) {
        return new SoqlRecord(AGGREGATE, null, fields);
    }

    /**
     * The {@code attributes.type}: an object's name, {@code Name} for a polymorphic parent, or {@code AggregateResult}.
     */
    public String type() {
        return type;
    }

    /** The object that the record is really of, for {@code attributes.url}; empty for an aggregate. */
    public Optional<String> objectName() {
        return Optional.ofNullable(row).map(SoqlRow::type);
    }

    /** The 18-character id, whether it was selected or not; empty for an aggregate. */
    public Optional<String> id() {
        return Optional.ofNullable(row).map(SoqlRow::id);
    }

    /**
     * The selected fields. A value is null, a value of {@link SoqlRow#value}, a {@code SoqlRecord} (a parent; null when
     * there is none) or a {@link SoqlResult} (children; null when there are none). Counts and numbers are
     * {@link java.math.BigDecimal}.
     */
    public Map<String, @Nullable Object> fields() {
        return fields;
    }
}
