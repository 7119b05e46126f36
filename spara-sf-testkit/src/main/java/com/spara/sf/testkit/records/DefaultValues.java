package com.spara.sf.testkit.records;

import com.spara.sf.testkit.schema.Field;
import org.jspecify.annotations.Nullable;

/** Gives a new record what was not sent: default values, and its owner. */
final class DefaultValues implements SaveStep {
    @Override
    public void apply(Save save) {
        if (save.isCreate()) {
            save.type().fields().stream()
                    .filter(field -> save.get(field) == null)
                    .forEach(field -> save.set(field, defaultValue(save, field)));
        }
    }

    private static @Nullable Object defaultValue(Save save, Field field) {
        boolean owner = field.name().equals("OwnerId") && field.referenceTo().contains("User");
        return owner ? save.options().userId() : field.defaultValue();
    }
}
