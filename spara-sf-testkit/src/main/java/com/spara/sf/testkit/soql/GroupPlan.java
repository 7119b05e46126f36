package com.spara.sf.testkit.soql;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A query for groups of rows, ready to be answered. */
record GroupPlan(Grouper grouper, Output output, Map<String, Reading<Group>> selected) implements Plan {
    /** Which groups are in the answer. */
    record Output(Optional<Filter<Group>> having, RowOrder<Group> order, Bounds bounds) {
        Stream<Group> of(Stream<Group> groups) {
            return bounds.of(order.sort(having.map(groups::filter).orElse(groups)));
        }
    }

    @Override
    public SoqlResult answer(Stream<SoqlRow> rows) {
        return SoqlResult.of(
                output.of(grouper.group(rows).stream()).map(this::record).toList());
    }

    private SoqlRecord record(Group group) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        selected.forEach((name, reading) -> fields.put(name, reading.of(group)));
        return SoqlRecord.aggregate(fields);
    }
}
