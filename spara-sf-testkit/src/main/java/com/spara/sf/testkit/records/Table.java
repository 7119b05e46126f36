package com.spara.sf.testkit.records;

import com.spara.sf.testkit.schema.Field;
import com.spara.sf.testkit.schema.FieldType;
import com.spara.sf.testkit.schema.SObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The records of one object in the order in which they were made, with their indexes. */
final class Table {
    private final List<Slot> slots = new ArrayList<>();
    private final Map<String, Slot> byId = new HashMap<>();
    private final List<ValueIndex> indexes = new ArrayList<>();
    private final StampOrder changes = new StampOrder(slots);

    Table(SObject type) {
        describe(type);
    }

    /** Makes an index for each indexed field that has none yet. */
    void describe(SObject type) {
        type.fields().stream()
                .filter(field -> field.isIndexed() && field.type() != FieldType.ID)
                .filter(field -> index(field).isEmpty())
                .map(ValueIndex::new)
                .forEach(this::fill);
    }

    private void fill(ValueIndex index) {
        slots.forEach(index::add);
        indexes.add(index);
    }

    void insert(Slot slot) {
        slots.add(slot);
        changes.forget();
        byId.put(slot.row().id(), slot);
        indexes.forEach(index -> index.add(slot));
    }

    /** Takes back the latest insert. */
    void removeLatest(Slot slot) {
        slots.remove(slots.size() - 1);
        changes.forget();
        byId.remove(slot.row().id());
        indexes.forEach(index -> index.remove(slot));
    }

    /** Takes records out wherever they stand. */
    void remove(Set<Slot> gone) {
        slots.removeIf(gone::contains);
        changes.forget();
        for (Slot slot : gone) {
            byId.remove(slot.row().id());
            indexes.forEach(index -> index.remove(slot));
        }
    }

    void replace(Slot slot, Row row) {
        List<ValueIndex> moved = indexes.stream()
                .filter(index -> !Objects.equals(slot.row().value(index.field()), row.value(index.field())))
                .toList();
        moved.forEach(index -> index.remove(slot));
        slot.put(row);
        changes.forget();
        moved.forEach(index -> index.add(slot));
    }

    @Nullable
    Slot slot(String id) {
        return byId.get(id);
    }

    Stream<Row> rows() {
        return slots.stream().map(Slot::row);
    }

    /** The rows with one of these values; empty when the field has no index. */
    Optional<Stream<Row>> rowsWhere(Field field, Collection<?> values) {
        if (field.type() == FieldType.ID) {
            return Optional.of(values.stream()
                    .distinct()
                    .map(byId::get)
                    .filter(Objects::nonNull)
                    .map(Slot::row));
        }
        return index(field)
                .map(index -> values.stream()
                        .map(index::key)
                        .distinct()
                        .flatMap(key -> index.find(key).stream())
                        .map(Slot::row));
    }

    /** The rows in ascending order of a field, from a value on; empty when they are not kept in that order. */
    Optional<Stream<Row>> rowsFrom(Field field, @Nullable Object from) {
        return StampOrder.isOf(field) && (from == null || from instanceof Instant)
                ? Optional.of(changes.from((Instant) from).map(Slot::row))
                : Optional.empty();
    }

    private Optional<ValueIndex> index(Field field) {
        return indexes.stream()
                .filter(index -> index.field().position() == field.position())
                .findFirst();
    }
}
