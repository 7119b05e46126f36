package com.spara.sf.testkit.soql;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Values from one to another; the last one belongs to it or not. */
record ValueRange(Object from, Object to, boolean isClosed) {
    static ValueRange exactly(Object value) {
        return new ValueRange(value, value, true);
    }

    /** A value below which nothing of a plain term passes a filter; null if none is known. */
    static <R> @Nullable Object lowest(Filter<R> filter, Term<R> term) {
        if (filter instanceof Filter.All<R> all) {
            return all.parts().stream()
                    .map(part -> lowest(part, term))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }
        return filter instanceof Filter.Comparison<R> comparison
                        && comparison.term().isPlain()
                        && comparison.term().name().equals(term.name())
                ? comparison.test().lowest()
                : null;
    }

    static ValueRange before(Object from, Object end) {
        return new ValueRange(from, end, false);
    }

    boolean contains(Object value, ValueRules rules) {
        return startsAtOrBefore(value, rules) && !endsBefore(value, rules);
    }

    boolean startsAtOrBefore(Object value, ValueRules rules) {
        return rules.compare(from, value) <= 0;
    }

    boolean endsBefore(Object value, ValueRules rules) {
        int order = rules.compare(to, value);
        return isClosed ? order < 0 : order <= 0;
    }
}
