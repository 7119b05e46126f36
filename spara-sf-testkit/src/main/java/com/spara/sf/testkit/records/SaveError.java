package com.spara.sf.testkit.records;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a record was refused, in Salesforce's own words.
 *
 * @param isAboutTarget whether the record named by the request itself was the trouble; such a row answers 404
 * @param duplicates what a duplicate rule found; null when no duplicate rule refused
 */
public record SaveError(
        String statusCode,
        String message,
        List<String> fields,
        boolean isAboutTarget,
        @Nullable DuplicateFinding duplicates) {
    public SaveError {
        fields = List.copyOf(fields);
    }

    public static SaveError of(String statusCode, String message, String... fields) {
        return of(statusCode, message, List.of(fields));
    }

    public static SaveError of(String statusCode, String message, List<String> fields) {
        return new SaveError(statusCode, message, fields, false, null);
    }

    public static SaveError aboutTarget(String statusCode, String message) {
        return new SaveError(statusCode, message, List.of(), true, null);
    }

    static SaveError duplicates(DuplicateFinding found) {
        return new SaveError("DUPLICATES_DETECTED", found.message(), List.of(), false, found);
    }
}
