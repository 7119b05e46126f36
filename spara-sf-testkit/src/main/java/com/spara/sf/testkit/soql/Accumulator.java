package com.spara.sf.testkit.soql;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes the values of a group one by one, never a null, and gives the value of the function. */
sealed interface Accumulator {
    void add(Object value);

    @Nullable
    Object result();

    /** {@code COUNT}. */
    final class Count implements Accumulator {
        private int count;

        @Override
        public void add(Object value) {
            count++;
        }

        @Override
        public Object result() {
            return AggregateFunction.number(count);
        }
    }

    /** {@code COUNT_DISTINCT}. */
    final class Distinct implements Accumulator {
        private final ValueRules rules;
        private final Set<Object> seen = new HashSet<>();

        Distinct(ValueRules rules) {
            this.rules = rules;
        }

        @Override
        public void add(Object value) {
            seen.add(rules.key(value));
        }

        @Override
        public Object result() {
            return AggregateFunction.number(seen.size());
        }
    }

    /** {@code SUM} and {@code AVG}, null over no values. */
    final class Sum implements Accumulator {
        private final boolean isMean;
        private BigDecimal sum = BigDecimal.ZERO;
        private int count;

        Sum(boolean isMean) {
            this.isMean = isMean;
        }

        @Override
        public void add(Object value) {
            sum = sum.add((BigDecimal) value);
            count++;
        }

        @Override
        public @Nullable Object result() {
            if (count == 0) {
                return null;
            }
            return isMean ? sum.divide(BigDecimal.valueOf(count), MathContext.DECIMAL64) : sum;
        }
    }

    /** {@code MIN} and {@code MAX}, null over no values. */
    final class Extreme implements Accumulator {
        private final ValueRules rules;
        private final int direction;
        private @Nullable Object best;

        Extreme(ValueRules rules, int direction) {
            this.rules = rules;
            this.direction = direction;
        }

        @Override
        public void add(Object value) {
            if (best == null || Integer.signum(rules.compare(value, best)) == direction) {
                best = value;
            }
        }

        @Override
        public @Nullable Object result() {
            return best;
        }
    }
}
