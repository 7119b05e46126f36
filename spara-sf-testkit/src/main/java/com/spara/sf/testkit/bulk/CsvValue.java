package com.spara.sf.testkit.bulk;

import com.spara.sf.testkit.soql.SoqlRecord;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value of a record in the form that it has in a CSV; nothing is an empty text. */
final class CsvValue {
    private static final DateTimeFormatter DATE_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private CsvValue() {}

    /** The value of a field, or of a parent's, such as {@code Account.Name}. */
    static String of(SoqlRecord row, String path) {
        int dot = path.indexOf('.');
        @Nullable Object value = value(row.fields(), dot < 0 ? path : path.substring(0, dot));
        if (dot < 0) {
            return text(value);
        }
        return value instanceof SoqlRecord parent ? of(parent, path.substring(dot + 1)) : "";
    }

    private static @Nullable Object value(Map<String, @Nullable Object> fields, String name) {
        if (fields.containsKey(name)) {
            return fields.get(name);
        }
        return fields.keySet().stream()
                .filter(name::equalsIgnoreCase)
                .findFirst()
                .map(fields::get)
                .orElse(null);
    }

    private static String text(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Instant moment) {
            return DATE_TIME.format(moment);
        }
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }
}
