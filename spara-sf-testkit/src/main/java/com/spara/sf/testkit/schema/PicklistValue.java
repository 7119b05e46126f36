package com.spara.sf.testkit.schema;

/** One value of a picklist, offered as long as it is active; its label is the value itself. */
public record PicklistValue(String value, boolean isDefault, boolean isActive) {
    private static final String DEFAULT_MARK = "*";

    /** Reads the notation of the csv files, where a star marks the default. */
    static PicklistValue parse(String text) {
        boolean isDefault = text.endsWith(DEFAULT_MARK);
        return new PicklistValue(isDefault ? text.substring(0, text.length() - 1) : text, isDefault, true);
    }
}
