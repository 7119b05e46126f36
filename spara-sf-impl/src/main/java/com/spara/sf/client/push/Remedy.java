package com.spara.sf.client.push;

import java.util.Set;

/**
 * What can be done about a refusal, by Salesforce's code (SOAP API Developer Guide, "StatusCode"). A code that is not in
 * the table is final: its record failed, and the result says why.
 */
enum Remedy {
    /** The refusal is final. */
    NONE,
    /** The record is tried once more without the fields that Salesforce named. */
    WITHOUT_FIELDS,
    /** The record is asked about by itself, since a collection does not say which records a duplicate rule found. */
    ALONE,
    /** Another transaction holds the row; the record is sent again after a moment. */
    AFTER_A_PAUSE,
    /** The record failed for its neighbours' sake, and is sent again. */
    AGAIN,
    /** Salesforce takes no second record with the same key, so one that may have been made is sent again. */
    SAME_AGAIN,
    /** The record is not any more what was read; it is read and planned again. */
    PLAN_AGAIN;

    private static final Set<String> ABOUT_FIELDS = Set.of(
            "STRING_TOO_LONG",
            "INVALID_FIELD",
            "INVALID_FIELD_FOR_INSERT_UPDATE",
            "INVALID_TYPE_ON_FIELD_IN_RECORD",
            "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
            "FIELD_CUSTOM_VALIDATION_EXCEPTION",
            "FIELD_INTEGRITY_EXCEPTION",
            "FIELD_FILTER_VALIDATION_EXCEPTION",
            "NUMBER_OUTSIDE_VALID_RANGE",
            "INVALID_EMAIL_ADDRESS",
            "TOO_MANY_ENUM_VALUE",
            "MALFORMED_ID",
            "INVALID_CROSS_REFERENCE_KEY",
            "INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY",
            "INACTIVE_OWNER_OR_USER");

    private static final Set<String> ABOUT_NEIGHBOURS =
            Set.of("ALL_OR_NONE_OPERATION_ROLLED_BACK", "PROCESSING_HALTED");

    private static final Set<String> ABOUT_THE_RECORD =
            Set.of("ENTITY_IS_DELETED", "CANNOT_UPDATE_CONVERTED_LEAD", "INVALID_CROSS_REFERENCE_KEY", "INVALID_FIELD");

    /** Codes that a whole collection may meet because its rows share the limits of one transaction. */
    private static final Set<String> SHARED_LIMITS = Set.of(
            "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY",
            "CANNOT_EXECUTE_FLOW_TRIGGER",
            "APEX_ERROR",
            "LIMIT_EXCEEDED",
            "EXCEEDED_QUOTA",
            "TOO_MANY_APEX_REQUESTS");

    /** What to do about a refused row. */
    static Remedy of(Row row) {
        if (row.answer().is(RowAnswer.Kind.LOST)) {
            return row.isKeyed() && row.tries() < 3 ? SAME_AGAIN : NONE;
        }
        String code = row.answer().reason().code();
        if (code.equals("DUPLICATE_VALUE")) {
            return ofTakenValue(row);
        }
        if (code.equals("DUPLICATES_DETECTED")) {
            return row.isCreate() && !row.isSentAlone() ? ALONE : NONE;
        }
        if (code.equals("UNABLE_TO_LOCK_ROW")) {
            return row.tries() < 3 ? AFTER_A_PAUSE : NONE;
        }
        if (ABOUT_NEIGHBOURS.contains(code)) {
            return row.tries() < 3 ? AGAIN : NONE;
        }
        if (ABOUT_FIELDS.contains(code) && row.namesWrittenFields()) {
            return row.isTriedWithout() || row.losesItsKey() ? NONE : WITHOUT_FIELDS;
        }
        return ABOUT_THE_RECORD.contains(code) && row.answer().fields().isEmpty() ? PLAN_AGAIN : NONE;
    }

    /** A key that is taken shows that the record is there; another unique value on a known record is left out. */
    private static Remedy ofTakenValue(Row row) {
        if (row.isCreate()) {
            return row.isKeyed() ? PLAN_AGAIN : NONE;
        }
        return row.namesWrittenFields() && !row.isTriedWithout() ? WITHOUT_FIELDS : NONE;
    }

    /** Whether a whole collection that failed with this code may pass in halves. */
    static boolean isSharedLimit(String code) {
        return SHARED_LIMITS.contains(code);
    }
}
