package com.spara.sf.testkit.soql;

/** The type of a column, as far as the query language tells types apart. */
public enum SoqlType {
    /** The record's own id; values are 18-character ids. */
    ID,
    /** The id of another record; values are 18-character ids. */
    REFERENCE,
    STRING,
    EMAIL,
    PHONE,
    URL,
    PICKLIST,
    /** Several picklist values, as one text joined by {@code ;}. */
    MULTIPICKLIST,
    /** Text that may be filtered (up to 255 characters). */
    TEXTAREA,
    /** Long or rich text: neither filtered nor sorted. */
    LONGTEXT,
    BOOLEAN,
    /** Whole numbers; values are {@link java.math.BigDecimal}. */
    INT,
    DOUBLE,
    CURRENCY,
    PERCENT,
    DATE,
    DATETIME,
    TIME,
    /** A compound address; its value is passed through untouched. */
    ADDRESS,
    /** Anything else; its value is passed through untouched. */
    OTHER;

    boolean isId() {
        return this == ID || this == REFERENCE;
    }

    boolean isNumber() {
        return this == INT || this == DOUBLE || this == CURRENCY || this == PERCENT;
    }

    boolean isText() {
        return switch (this) {
            case STRING, EMAIL, PHONE, URL, PICKLIST, TEXTAREA, LONGTEXT, MULTIPICKLIST -> true;
            default -> false;
        };
    }
}
