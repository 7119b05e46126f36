package com.spara.sf.testkit.records;

import com.spara.sf.testkit.schema.Field;
import com.spara.sf.testkit.schema.SObject;
import com.spara.sf.testkit.schema.Schema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All records of an org, with an undo log. Knows no rules. */
final class RecordStore {

    private final Map<String, Table> tables = new HashMap<>();
    private final List<Change> undo = new ArrayList<>();
    private Schema schema = Schema.standard();

    Schema schema() {
        return schema;
    }

    void describe(SObject type) {
        schema = schema.with(type);
        tables.computeIfPresent(type.name(), (name, table) -> {
            table.describe(type);
            return table;
        });
    }

    void insert(Row row) {
        Slot slot = new Slot(row);
        Table table = table(row.type());
        table.insert(slot);
        undo.add(new Change(table, slot, null));
    }

    /** Puts the row in the place of the one with the same Id. */
    void replace(Row row) {
        Table table = table(row.type());
        Slot slot = table.slot(row.id());
        if (slot == null) {
            throw new IllegalStateException("there is no " + row.type() + " to replace; insert it first");
        }
        undo.add(new Change(table, slot, slot.row()));
        table.replace(slot, row);
    }

    /** The record with this 18-character Id, deleted or not. */
    Optional<Row> find(String id) {
        return schema.objectOf(id).map(type -> table(type).slot(id)).map(Slot::row);
    }

    Stream<Row> rows(SObject type) {
        return table(type).rows();
    }

    Optional<Stream<Row>> rowsWhere(SObject type, Field field, Collection<?> values) {
        return table(type).rowsWhere(field, values);
    }

    Optional<Stream<Row>> rowsFrom(SObject type, Field field, @Nullable Object from) {
        return table(type).rowsFrom(field, from);
    }

    /** The rows with this value, by an index or by looking at all of them. */
    List<Row> rowsWith(SObject type, Field field, Object value) {
        return rowsWhere(type, field, List.of(value))
                .orElseGet(() -> rows(type).filter(row -> value.equals(row.value(field))))
                .toList();
    }

    /** Takes records out for good, which no rollback brings back. */
    void remove(Collection<String> ids) {
        Map<Table, Set<Slot>> gone = new HashMap<>();
        ids.forEach(id -> schema.objectOf(id).map(this::table).ifPresent(table -> {
            Slot slot = table.slot(id);
            if (slot != null) {
                gone.computeIfAbsent(table, key -> new HashSet<>()).add(slot);
            }
        }));
        gone.forEach(Table::remove);
    }

    /** Puts the row in its place, or into a new one. */
    void put(Row row) {
        if (table(row.type()).slot(row.id()) == null) {
            insert(row);
        } else {
            replace(row);
        }
    }

    /** The rows, as they stand now, of all places that were changed since then. */
    List<Row> changedSince(int savepoint) {
        return undo.subList(savepoint, undo.size()).stream()
                .map(Change::slot)
                .distinct()
                .map(Slot::row)
                .toList();
    }

    int savepoint() {
        return undo.size();
    }

    void rollback(int savepoint) {
        while (undo.size() > savepoint) {
            undo.remove(undo.size() - 1).takeBack();
        }
    }

    void commit() {
        undo.clear();
    }

    private Table table(SObject type) {
        return tables.computeIfAbsent(type.name(), name -> new Table(type));
    }

    /** One step back: a row put where another was, or where none was. */
    private record Change(Table table, Slot slot, @Nullable Row before) {
        void takeBack() {
            if (before == null) {
                table.removeLatest(slot);
            } else {
                table.replace(slot, before);
            }
        }
    }
}
