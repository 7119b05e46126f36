package com.spara.sf.testkit.records;

import com.spara.sf.testkit.schema.Field;
import com.spara.sf.testkit.schema.FieldFlag;
import com.spara.sf.testkit.schema.SObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds records by a key of their own: an external id, or a field such as Email that is marked for look-ups. */
final class ExternalIds {
    private ExternalIds() {}

    static boolean isKey(Field field) {
        return field.is(FieldFlag.EXTERNAL_ID) || field.is(FieldFlag.ID_LOOKUP);
    }

    /** The records whose key has this value; deleted ones are not there. */
    static List<Row> find(RecordStore store, SObject type, Field key, String value) {
        @Nullable Object stored = ValueReader.read(key, value);
        return stored == null
                ? List.of()
                : store.rowsWith(type, key, stored).stream()
                        .filter(row -> !row.isDeleted())
                        .toList();
    }
}
