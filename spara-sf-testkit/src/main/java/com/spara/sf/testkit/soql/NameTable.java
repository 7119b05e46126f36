package com.spara.sf.testkit.soql;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The virtual object Name: what can be read of a parent whose object is known only row by row. */
final class NameTable implements SoqlTable {
    static final String NAME = "Name";
    private static final String TYPE = "Type";

    private static final List<SoqlColumn> COLUMNS = List.of(
            new Column("Id", SoqlType.ID),
            new Column("Name", SoqlType.STRING),
            new Column("FirstName", SoqlType.STRING),
            new Column("LastName", SoqlType.STRING),
            new Column("MiddleName", SoqlType.STRING),
            new Column("Suffix", SoqlType.STRING),
            new Column(TYPE, SoqlType.PICKLIST),
            new Column("Username", SoqlType.STRING),
            new Column("Email", SoqlType.EMAIL),
            new Column("Phone", SoqlType.PHONE),
            new Column("Title", SoqlType.STRING),
            new Column("Alias", SoqlType.STRING),
            new Column("IsActive", SoqlType.BOOLEAN),
            new Column("ProfileId", SoqlType.REFERENCE),
            new Column("UserRoleId", SoqlType.REFERENCE),
            new Column("LastViewedDate", SoqlType.DATETIME),
            new Column("LastReferencedDate", SoqlType.DATETIME));
    private static final Map<String, SoqlColumn> BY_NAME =
            COLUMNS.stream().collect(Collectors.toMap(c -> c.name().toLowerCase(Locale.ROOT), Function.identity()));
    private static final List<String> PARENTS = List.of("Profile", "UserRole");

    private final List<SoqlTable> targets;

    NameTable(List<SoqlTable> targets) {
        this.targets = targets;
    }

    /** The object of this name that the parent can be of. */
    Optional<SoqlTable> target(String name) {
        return targets.stream()
                .filter(target -> target.name().equalsIgnoreCase(name))
                .findFirst();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<SoqlColumn> columns() {
        return COLUMNS;
    }

    @Override
    public Optional<SoqlColumn> column(String name) {
        return Optional.ofNullable(BY_NAME.get(name.toLowerCase(Locale.ROOT)));
    }

    /** Only users have these two; the reference is read through this table, so the relationship is told anew. */
    @Override
    public Optional<SoqlParent> parent(String relationshipName) {
        return PARENTS.stream()
                .filter(relationshipName::equalsIgnoreCase)
                .flatMap(name -> targets.stream().flatMap(target -> target.parent(name).stream()))
                .findFirst()
                .flatMap(found -> column(found.column().name())
                        .map(reference -> new SoqlParent(found.name(), reference, found.targets())));
    }

    @Override
    public Optional<SoqlChild> child(String relationshipName) {
        return Optional.empty();
    }

    @Override
    public Stream<SoqlRow> rows(boolean includeDeleted) {
        return targets.stream().flatMap(target -> rowsOf(target, target.rows(includeDeleted)));
    }

    @Override
    public Optional<Stream<SoqlRow>> rowsWhere(SoqlColumn column, Collection<?> values, boolean includeDeleted) {
        return Optional.empty();
    }

    @Override
    public Optional<SoqlRow> row(String id, boolean includeDeleted) {
        return targets.stream()
                .flatMap(target -> rowsOf(target, target.row(id, includeDeleted).stream()))
                .findFirst();
    }

    private static Stream<SoqlRow> rowsOf(SoqlTable target, Stream<SoqlRow> rows) {
        return rows.map(row -> new Row(target, row));
    }

    private record Column(String name, SoqlType type) implements SoqlColumn {}

    private record Row(SoqlTable target, SoqlRow row) implements SoqlRow {
        @Override
        public String id() {
            return row.id();
        }

        @Override
        public String type() {
            return row.type();
        }

        /** A queue is a Group, but is called Queue here. Columns of the object itself are read as they are. */
        @Override
        public @Nullable Object value(SoqlColumn column) {
            if (!(column instanceof Column)) {
                return row.value(column);
            }
            if (column.name().equals(TYPE)) {
                return row.type().equals("Group") ? "Queue" : row.type();
            }
            return target.column(column.name()).map(row::value).orElse(null);
        }
    }
}
