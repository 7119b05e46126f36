package com.spara.sf.testkit.soql;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Collects what was selected of an object and of its parents, and refuses what was selected twice. */
final class ProjectionBuilder {
    private final SoqlTable table;
    private final boolean includeDeleted;
    private final Map<String, Supplier<Reading<SoqlRow>>> parts = new LinkedHashMap<>();
    private final Map<String, ProjectionBuilder> parents = new HashMap<>();

    ProjectionBuilder(SoqlTable table, boolean includeDeleted) {
        this.table = table;
        this.includeDeleted = includeDeleted;
    }

    /** A value of this row, under a name. */
    void add(String name, Reading<SoqlRow> reading) {
        if (parts.putIfAbsent(name, () -> reading) != null) {
            throw new SoqlException("INVALID_FIELD", "duplicate field selected: " + name);
        }
    }

    /** The projection of a parent, to which its own fields are added. */
    ProjectionBuilder at(Ascent ascent) {
        ProjectionBuilder builder = this;
        for (Ascent.Step step : ascent.steps()) {
            builder = builder.parent(step);
        }
        return builder;
    }

    private ProjectionBuilder parent(Ascent.Step step) {
        String name = step.parent().name();
        if (!parents.containsKey(name)) {
            ProjectionBuilder parent = new ProjectionBuilder(step.target(), includeDeleted);
            parents.put(name, parent);
            if (parts.putIfAbsent(name, () -> parent.from(step)) != null) {
                throw new SoqlException("INVALID_FIELD", "duplicate field selected: " + name);
            }
        }
        return parents.get(name);
    }

    private Reading<SoqlRow> from(Ascent.Step step) {
        Projection projection = build();
        return row -> projection.ofNullable(step.from(row, includeDeleted));
    }

    Projection build() {
        Map<String, Reading<SoqlRow>> readings = new LinkedHashMap<>();
        parts.forEach((name, part) -> readings.put(name, part.get()));
        return new Projection(table.name(), Collections.unmodifiableMap(readings));
    }
}
