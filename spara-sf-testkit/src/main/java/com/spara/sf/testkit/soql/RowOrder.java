package com.spara.sf.testkit.soql;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The order that ORDER BY asks for; rows that it does not tell apart keep the order they had. */
final class RowOrder<R> {
    private final List<Key<R>> keys = new ArrayList<>();

    RowOrder(List<OrderItem> items, TermResolver<R> terms) {
        items.forEach(item -> keys.add(new Key<>(terms.resolve(item.expression()), item)));
    }

    Stream<R> sort(Stream<R> rows) {
        return keys.isEmpty()
                ? rows
                : rows.map(this::keyed).sorted(comparator()).map(Keyed::row);
    }

    /** By what is sorted first, if that is ascending and the rows that have no value come first. */
    Optional<Term<R>> leading() {
        return keys.stream()
                .limit(1)
                .filter(key -> key.isPlainlyAscending)
                .map(key -> key.term)
                .findFirst();
    }

    /** Of rows that come in the order of {@link #leading()}, so many that the rest cannot come before them. */
    Stream<R> beginning(Stream<R> rows, long most) {
        List<R> first = new ArrayList<>();
        for (Iterator<R> all = rows.iterator(); all.hasNext(); ) {
            R row = all.next();
            if (first.size() >= most && (first.isEmpty() || keys.get(0).isBefore(first.get(first.size() - 1), row))) {
                break;
            }
            first.add(row);
        }
        return first.stream();
    }

    private Keyed<R> keyed(R row) {
        List<@Nullable Object> values = new ArrayList<>(keys.size());
        keys.forEach(key -> values.add(key.value(row)));
        return new Keyed<>(row, values);
    }

    private Comparator<Keyed<R>> comparator() {
        return (left, right) -> {
            int order = 0;
            for (int i = 0; i < keys.size() && order == 0; i++) {
                order = keys.get(i).compare(left.values().get(i), right.values().get(i));
            }
            return order;
        };
    }

    /** A row with what it is sorted by, read once. */
    private record Keyed<R>(R row, List<@Nullable Object> values) {}

    private static final class Key<R> {
        private final Term<R> term;
        private final boolean isPlainlyAscending;
        private final Reading<R> reading;
        private final Comparator<Object> comparator;
        private final boolean isNullsLast;

        Key(Term<R> term, OrderItem item) {
            this.term = term;
            isPlainlyAscending = term.isPlain() && !item.isDescending() && !item.isNullsLast();
            reading = term.reading();
            Comparator<Object> ascending = ascending(term);
            comparator = item.isDescending() ? ascending.reversed() : ascending;
            isNullsLast = item.isNullsLast();
        }

        /** Picklists sort as the admin arranged their values, unknown values last. */
        private static <R> Comparator<Object> ascending(Term<R> term) {
            Comparator<Object> byValue = term.rules()::compare;
            List<String> values =
                    term.type() == SoqlType.PICKLIST ? term.column().picklistValues() : List.of();
            Map<Object, Integer> ranks = new HashMap<>();
            values.forEach(value -> ranks.putIfAbsent(value, ranks.size()));
            Comparator<Object> byRank = Comparator.comparingInt(value -> ranks.getOrDefault(value, ranks.size()));
            return byRank.thenComparing(byValue);
        }

        @Nullable
        Object value(R row) {
            return reading.of(row);
        }

        boolean isBefore(R left, R right) {
            return compare(value(left), value(right)) < 0;
        }

        int compare(@Nullable Object left, @Nullable Object right) {
            if (left != null && right != null) {
                return comparator.compare(left, right);
            }
            int nullFirst = Boolean.compare(right == null, left == null);
            return isNullsLast ? -nullFirst : nullFirst;
        }
    }
}
