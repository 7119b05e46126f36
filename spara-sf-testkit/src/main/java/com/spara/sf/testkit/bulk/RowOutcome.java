package com.spara.sf.testkit.bulk;

import com.spara.sf.testkit.records.SaveError;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became of one row.
 *
 * @param id the record's Id; an empty text when there is none
 */
record RowOutcome(String id, boolean isCreated, @Nullable SaveError error) {
    static RowOutcome saved(String id, boolean created) {
        return new RowOutcome(id, created, null);
    }

    /** There is no JSON in a CSV, whose values are of a wrong type at most. */
    static RowOutcome refused(String id, SaveError error) {
        boolean unreadable = error.statusCode().equals("JSON_PARSER_ERROR");
        SaveError worded = unreadable
                ? SaveError.of("INVALID_TYPE_ON_FIELD_IN_RECORD", "value not of required type", error.fields())
                : error;
        return new RowOutcome(id, false, worded);
    }

    boolean isFailure() {
        return error != null;
    }

    /** In the form of the results: the code, the text, the fields, two hyphens. */
    String errorText() {
        SaveError why = Objects.requireNonNull(error);
        String fields = why.fields().isEmpty() ? "" : String.join(", ", why.fields()) + " ";
        return why.statusCode() + ":" + why.message() + ":" + fields + "--";
    }
}
