package com.spara.sf.testkit.soql;

import java.math.BigDecimal;
import java.util.Comparator;

/** When two values of a column are equal, and which of them comes first. */
record ValueRules(SoqlType type, boolean isCaseSensitive, boolean areIdsSortedByCase) {
    private static final Comparator<String> LETTER_BY_LETTER =
            String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.naturalOrder());

    /** Two values are equal when their keys are. */
    Object key(Object value) {
        if (value instanceof String text) {
            return ignoresCase() ? Fold.fold(text) : text;
        }
        return value instanceof BigDecimal number ? number.stripTrailingZeros() : value;
    }

    int compare(Object left, Object right) {
        if (left instanceof String a && right instanceof String b && ignoresCase()) {
            return String.CASE_INSENSITIVE_ORDER.compare(a, b);
        }
        if (left instanceof String a && right instanceof String b && type.isId() && !areIdsSortedByCase) {
            return LETTER_BY_LETTER.compare(a, b);
        }
        return natural().compare(left, right);
    }

    private boolean ignoresCase() {
        return !isCaseSensitive && !type.isId();
    }

    /** Values of one column are always of one class, each comparable with its own kind. */
    @SuppressWarnings("unchecked")
    private static Comparator<Object> natural() {
        return (Comparator<Object>) (Comparator<?>) Comparator.naturalOrder();
    }
}
