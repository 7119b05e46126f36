package com.spara.sf.testkit.records;

import java.util.function.BooleanSupplier;

/** A converted lead is read-only, unless the org lets its users edit converted leads. */
final class ConvertedLeads implements SaveStep {
    private final BooleanSupplier editable;

    ConvertedLeads(BooleanSupplier editable) {
        this.editable = editable;
    }

    @Override
    public void apply(Save save) {
        Row before = save.before();
        if (before != null && isConverted(before) && !editable.getAsBoolean()) {
            throw refusal();
        }
    }

    static boolean isConverted(Row row) {
        return row.isTrue("IsConverted");
    }

    static RefusedException refusal() {
        return new RefusedException(SaveError.of("CANNOT_UPDATE_CONVERTED_LEAD", "cannot reference converted lead"));
    }
}
