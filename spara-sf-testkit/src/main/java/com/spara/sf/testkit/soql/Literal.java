package com.spara.sf.testkit.soql;

/** A value as it was written: a string still has its escapes, a named date its {@code :n}. */
record Literal(Kind kind, String text, int position) {
    enum Kind {
        NULL,
        BOOLEAN,
        STRING,
        NUMBER,
        DATE,
        DATETIME,
        TIME,
        NAMED_DATE
    }
}
