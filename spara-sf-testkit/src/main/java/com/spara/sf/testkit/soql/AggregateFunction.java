package com.spara.sf.testkit.soql;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;

/** The functions over a group of rows. */
enum AggregateFunction {
    COUNT,
    COUNT_DISTINCT,
    SUM,
    AVG,
    MIN,
    MAX;

    static Optional<AggregateFunction> of(String name) {
        return Arrays.stream(values())
                .filter(function -> function.name().equalsIgnoreCase(name))
                .findFirst();
    }

    boolean takes(Term<?> term) {
        if (!term.column().isAggregatable()) {
            return false;
        }
        return switch (this) {
            case COUNT, COUNT_DISTINCT -> true;
            case SUM, AVG -> term.type().isNumber();
            case MIN, MAX -> term.type() != SoqlType.BOOLEAN && term.type() != SoqlType.MULTIPICKLIST;
        };
    }

    SoqlType type(SoqlType argument) {
        return switch (this) {
            case COUNT, COUNT_DISTINCT -> SoqlType.INT;
            case AVG -> SoqlType.DOUBLE;
            case SUM, MIN, MAX -> argument;
        };
    }

    Accumulator over(ValueRules rules) {
        return switch (this) {
            case COUNT -> new Accumulator.Count();
            case COUNT_DISTINCT -> new Accumulator.Distinct(rules);
            case SUM -> new Accumulator.Sum(false);
            case AVG -> new Accumulator.Sum(true);
            case MIN -> new Accumulator.Extreme(rules, -1);
            case MAX -> new Accumulator.Extreme(rules, 1);
        };
    }

    /** Counts are numbers like all others. */
    static BigDecimal number(int count) {
        return BigDecimal.valueOf(count);
    }
}
