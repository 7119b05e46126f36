package com.spara.sf.client.describe;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Fields by a name of theirs, found without regard to case. Takes one word of memory for each. */
final class FieldTable {

    private final Function<FieldDescribe, String> nameOf;
    private final List<FieldDescribe> ordered;

    FieldTable(Stream<FieldDescribe> fields, Function<FieldDescribe, String> nameOf) {
        this.nameOf = nameOf;
        this.ordered = fields.sorted(Comparator.comparing(nameOf, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    List<FieldDescribe> all() {
        return ordered;
    }

    Optional<FieldDescribe> find(String name) {
        int from = 0;
        int to = ordered.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            int order = name.compareToIgnoreCase(nameOf.apply(ordered.get(middle)));
            if (order == 0) {
                return Optional.of(ordered.get(middle));
            }
            from = order > 0 ? middle + 1 : from;
            to = order < 0 ? middle : to;
        }
        return Optional.empty();
    }
}
