package com.spara.sf.testkit.soql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An object of the {@link TinyOrg}, which counts how often all its rows are read. */
final class TinyTable implements SoqlTable {
    private final String name;
    private final Map<String, TinyColumn> columns = new LinkedHashMap<>();
    private final Map<String, Supplier<SoqlParent>> parents = new HashMap<>();
    private final Map<String, Supplier<SoqlChild>> children = new HashMap<>();
    private final Set<String> indexed = new HashSet<>(Set.of("Id"));
    private final Map<String, TinyRow> rows = new LinkedHashMap<>();
    private int scans;

    TinyTable(String name) {
        this.name = name;
        column("Id", SoqlType.ID);
    }

    TinyTable column(String columnName, SoqlType type) {
        return column(new TinyColumn(columnName, type));
    }

    TinyTable column(TinyColumn column) {
        columns.put(key(column.name()), column);
        return this;
    }

    TinyTable indexed(String... names) {
        indexed.addAll(List.of(names));
        return this;
    }

    void withoutIndexes() {
        indexed.clear();
    }

    TinyTable parent(String relationship, String column, TinyTable... targets) {
        column(column, SoqlType.REFERENCE);
        parents.put(key(relationship), () -> new SoqlParent(relationship, columns.get(key(column)), List.of(targets)));
        return this;
    }

    TinyTable child(String relationship, TinyTable table, String column) {
        children.put(
                key(relationship),
                () -> new SoqlChild(relationship, table, table.column(column).orElseThrow()));
        return this;
    }

    /** Adds a row: its id, then names and values in turn. */
    TinyTable row(String id, Object... namesAndValues) {
        Map<String, Object> values = new HashMap<>();
        values.put("Id", id);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            String columnName = (String) namesAndValues[i];
            if (!columnName.equals("IsDeleted") && column(columnName).isEmpty()) {
                throw new IllegalArgumentException("no column " + columnName);
            }
            values.put(columnName, namesAndValues[i + 1]);
        }
        rows.put(id, new TinyRow(id, name, values));
        return this;
    }

    int scans() {
        return scans;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<SoqlColumn> columns() {
        return List.copyOf(columns.values());
    }

    @Override
    public Optional<SoqlColumn> column(String columnName) {
        return Optional.ofNullable(columns.get(key(columnName)));
    }

    @Override
    public Optional<SoqlParent> parent(String relationship) {
        return Optional.ofNullable(parents.get(key(relationship))).map(Supplier::get);
    }

    @Override
    public Optional<SoqlChild> child(String relationship) {
        return Optional.ofNullable(children.get(key(relationship))).map(Supplier::get);
    }

    @Override
    public Stream<SoqlRow> rows(boolean includeDeleted) {
        scans++;
        return visible(includeDeleted);
    }

    @Override
    public Optional<Stream<SoqlRow>> rowsWhere(SoqlColumn column, Collection<?> values, boolean includeDeleted) {
        if (!indexed.contains(column.name())) {
            return Optional.empty();
        }
        Set<Object> keys = values.stream()
                .map(Objects::requireNonNull)
                .map(TinyTable::folded)
                .collect(Collectors.toSet());
        List<SoqlRow> found = new ArrayList<>();
        visible(includeDeleted)
                .filter(row -> keys.contains(folded(row.value(column))))
                .forEach(found::add);
        return Optional.of(found.stream());
    }

    private Stream<SoqlRow> visible(boolean includeDeleted) {
        return rows.values().stream()
                .filter(row -> includeDeleted || !row.isDeleted())
                .map(SoqlRow.class::cast);
    }

    private static @Nullable Object folded(@Nullable Object value) {
        return value instanceof String text ? text.toLowerCase(Locale.ROOT) : value;
    }

    @Override
    public Optional<SoqlRow> row(String id, boolean includeDeleted) {
        return Optional.<SoqlRow>ofNullable(rows.get(id)).filter(row -> includeDeleted || !((TinyRow) row).isDeleted());
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** A column whose flags are those of its type, but for the two that a test may set. */
    record TinyColumn(String name, SoqlType type, boolean isCaseSensitive, List<String> picklistValues)
            implements SoqlColumn {
        TinyColumn(String name, SoqlType type) {
            this(name, type, false, List.of());
        }

        @Override
        public String label(String value) {
            return "the " + value;
        }
    }

    private record TinyRow(String id, String type, Map<String, Object> values) implements SoqlRow {
        boolean isDeleted() {
            return Boolean.TRUE.equals(values.get("IsDeleted"));
        }

        @Override
        public @Nullable Object value(SoqlColumn column) {
            return values.get(column.name());
        }
    }
}
