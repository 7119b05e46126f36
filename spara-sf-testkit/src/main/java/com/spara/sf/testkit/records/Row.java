package com.spara.sf.testkit.records;

import com.spara.sf.testkit.schema.Field;
import com.spara.sf.testkit.schema.FieldType;
import com.spara.sf.testkit.schema.SObject;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One record as it stood at one moment. Immutable: a change gives the record another row. */
public final class Row {
    private static final int ID = 0;

    private final SObject type;
    private final @Nullable Object[] values;

    Row(SObject type, @Nullable Object[] values) {
        this.type = type;
        this.values = values;
    }

    /** The object as it was described when the row was written. */
    public SObject type() {
        return type;
    }

    /** The 18-character Id. */
    public String id() {
        return String.valueOf(values[ID]);
    }

    /** A text, Boolean, BigDecimal, LocalDate or Instant, or null; a checkbox is never null. */
    public @Nullable Object value(Field field) {
        Object value = field.position() < values.length ? values[field.position()] : null;
        return value == null && field.type() == FieldType.BOOLEAN ? false : value;
    }

    /** The value of a field that the object is known to have. */
    public @Nullable Object value(String field) {
        return value(type.require(field));
    }

    public boolean isDeleted() {
        return isTrue("IsDeleted");
    }

    /** Whether the object has this checkbox and it is checked. */
    boolean isTrue(String checkbox) {
        return type.field(checkbox)
                .map(this::value)
                .filter(Boolean.TRUE::equals)
                .isPresent();
    }

    /** The values for a changed row, as wide as the object is now. */
    @Nullable
    Object[] copyFor(SObject current) {
        return Arrays.copyOf(values, current.fields().size());
    }

    /** This row with some values in place of its own. */
    Row with(SObject current, Map<String, ?> changes) {
        @Nullable Object[] changed = copyFor(current);
        changes.forEach((name, value) -> changed[current.require(name).position()] = value);
        return new Row(current, changed);
    }
}
