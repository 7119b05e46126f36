package com.spara.sf.testkit.soql;

import java.util.List;
import java.util.function.Predicate;

/** A condition whose meaning is known: asked of a row, it says yes or no. */
sealed interface Filter<R> extends Predicate<R> {
    record All<R>(List<Filter<R>> parts) implements Filter<R> {
        @Override
        public boolean test(R row) {
            for (Filter<R> part : parts) {
                if (!part.test(row)) {
                    return false;
                }
            }
            return true;
        }
    }

    record Any<R>(List<Filter<R>> parts) implements Filter<R> {
        @Override
        public boolean test(R row) {
            for (Filter<R> part : parts) {
                if (part.test(row)) {
                    return true;
                }
            }
            return false;
        }
    }

    record Not<R>(Filter<R> part) implements Filter<R> {
        @Override
        public boolean test(R row) {
            return !part.test(row);
        }
    }

    record Comparison<R>(Term<R> term, ValueTest test) implements Filter<R> {
        @Override
        public boolean test(R row) {
            return test.test(term.reading().of(row));
        }
    }
}
