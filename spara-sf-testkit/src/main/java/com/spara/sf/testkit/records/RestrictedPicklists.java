package com.spara.sf.testkit.records;

import com.spara.sf.testkit.schema.Field;
import com.spara.sf.testkit.schema.FieldFlag;
import com.spara.sf.testkit.schema.PicklistValue;
import java.util.Arrays;
import java.util.List;

/** A restricted picklist takes the values that it offers; any other picklist takes every value. */
final class RestrictedPicklists implements SaveStep {
    @Override
    public void apply(Save save) {
        save.sentFields()
                .filter(field -> field.is(FieldFlag.RESTRICTED_PICKLIST)
                        && !field.picklistValues().isEmpty())
                .forEach(field -> check(save, field));
    }

    private static void check(Save save, Field field) {
        if (save.get(field) instanceof String text && !save.isUnchanged(field)) {
            List<String> offered = field.picklistValues().stream()
                    .filter(PicklistValue::isActive)
                    .map(PicklistValue::value)
                    .toList();
            Arrays.stream(text.split(";", -1))
                    .filter(value -> !offered.contains(value))
                    .findFirst()
                    .ifPresent(value -> {
                        throw refusal(field, value);
                    });
        }
    }

    static RefusedException refusal(Field field, String value) {
        return TextValues.refuse(
                "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST", field, "bad value for restricted picklist field: " + value);
    }
}
