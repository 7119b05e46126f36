package com.spara.sf.testkit.soql;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a comparison asks of the value on its left. */
sealed interface ValueTest {
    boolean test(@Nullable Object value);

    /** The only values that pass, when they can be listed: then an index can find the rows. */
    default Optional<Set<Object>> onlyValues() {
        return Optional.empty();
    }

    /** A value below which none passes; null if there is none. */
    default @Nullable Object lowest() {
        return null;
    }

    /**
     * {@code =}, {@code !=}, {@code IN}, {@code NOT IN}: as in Salesforce, and unlike SQL, a null differs from every
     * value.
     */
    record Membership(ValueRules rules, ValueSet values, boolean isNegative) implements ValueTest {
        @Override
        public boolean test(@Nullable Object value) {
            return values.contains(value, rules) != isNegative;
        }

        @Override
        public Optional<Set<Object>> onlyValues() {
            return isNegative ? Optional.empty() : values.onlyKeys();
        }
    }

    /** {@code <}, {@code <=}, {@code >}, {@code >=}: a null never passes. */
    record Order(ValueRules rules, Operator operator, ValueRange range) implements ValueTest {
        @Override
        public boolean test(@Nullable Object value) {
            if (value == null) {
                return false;
            }
            return switch (operator) {
                case LESS -> !range.startsAtOrBefore(value, rules);
                case LESS_OR_EQUAL -> !range.endsBefore(value, rules);
                case GREATER -> range.endsBefore(value, rules);
                default -> range.startsAtOrBefore(value, rules);
            };
        }

        @Override
        public @Nullable Object lowest() {
            return operator == Operator.GREATER || operator == Operator.GREATER_OR_EQUAL ? range.from() : null;
        }
    }

    /** {@code LIKE}: a null never passes. */
    record Like(Wildcard pattern) implements ValueTest {
        @Override
        public boolean test(@Nullable Object value) {
            return value instanceof String text && pattern.matches(text);
        }
    }

    /** {@code INCLUDES} and {@code EXCLUDES}: each alternative is a set of values that must all be chosen. */
    record Choices(List<Set<String>> alternatives, boolean isNegative) implements ValueTest {
        static Set<String> split(String joined) {
            return new HashSet<>(Arrays.asList(Fold.fold(joined).split(";", -1)));
        }

        @Override
        public boolean test(@Nullable Object value) {
            return (value instanceof String text && isChosen(split(text))) != isNegative;
        }

        private boolean isChosen(Set<String> chosen) {
            return alternatives.stream().anyMatch(chosen::containsAll);
        }
    }

    /** A checkbox without a value, as on a parent that is not there, counts as not ticked. */
    record NullAsFalse(ValueTest test) implements ValueTest {
        @Override
        public boolean test(@Nullable Object value) {
            return test.test(value == null ? Boolean.FALSE : value);
        }
    }
}
