package com.spara.sf.testkit.soql;

/** Values from one to another; the last one belongs to it or not. */
record ValueRange(Object from, Object to, boolean isClosed) {
    static ValueRange exactly(Object value) {
        return new ValueRange(value, value, true);
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
