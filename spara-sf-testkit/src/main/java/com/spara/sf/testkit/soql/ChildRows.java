package com.spara.sf.testkit.soql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows below a row: from an index, or else from one reading of all rows that serves every row above. */
final class ChildRows {
    private final SoqlChild child;
    private final boolean includeDeleted;
    private @Nullable Map<Object, List<SoqlRow>> byParent;

    ChildRows(SoqlChild child, boolean includeDeleted) {
        this.child = child;
        this.includeDeleted = includeDeleted;
    }

    Stream<SoqlRow> of(SoqlRow parent) {
        return child.table()
                .rowsWhere(child.column(), Set.of(parent.id()), includeDeleted)
                .map(rows -> rows.filter(row -> parent.id().equals(row.value(child.column()))))
                .orElseGet(() -> grouped().getOrDefault(parent.id(), List.of()).stream());
    }

    private synchronized Map<Object, List<SoqlRow>> grouped() {
        if (byParent == null) {
            byParent = group();
        }
        return byParent;
    }

    private Map<Object, List<SoqlRow>> group() {
        Map<Object, List<SoqlRow>> groups = new HashMap<>();
        try (Stream<SoqlRow> rows = child.table().rows(includeDeleted)) {
            rows.forEach(row -> {
                Object parent = row.value(child.column());
                if (parent != null) {
                    groups.computeIfAbsent(parent, id -> new ArrayList<>()).add(row);
                }
            });
        }
        return groups;
    }
}
