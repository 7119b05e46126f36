package com.spara.sf.client.pull;

import com.spara.sf.client.bulk.CsvRow;
import com.spara.sf.client.describe.FieldKind;
import com.spara.sf.client.json.PassingMembers;
import com.spara.sf.client.read.Prototype;
import com.spara.sf.spi.SalesforceRecord;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** The columns of a CSV of which a record is made, or a parent of it. */
final class BulkColumns {

    private final String[] names;
    private final Column[] columns;
    private final SalesforceRecord empty;

    /** What a row has under a name. */
    private interface Column {

        @Nullable
        Object of(CsvRow row);
    }

    /** The columns of an object's fields and paths, each where it stands in a row; one that stands nowhere is empty. */
    BulkColumns(String object, Map<String, FieldKind> kinds, ToIntFunction<String> place) {
        SortedMap<String, Column> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        Map<String, Map<String, FieldKind>> parents = new LinkedHashMap<>();
        kinds.forEach((path, kind) -> {
            int dot = path.indexOf('.');
            if (dot < 0) {
                byName.put(path, cell(place.applyAsInt(path), kind));
            } else {
                parents.computeIfAbsent(path.substring(0, dot), any -> new LinkedHashMap<>())
                        .put(path.substring(dot + 1), kind);
            }
        });
        parents.forEach((name, theirs) ->
                byName.put(name, new BulkColumns("", theirs, path -> place.applyAsInt(name + "." + path))::parent));
        this.names = byName.keySet().toArray(String[]::new);
        this.columns = byName.values().toArray(Column[]::new);
        this.empty = Prototype.record(object, byName.keySet());
    }

    private static Column cell(int place, FieldKind kind) {
        return row -> value(row.at(place), kind);
    }

    /** The record of a row. */
    SalesforceRecord record(CsvRow row) {
        return empty.with(new Fields(row));
    }

    /** A parent without any value is none. */
    private @Nullable SalesforceRecord parent(CsvRow row) {
        SalesforceRecord parent = record(row);
        return parent.values().isEmpty() ? null : parent;
    }

    /** What is known of no describe is a parent's field, of which a checkbox is told by its value. */
    private static @Nullable Object value(String text, FieldKind kind) {
        if (text.isEmpty()) {
            return null;
        }
        return switch (kind) {
            case BOOLEAN, NOT_WRITABLE -> bool(text);
            case NUMBER, WHOLE_NUMBER -> number(text);
            case DATE_TIME -> time(text);
            default -> text;
        };
    }

    private static Object bool(String text) {
        return text.equals("true") || text.equals("false") ? Boolean.valueOf(text) : text;
    }

    private static Object number(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException none) {
            return text;
        }
    }

    /** As a query writes it. */
    private static String time(String text) {
        return text.indexOf('Z') == text.length() - 1 ? text.replace("Z", "+0000") : text;
    }

    /** What a row has under the names. */
    private final class Fields extends PassingMembers {

        private final CsvRow row;

        Fields(CsvRow row) {
            this.row = row;
        }

        @Override
        public void forEach(BiConsumer<? super String, ? super @Nullable Object> action) {
            for (int i = 0; i < names.length; i++) {
                action.accept(names[i], columns[i].of(row));
            }
        }

        @Override
        public int size() {
            return names.length;
        }
    }
}
