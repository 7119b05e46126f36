package com.spara.sf.testkit.soql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts rows into groups, in the order in which the groups first appear, and reckons over them on the way. */
final class Grouper {
    private final List<Term<SoqlRow>> keys;
    private final List<GroupTerms.Aggregation> aggregations;

    Grouper(List<Term<SoqlRow>> keys, List<GroupTerms.Aggregation> aggregations) {
        this.keys = keys;
        this.aggregations = aggregations;
    }

    /** Without GROUP BY there is exactly one group, even of no rows. */
    Collection<Group> group(Stream<SoqlRow> rows) {
        Map<List<@Nullable Object>, Group> groups = new LinkedHashMap<>();
        if (keys.isEmpty()) {
            groups.put(List.of(), start(List.of()));
        }
        rows.forEach(row -> add(row, groups));
        return groups.values();
    }

    private void add(SoqlRow row, Map<List<@Nullable Object>, Group> groups) {
        Group group = groups.computeIfAbsent(equalValues(row), first -> start(values(row)));
        for (int i = 0; i < aggregations.size(); i++) {
            Object value = aggregations.get(i).argument().reading().of(row);
            add(value, group.accumulators().get(i));
        }
    }

    private List<@Nullable Object> values(SoqlRow row) {
        List<@Nullable Object> values = new ArrayList<>(keys.size());
        keys.forEach(key -> values.add(key.reading().of(row)));
        return values;
    }

    private List<@Nullable Object> equalValues(SoqlRow row) {
        List<@Nullable Object> values = values(row);
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            values.set(i, value == null ? null : keys.get(i).rules().key(value));
        }
        return values;
    }

    private static void add(@Nullable Object value, Accumulator accumulator) {
        if (value != null) {
            accumulator.add(value);
        }
    }

    private Group start(List<@Nullable Object> values) {
        return new Group(
                values, aggregations.stream().map(GroupTerms.Aggregation::start).toList());
    }
}
