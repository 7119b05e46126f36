package com.spara.sf.testkit.schema;

import java.util.Locale;
import java.util.regex.Pattern;

/** What is true of a field, in the words of a describe. */
public enum FieldFlag {
    NILLABLE,
    CREATEABLE,
    UPDATEABLE,
    DEFAULTED_ON_CREATE,
    FILTERABLE,
    SORTABLE,
    GROUPABLE,
    AGGREGATABLE,
    ID_LOOKUP,
    EXTERNAL_ID,
    UNIQUE,
    CASE_SENSITIVE,
    NAME_FIELD,
    CALCULATED,
    RESTRICTED_PICKLIST,
    POLYMORPHIC_FOREIGN_KEY,
    CASCADE_DELETE;

    private static final Pattern CAPITAL = Pattern.compile("(?=[A-Z])");

    /** The flag of a describe's name such as {@code defaultedOnCreate}. */
    static FieldFlag named(String wireName) {
        return valueOf(CAPITAL.matcher(wireName).replaceAll("_").toUpperCase(Locale.ROOT));
    }
}
