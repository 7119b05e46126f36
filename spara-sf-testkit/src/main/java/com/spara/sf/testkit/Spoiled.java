package com.spara.sf.testkit;

import com.spara.sf.testkit.rest.Spoiling;

/**
 * How the body of a right answer is spoilt on its way; an answer without a body stays as it is. The status stays.
 *
 * <pre>{@code
 * org.next(Call.query()).spoilsItsAnswer(Spoiled.BROKEN_UTF_8);
 * }</pre>
 */
public enum Spoiled {
    /** A sentence of plain text, called JSON. */
    NOT_JSON(Spoiling.NOT_JSON),

    /** No body at all. */
    EMPTY(Spoiling.EMPTY),

    /** The right body, called {@code text/html}. */
    WRONG_CONTENT_TYPE(Spoiling.WRONG_CONTENT_TYPE),

    /** Half a character before the end of the last text. */
    BROKEN_UTF_8(Spoiling.BROKEN_UTF_8),

    /** Each member that is no object or array comes twice, with the same value. */
    KEYS_TWICE(Spoiling.KEYS_TWICE),

    /** Each object has one member more than it ever had, as a later release may add. */
    UNKNOWN_MEMBERS(Spoiling.UNKNOWN_MEMBERS),

    /** The last result of a collection, a composite or a page of a query is missing. */
    RESULT_MISSING(Spoiling.RESULT_MISSING),

    /** The last result of a collection, a composite or a page of a query comes twice. */
    RESULT_TWICE(Spoiling.RESULT_TWICE);

    private final Spoiling spoiling;

    Spoiled(Spoiling spoiling) {
        this.spoiling = spoiling;
    }

    Spoiling spoiling() {
        return spoiling;
    }
}
