package com.spara.sf.testkit.records;

import com.spara.sf.testkit.schema.Field;
import com.spara.sf.testkit.schema.FieldFlag;

/** A unique field's value belongs to one record; deleted records give theirs up, converted leads do not. */
final class UniqueValues implements SaveStep {
    private static final int SHORT_ID = 15;

    private final RecordStore store;

    UniqueValues(RecordStore store) {
        this.store = store;
    }

    @Override
    public void apply(Save save) {
        save.sentFields().filter(field -> field.is(FieldFlag.UNIQUE)).forEach(field -> check(save, field));
    }

    private void check(Save save, Field field) {
        Object value = save.get(field);
        Row before = save.before();
        if (value != null) {
            store.rowsWith(save.type(), field, value).stream()
                    .filter(row -> !row.isDeleted())
                    .filter(row -> before == null || !row.id().equals(before.id()))
                    .findFirst()
                    .ifPresent(row -> refuse(field, row));
        }
    }

    private static void refuse(Field field, Row other) {
        throw new RefusedException(SaveError.of(
                "DUPLICATE_VALUE",
                "duplicate value found: " + field.name() + " duplicates value on record with id: "
                        + other.id().substring(0, SHORT_ID)));
    }
}
