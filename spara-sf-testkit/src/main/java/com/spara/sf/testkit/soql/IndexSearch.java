package com.spara.sf.testkit.soql;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the rows that a condition may let pass without reading all rows, when indexes can tell. */
final class IndexSearch {
    private static final int NEVER = Integer.MAX_VALUE;

    private final SoqlTable table;
    private final boolean includeDeleted;

    IndexSearch(SoqlTable table, boolean includeDeleted) {
        this.table = table;
        this.includeDeleted = includeDeleted;
    }

    /** Whether an index can tell anything of the rows that pass. */
    boolean isPossible(Filter<SoqlRow> filter) {
        return breadth(filter) != NEVER;
    }

    /** A superset of the rows that pass, each once, in the order of their ids; empty when all rows must be read. */
    Optional<Stream<SoqlRow>> candidates(Filter<SoqlRow> filter) {
        return search(filter).map(found -> found.values().stream().sorted(Comparator.comparing(SoqlRow::id)));
    }

    private Optional<Map<String, SoqlRow>> search(Filter<SoqlRow> filter) {
        if (breadth(filter) == NEVER) {
            return Optional.empty();
        }
        if (filter instanceof Filter.All<SoqlRow> all) {
            return narrowest(all.parts());
        }
        if (filter instanceof Filter.Any<SoqlRow> any) {
            return together(any.parts());
        }
        return filter instanceof Filter.Comparison<SoqlRow> comparison ? lookUp(comparison) : Optional.empty();
    }

    /** One part is enough, since the rows it finds are asked the others. */
    private Optional<Map<String, SoqlRow>> narrowest(List<Filter<SoqlRow>> parts) {
        return parts.stream()
                .sorted(Comparator.comparingInt(IndexSearch::breadth))
                .map(this::search)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Map<String, SoqlRow>> together(List<Filter<SoqlRow>> parts) {
        Map<String, SoqlRow> rows = new LinkedHashMap<>();
        for (Filter<SoqlRow> part : parts) {
            Optional<Map<String, SoqlRow>> found = search(part);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            rows.putAll(found.get());
        }
        return Optional.of(rows);
    }

    private Optional<Map<String, SoqlRow>> lookUp(Filter.Comparison<SoqlRow> comparison) {
        Set<Object> values = comparison.test().onlyValues().orElseThrow();
        if (values.isEmpty()) {
            return Optional.of(Map.of());
        }
        return table.rowsWhere(comparison.term().column(), values, includeDeleted)
                .map(IndexSearch::byId);
    }

    private static Map<String, SoqlRow> byId(Stream<SoqlRow> rows) {
        try (rows) {
            return rows.collect(Collectors.toMap(SoqlRow::id, row -> row, (first, again) -> first, LinkedHashMap::new));
        }
    }

    /**
     * How many rows a look-up is likely to find, as far as the kind of field tells; {@code NEVER} when no index can
     * help.
     */
    private static int breadth(Filter<SoqlRow> filter) {
        if (filter instanceof Filter.All<SoqlRow> all) {
            return all.parts().stream().mapToInt(IndexSearch::breadth).min().orElse(NEVER);
        }
        if (filter instanceof Filter.Any<SoqlRow> any) {
            return any.parts().stream().mapToInt(IndexSearch::breadth).max().orElse(NEVER);
        }
        return filter instanceof Filter.Comparison<SoqlRow> comparison ? breadth(comparison) : NEVER;
    }

    private static int breadth(Filter.Comparison<SoqlRow> comparison) {
        if (!comparison.term().isPlain() || comparison.test().onlyValues().isEmpty()) {
            return NEVER;
        }
        return switch (comparison.term().type()) {
            case ID -> 0;
            case REFERENCE -> 2;
            case PICKLIST -> 3;
            default -> 1;
        };
    }
}
