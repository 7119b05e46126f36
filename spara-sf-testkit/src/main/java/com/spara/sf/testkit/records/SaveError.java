package com.spara.sf.testkit.records;

import java.util.List;

/**
 * Why a record was refused, in Salesforce's own words.
 *
 * @param isAboutTarget whether the record named by the request itself was the trouble; such a row answers 404
 */
public record SaveError(String statusCode, String message, List<String> fields, boolean isAboutTarget) {
    public SaveError {
        fields = List.copyOf(fields);
    }

    static SaveError of(String statusCode, String message, String... fields) {
        return new SaveError(statusCode, message, List.of(fields), false);
    }

    static SaveError aboutTarget(String statusCode, String message) {
        return new SaveError(statusCode, message, List.of(), true);
    }
}
