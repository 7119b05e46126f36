package com.spara.sf.testkit.records;

import com.spara.sf.testkit.schema.Field;
import com.spara.sf.testkit.schema.FieldFlag;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds records by the value of one field. A value that one record has costs no list. */
final class ValueIndex {
    private final Field field;
    private final Map<Object, Object> slots = new HashMap<>();

    ValueIndex(Field field) {
        this.field = field;
    }

    Field field() {
        return field;
    }

    /** Equal for values that are the same to this field. */
    Object key(Object value) {
        if (value instanceof String text) {
            return field.is(FieldFlag.CASE_SENSITIVE) || field.type().isId() ? text : text.toLowerCase(Locale.ROOT);
        }
        return value instanceof BigDecimal number ? number.stripTrailingZeros() : value;
    }

    /** The records with this value, looked up by its {@link #key}. */
    List<Slot> find(Object key) {
        Object found = slots.get(key);
        return found == null ? List.of() : found instanceof Slot slot ? List.of(slot) : many(found);
    }

    void add(Slot slot) {
        Object value = slot.row().value(field);
        if (value != null) {
            slots.merge(key(value), slot, (old, added) -> join(old, slot));
        }
    }

    void remove(Slot slot) {
        Object value = slot.row().value(field);
        if (value != null) {
            slots.computeIfPresent(key(value), (key, old) -> part(old, slot));
        }
    }

    private static Object join(Object old, Slot slot) {
        if (old instanceof Slot first) {
            List<Slot> both = new ArrayList<>(2);
            both.add(first);
            both.add(slot);
            return both;
        }
        many(old).add(slot);
        return old;
    }

    private static @Nullable Object part(Object old, Slot slot) {
        if (old == slot) {
            return null;
        }
        List<Slot> all = many(old);
        all.remove(all.lastIndexOf(slot));
        return all.isEmpty() ? null : all;
    }

    @SuppressWarnings("unchecked")
    private static List<Slot> many(Object found) {
        return (List<Slot>) found;
    }
}
