package com.spara.sf.client.pull;

import com.spara.sf.client.bulk.CsvRow;
import com.spara.sf.client.describe.Describes;
import com.spara.sf.client.describe.FieldDescribe;
import com.spara.sf.client.describe.FieldKind;
import com.spara.sf.spi.SalesforceRecord;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Rows of a CSV as the records that a query would answer, so that either reads alike. */
final class BulkRecords {

    private final String object;
    private final Map<String, FieldKind> kinds = new LinkedHashMap<>();
    private boolean haveAllFields = true;

    BulkRecords(String object, Collection<String> selected, Describes describes) {
        this.object = object;
        selected.forEach(path -> kinds.put(
                path,
                describes
                        .of(object)
                        .flatMap(known -> known.field(path))
                        .map(FieldDescribe::kind)
                        .orElse(FieldKind.NOT_WRITABLE)));
    }

    /** Whether all rows had all fields. */
    boolean haveAllFields() {
        return haveAllFields;
    }

    SalesforceRecord of(CsvRow row) {
        Map<String, Object> fields = new LinkedHashMap<>();
        kinds.forEach((path, kind) -> {
            haveAllFields &= row.has(path);
            row.text(path).ifPresent(text -> put(fields, path, value(text, kind)));
        });
        return record(object, fields);
    }

    private static void put(Map<String, Object> fields, String path, Object value) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            fields.put(path, value);
            return;
        }
        Object parent = fields.computeIfAbsent(path.substring(0, dot), any -> new Parent(new LinkedHashMap<>()));
        put(((Parent) parent).fields(), path.substring(dot + 1), value);
    }

    private record Parent(Map<String, Object> fields) {}

    private static SalesforceRecord record(String object, Map<String, Object> fields) {
        fields.replaceAll((name, value) -> value instanceof Parent parent ? record("", parent.fields()) : value);
        return SalesforceRecord.of(object, fields);
    }

    /** What is known of no describe is a parent's field, of which a checkbox is told by its value. */
    private static Object value(String text, FieldKind kind) {
        return switch (kind) {
            case BOOLEAN, NOT_WRITABLE -> bool(text);
            case NUMBER, WHOLE_NUMBER -> number(text);
            case DATE_TIME -> text.replaceFirst("Z$", "+0000");
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
}
