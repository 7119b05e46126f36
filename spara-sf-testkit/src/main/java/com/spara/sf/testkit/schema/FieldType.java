package com.spara.sf.testkit.schema;

import java.util.Locale;

/** The type of a field, in the words of a describe. */
public enum FieldType {
    ID("tns:ID"),
    REFERENCE("tns:ID"),
    STRING("xsd:string"),
    EMAIL("xsd:string"),
    PHONE("xsd:string"),
    URL("xsd:string"),
    PICKLIST("xsd:string"),
    MULTIPICKLIST("xsd:string"),
    COMBOBOX("xsd:string"),
    TEXTAREA("xsd:string"),
    BOOLEAN("xsd:boolean"),
    INT("xsd:int"),
    DOUBLE("xsd:double"),
    CURRENCY("xsd:double"),
    PERCENT("xsd:double"),
    DATE("xsd:date"),
    DATETIME("xsd:dateTime"),
    ADDRESS("urn:address");

    private final String soapType;

    FieldType(String soapType) {
        this.soapType = soapType;
    }

    static FieldType named(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }

    /** The name in a describe and in error messages. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String soapType() {
        return soapType;
    }

    /** Whether a value is one free or chosen text. */
    public boolean isText() {
        return soapType.equals("xsd:string");
    }

    public boolean isPicklist() {
        return this == PICKLIST || this == MULTIPICKLIST || this == COMBOBOX;
    }

    /** Whether a value names a record. */
    public boolean isId() {
        return this == ID || this == REFERENCE;
    }

    /** Whether a value is a number that may have decimals. */
    public boolean isDecimal() {
        return this == DOUBLE || this == CURRENCY || this == PERCENT;
    }
}
