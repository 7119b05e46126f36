package com.spara.sf.testkit.records;

import java.util.List;
import java.util.function.Predicate;

/** A validation rule: refuses the records that violate it, with the admin's own words. */
public record RowRule(Predicate<Row> violation, String message, List<String> fields) {
    public RowRule {
        fields = List.copyOf(fields);
    }

    void check(Row row) {
        if (violation.test(row)) {
            throw new RefusedException(SaveError.of("FIELD_CUSTOM_VALIDATION_EXCEPTION", message, fields));
        }
    }
}
