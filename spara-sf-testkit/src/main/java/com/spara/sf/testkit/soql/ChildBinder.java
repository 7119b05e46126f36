package com.spara.sf.testkit.soql;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the meaning of a query within SELECT. */
final class ChildBinder {
    private final Scope outer;
    private final Subqueries subqueries;

    /** Takes the counter of the level that the query is on. */
    ChildBinder(Scope outer, Subqueries subqueries) {
        this.outer = outer;
        this.subqueries = subqueries;
    }

    void select(Query query, Query outerQuery, ProjectionBuilder projection) {
        SoqlChild child = Tables.child(outer, query.from());
        check(query, outerQuery);
        Scope scope = new Scope(outer.context(), child.table(), query.from());
        RowPlan plan = new RowBinder(scope, subqueries).plan(query);
        Selection selection = Selection.of(scope, query, new SemiJoins(scope));
        ChildRows children = new ChildRows(child, outer.context().includeDeleted());
        projection.add(child.name(), row -> answer(plan, selection, children.of(row)));
    }

    private static void check(Query query, Query outerQuery) {
        if (Aggregates.isCount(query) || Aggregates.isAggregate(query)) {
            throw SoqlText.malformed("only root queries support aggregate expressions");
        }
        Query.Count outerLimit = outerQuery.window().limit();
        if (query.window().offset() != null && (outerLimit == null || outerLimit.value() != 1)) {
            throw SoqlText.malformed("OFFSET in a subquery needs LIMIT 1 in the query around it");
        }
    }

    /** No children are null, not an empty list. All are read at once, together with the record above them. */
    private static @Nullable SoqlResult answer(RowPlan plan, Selection selection, Stream<SoqlRow> children) {
        try (children) {
            SoqlResult result = plan.answer(selection.among(children));
            return result.totalSize() == 0 ? null : SoqlResult.of(List.copyOf(result.records()));
        }
    }
}
