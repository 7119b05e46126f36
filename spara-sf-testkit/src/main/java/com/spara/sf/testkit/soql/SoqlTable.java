package com.spara.sf.testkit.soql;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One object that can be queried: its columns, its relationships, its rows. Names are found in any case. */
public interface SoqlTable {
    /** The object's API name, as it is written in results. */
    String name();

    /** Every visible column, in the order in which {@code FIELDS(ALL)} lists them. */
    List<SoqlColumn> columns();

    /** The column of this API name. */
    Optional<SoqlColumn> column(String name);

    /** The relationship upwards of this name: {@code Account}, {@code Owner}, {@code Region__r}. */
    Optional<SoqlParent> parent(String relationshipName);

    /** The relationship downwards of this name: {@code Contacts}, {@code Visits__r}. */
    Optional<SoqlChild> child(String relationshipName);

    /** All rows, in a stable order; deleted ones only when asked for. Read once, then closed. */
    Stream<SoqlRow> rows(boolean includeDeleted);

    /**
     * The rows whose column holds one of these values, from an index; empty when the column has no index. Values are
     * never null and have the column's own type; ids have 18 characters; texts are in any case and match in any case.
     * The stream may hold further rows, since each one is checked again.
     */
    Optional<Stream<SoqlRow>> rowsWhere(SoqlColumn column, Collection<?> values, boolean includeDeleted);

    /**
     * The rows in ascending order of a column, from a value on, or all without one; empty when the table does not keep them in that
     * order. The stream may hold further rows at its beginning.
     */
    default Optional<Stream<SoqlRow>> rowsFrom(SoqlColumn column, @Nullable Object from, boolean includeDeleted) {
        return Optional.empty();
    }

    /** The row with this 18-character id; a deleted one only when asked for. */
    Optional<SoqlRow> row(String id, boolean includeDeleted);
}
