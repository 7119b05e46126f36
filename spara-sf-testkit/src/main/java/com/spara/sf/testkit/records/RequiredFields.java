package com.spara.sf.testkit.records;

import com.spara.sf.testkit.schema.Field;
import com.spara.sf.testkit.schema.FieldFlag;
import java.util.List;

/** A field that is not nillable must have a value, unless the platform gives it one. */
final class RequiredFields implements SaveStep {
    @Override
    public void apply(Save save) {
        List<String> missing = save.type().fields().stream()
                .filter(field -> save.get(field) == null && isRequired(save, field))
                .map(Field::name)
                .toList();
        if (!missing.isEmpty()) {
            throw new RefusedException(
                    SaveError.of("REQUIRED_FIELD_MISSING", "Required fields are missing: " + missing, missing));
        }
    }

    private static boolean isRequired(Save save, Field field) {
        boolean written = save.isCreate() ? field.is(FieldFlag.CREATEABLE) : save.isSent(field);
        boolean given = save.isCreate() && field.is(FieldFlag.DEFAULTED_ON_CREATE);
        return written && !given && !field.is(FieldFlag.NILLABLE);
    }
}
