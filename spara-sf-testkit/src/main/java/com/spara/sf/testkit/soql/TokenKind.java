package com.spara.sf.testkit.soql;

/** What a token of a query is. */
enum TokenKind {
    NAME,
    STRING,
    NUMBER,
    DATE,
    DATETIME,
    TIME,
    SYMBOL,
    END
}
