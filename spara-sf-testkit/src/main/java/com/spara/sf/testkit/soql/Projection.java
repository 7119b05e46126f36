package com.spara.sf.testkit.soql;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns a row into a record of the answer. */
record Projection(String type, Map<String, Reading<SoqlRow>> parts) {
    SoqlRecord of(SoqlRow row) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        parts.forEach((name, part) -> fields.put(name, part.of(row)));
        return SoqlRecord.of(type, row, fields);
    }

    @Nullable
    SoqlRecord ofNullable(@Nullable SoqlRow row) {
        return row == null ? null : of(row);
    }
}
