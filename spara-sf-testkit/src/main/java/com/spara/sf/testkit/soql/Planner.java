package com.spara.sf.testkit.soql;

import java.util.Optional;
import java.util.stream.Stream;

/** Decides how a query is answered, and answers it. */
final class Planner {
    private final QueryContext context;

    Planner(QueryContext context) {
        this.context = context;
    }

    SoqlResult answer(Query query) {
        Scope scope = new Scope(context, Tables.named(context, query.from().source()), query.from());
        Plan plan = plan(scope, query);
        Selection selection = Selection.of(scope, query, new SemiJoins(scope));
        Optional<Stream<SoqlRow>> sorted = plan.leading().flatMap(selection::sortedBy);
        try (Stream<SoqlRow> rows = sorted.orElseGet(selection::rows)) {
            return sorted.isPresent() ? plan.answerSorted(rows) : plan.answer(rows);
        }
    }

    private static Plan plan(Scope scope, Query query) {
        if (Aggregates.isCount(query)) {
            return CountPlan.of(query);
        }
        return Aggregates.isAggregate(query)
                ? new GroupBinder(scope, query).plan()
                : new RowBinder(scope, Subqueries.root()).plan(query);
    }
}
