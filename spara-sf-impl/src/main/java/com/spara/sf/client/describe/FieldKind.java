package com.spara.sf.client.describe;

import java.util.Locale;
import java.util.Map;

/** The field types of a describe, as far as they are treated differently. A type that is not known counts as text. */
public enum FieldKind {
    TEXT,
    EMAIL,
    PICKLIST,
    MULTI_PICKLIST,
    BOOLEAN,
    WHOLE_NUMBER,
    NUMBER,
    DATE,
    DATE_TIME,
    REFERENCE,
    NOT_WRITABLE;

    private static final Map<String, FieldKind> BY_NAME = Map.ofEntries(
            Map.entry("email", EMAIL),
            Map.entry("picklist", PICKLIST),
            Map.entry("multipicklist", MULTI_PICKLIST),
            Map.entry("boolean", BOOLEAN),
            Map.entry("int", WHOLE_NUMBER),
            Map.entry("long", WHOLE_NUMBER),
            Map.entry("double", NUMBER),
            Map.entry("currency", NUMBER),
            Map.entry("percent", NUMBER),
            Map.entry("date", DATE),
            Map.entry("datetime", DATE_TIME),
            Map.entry("reference", REFERENCE),
            Map.entry("id", REFERENCE),
            Map.entry("address", NOT_WRITABLE),
            Map.entry("location", NOT_WRITABLE),
            Map.entry("base64", NOT_WRITABLE),
            Map.entry("complexvalue", NOT_WRITABLE));

    /** The kind of a type in Salesforce's own word. */
    public static FieldKind of(String type) {
        return BY_NAME.getOrDefault(type.toLowerCase(Locale.ROOT), TEXT);
    }
}
