package com.spara.sf.testkit.soql;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The way from a row up to a parent, over zero or more relationships. */
record Ascent(SoqlTable start, List<Step> steps, boolean includeDeleted) {
    /** One relationship and the object it leads to. */
    record Step(SoqlParent parent, SoqlTable target) {
        @Nullable
        SoqlRow from(SoqlRow row, boolean includeDeleted) {
            Object id = row.value(parent.column());
            return id == null ? null : target.row(id.toString(), includeDeleted).orElse(null);
        }
    }

    static Ascent none(SoqlTable start, boolean includeDeleted) {
        return new Ascent(start, List.of(), includeDeleted);
    }

    Ascent over(SoqlParent parent) {
        SoqlTable target = parent.isPolymorphic()
                ? new NameTable(parent.targets())
                : parent.targets().get(0);
        return new Ascent(
                start,
                Stream.concat(steps.stream(), Stream.of(new Step(parent, target)))
                        .toList(),
                includeDeleted);
    }

    SoqlTable table() {
        return steps.isEmpty() ? start : last().target();
    }

    Step last() {
        return steps.get(steps.size() - 1);
    }

    Ascent butLast() {
        return new Ascent(start, steps.subList(0, steps.size() - 1), includeDeleted);
    }

    /** The row at the end of the way; empty when a relationship on it leads nowhere. */
    @Nullable
    SoqlRow from(SoqlRow row) {
        SoqlRow current = row;
        for (Step step : steps) {
            current = current == null ? null : step.from(current, includeDeleted);
        }
        return current;
    }

    Term<SoqlRow> read(SoqlColumn column) {
        if (steps.isEmpty()) {
            return new Term<>(column.name(), column.type(), column, row -> row.value(column), true);
        }
        return Term.derived(
                prefix() + "." + column.name(),
                column.type(),
                column,
                row -> Optional.ofNullable(from(row))
                        .map(parent -> parent.value(column))
                        .orElse(null));
    }

    String prefix() {
        return steps.stream().map(step -> step.parent().name()).collect(Collectors.joining("."));
    }
}
