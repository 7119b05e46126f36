package com.spara.sf.testkit.soql;

import java.util.Map;
import java.util.Optional;

/** How a condition compares. */
enum Operator {
    EQUAL,
    NOT_EQUAL,
    LESS,
    LESS_OR_EQUAL,
    GREATER,
    GREATER_OR_EQUAL,
    LIKE,
    IN,
    NOT_IN,
    INCLUDES,
    EXCLUDES;

    private static final Map<String, Operator> SYMBOLS = Map.of(
            "=", EQUAL,
            "!=", NOT_EQUAL,
            "<>", NOT_EQUAL,
            "<", LESS,
            "<=", LESS_OR_EQUAL,
            ">", GREATER,
            ">=", GREATER_OR_EQUAL);

    static Optional<Operator> ofSymbol(String symbol) {
        return Optional.ofNullable(SYMBOLS.get(symbol));
    }

    boolean isNegative() {
        return this == NOT_EQUAL || this == NOT_IN || this == EXCLUDES;
    }

    boolean isMembership() {
        return this == IN || this == NOT_IN;
    }

    boolean isOrdering() {
        return this == LESS || this == LESS_OR_EQUAL || this == GREATER || this == GREATER_OR_EQUAL;
    }

    boolean isMultiValue() {
        return this == INCLUDES || this == EXCLUDES;
    }
}
