package com.spara.sf.testkit.soql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The values of an IN list: hashed where they are single values, ranges where they are named dates. */
record ValueSet(Set<Object> keys, List<ValueRange> ranges, boolean hasNull) {
    boolean contains(@Nullable Object value, ValueRules rules) {
        if (value == null) {
            return hasNull;
        }
        return keys.contains(rules.key(value)) || isWithin(value, rules);
    }

    private boolean isWithin(Object value, ValueRules rules) {
        return !ranges.isEmpty() && ranges.stream().anyMatch(range -> range.contains(value, rules));
    }

    Optional<Set<Object>> onlyKeys() {
        return hasNull || !ranges.isEmpty() ? Optional.empty() : Optional.of(keys);
    }

    /** Takes value by value: null, a range, or a single value. */
    static final class Builder {
        private final ValueRules rules;
        private final Set<Object> keys = new HashSet<>();
        private final List<ValueRange> ranges = new ArrayList<>();
        private boolean hasNull;

        Builder(ValueRules rules) {
            this.rules = rules;
        }

        void add(@Nullable Object value) {
            if (value == null) {
                hasNull = true;
            } else if (value instanceof ValueRange range) {
                ranges.add(range);
            } else {
                keys.add(rules.key(value));
            }
        }

        ValueSet build() {
            return new ValueSet(keys, List.copyOf(ranges), hasNull);
        }
    }
}
