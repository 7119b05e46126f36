package com.spara.sf.testkit.schema;

import java.util.Locale;

/** What can be done with the records of an object. */
public enum ObjectTrait {
    CREATE,
    UPDATE,
    DELETE,
    UNDELETE,
    MERGE,
    SEARCH;

    static ObjectTrait named(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
