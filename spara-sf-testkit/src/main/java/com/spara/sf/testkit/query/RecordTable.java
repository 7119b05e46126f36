package com.spara.sf.testkit.query;

import com.spara.sf.testkit.records.Question;
import com.spara.sf.testkit.records.Records;
import com.spara.sf.testkit.records.Row;
import com.spara.sf.testkit.schema.ChildRelationship;
import com.spara.sf.testkit.schema.Field;
import com.spara.sf.testkit.schema.SObject;
import com.spara.sf.testkit.soql.SoqlChild;
import com.spara.sf.testkit.soql.SoqlColumn;
import com.spara.sf.testkit.soql.SoqlParent;
import com.spara.sf.testkit.soql.SoqlRow;
import com.spara.sf.testkit.soql.SoqlTable;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One object and its records, as the query language sees them. */
final class RecordTable implements SoqlTable {
    private final SObject type;
    private final RecordTables tables;
    private final Records records;
    private final Map<String, SoqlColumn> columns = new LinkedHashMap<>();

    RecordTable(SObject type, RecordTables tables, Records records) {
        this.type = type;
        this.tables = tables;
        this.records = records;
        type.fields().forEach(field -> columns.put(field.name(), new FieldColumn(field, this::areIdsSortedByCase)));
    }

    private boolean areIdsSortedByCase() {
        return records.answers().is(Question.IDS_SORT_BY_CASE);
    }

    @Override
    public String name() {
        return type.name();
    }

    @Override
    public List<SoqlColumn> columns() {
        return List.copyOf(columns.values());
    }

    @Override
    public Optional<SoqlColumn> column(String name) {
        return type.field(name).flatMap(this::column);
    }

    private Optional<SoqlColumn> column(Field field) {
        return Optional.ofNullable(columns.get(field.name()));
    }

    @Override
    public Optional<SoqlParent> parent(String relationshipName) {
        return type.fields().stream()
                .filter(field -> field.relationshipName()
                        .filter(relationshipName::equalsIgnoreCase)
                        .isPresent())
                .findFirst()
                .flatMap(this::parent);
    }

    /** Objects that this fake does not have cannot be the parent of anything in it. */
    private Optional<SoqlParent> parent(Field field) {
        List<SoqlTable> targets = field.referenceTo().stream()
                .flatMap(name -> tables.table(name).stream())
                .toList();
        return targets.isEmpty()
                ? Optional.empty()
                : column(field)
                        .flatMap(column -> field.relationshipName().map(name -> new SoqlParent(name, column, targets)));
    }

    @Override
    public Optional<SoqlChild> child(String relationshipName) {
        return tables.current().children(type).stream()
                .filter(child -> child.field()
                        .childRelationshipName()
                        .filter(relationshipName::equalsIgnoreCase)
                        .isPresent())
                .findFirst()
                .flatMap(this::child);
    }

    private Optional<SoqlChild> child(ChildRelationship relation) {
        SoqlTable below = tables.table(relation.child());
        return below.column(relation.field().name())
                .flatMap(column ->
                        relation.field().childRelationshipName().map(name -> new SoqlChild(name, below, column)));
    }

    @Override
    public Stream<SoqlRow> rows(boolean includeDeleted) {
        return visible(records.rows(type), includeDeleted);
    }

    @Override
    public Optional<Stream<SoqlRow>> rowsWhere(SoqlColumn column, Collection<?> values, boolean includeDeleted) {
        return column instanceof FieldColumn known
                ? records.rowsWhere(type, known.field(), values).map(rows -> visible(rows, includeDeleted))
                : Optional.empty();
    }

    @Override
    public Optional<Stream<SoqlRow>> rowsFrom(SoqlColumn column, @Nullable Object from, boolean includeDeleted) {
        return column instanceof FieldColumn known
                ? records.rowsFrom(type, known.field(), from).map(rows -> visible(rows, includeDeleted))
                : Optional.empty();
    }

    @Override
    public Optional<SoqlRow> row(String id, boolean includeDeleted) {
        return records.find(id)
                .filter(row -> row.type().name().equals(type.name()))
                .filter(row -> isVisible(row, includeDeleted))
                .map(row -> new StoredRow(row));
    }

    private Stream<SoqlRow> visible(Stream<Row> rows, boolean includeDeleted) {
        return rows.filter(row -> isVisible(row, includeDeleted)).map(row -> new StoredRow(row));
    }

    private boolean isVisible(Row row, boolean includeDeleted) {
        return (includeDeleted || !row.isDeleted()) && tables.sees(row);
    }
}
