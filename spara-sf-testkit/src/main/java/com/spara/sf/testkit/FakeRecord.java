package com.spara.sf.testkit;

import com.spara.sf.RecordId;
import com.spara.sf.testkit.records.Row;
import com.spara.sf.testkit.schema.Field;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One record as it stood when it was asked for. Immutable and thread-safe. */
public final class FakeRecord {
    private final Row row;

    FakeRecord(Row row) {
        this.row = row;
    }

    /** {@return the Id} */
    public RecordId id() {
        return RecordId.of(row.id());
    }

    /**
     * Returns the object.
     *
     * @return its API name, for example {@code Lead}
     */
    public String type() {
        return row.type().name();
    }

    /** {@return whether the record was in the recycle bin} */
    public boolean isDeleted() {
        return row.isDeleted();
    }

    /**
     * Returns the value of a field.
     *
     * @param field its API name, in any case
     * @return a String, Boolean, BigDecimal, LocalDate or Instant; null when the field is empty
     * @throws IllegalArgumentException if the object has no such field
     */
    public @Nullable Object value(String field) {
        return plain(row.value(field));
    }

    /**
     * Returns the value of a field as a text.
     *
     * @param field its API name, in any case
     * @return the text; null when the field is empty
     * @throws IllegalArgumentException if the object has no such field
     */
    public @Nullable String text(String field) {
        Object value = value(field);
        return value instanceof BigDecimal number ? number.toPlainString() : value == null ? null : value.toString();
    }

    /** {@return the fields that are not empty, in the order of the describe} */
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (Field field : row.type().fields()) {
            Object value = plain(row.value(field));
            if (value != null) {
                fields.put(field.name(), value);
            }
        }
        return Collections.unmodifiableMap(fields);
    }

    /** Numbers are kept with a decimal, which whole ones need not show. */
    private static @Nullable Object plain(@Nullable Object value) {
        if (!(value instanceof BigDecimal number)) {
            return value;
        }
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    Row row() {
        return row;
    }

    /** Returns the record as a readable row, with its data: this is a test kit. */
    @Override
    public String toString() {
        return type() + " " + RecordTable.shownFields(this);
    }
}
