package com.spara.sf.testkit.soql;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the meaning of a query for groups of rows. */
final class GroupBinder {
    private final QueryContext context;
    private final Query query;
    private final List<Term<SoqlRow>> grouped;
    private final GroupTerms terms;
    private final Map<String, Reading<Group>> selected = new LinkedHashMap<>();
    private int unnamed;

    GroupBinder(Scope scope, Query query) {
        this.context = scope.context();
        this.query = query;
        RowTerms rows = new RowTerms(scope);
        TermResolver<SoqlRow> groupable = Usage.GROUPED.checked(context.text(), rows);
        this.grouped = query.grouping().by().stream().map(groupable::resolve).toList();
        this.terms = new GroupTerms(context.text(), rows, grouped);
    }

    GroupPlan plan() {
        checkWindow();
        query.select().forEach(this::select);
        Optional<Filter<Group>> having =
                Optional.ofNullable(query.grouping().having()).map(this::having);
        RowOrder<Group> order = new RowOrder<>(query.orderBy(), terms);
        GroupPlan.Output output = new GroupPlan.Output(having, order, Bounds.of(query.window()));
        return new GroupPlan(new Grouper(grouped, terms.aggregations()), output, Collections.unmodifiableMap(selected));
    }

    private void checkWindow() {
        if (grouped.isEmpty() && query.window().limit() != null) {
            throw SoqlText.malformed("Non-grouped query that uses overall aggregate functions cannot also use LIMIT");
        }
    }

    private Filter<Group> having(Condition condition) {
        return new FilterBinder<>(context, terms, (left, inner) -> {
                    throw context.text().malformed(left.position(), "semi join sub-selects are only allowed in WHERE");
                })
                .bind(condition);
    }

    private void select(SelectItem item) {
        if (!(item instanceof SelectItem.Value value)) {
            throw SoqlText.malformed("subqueries and TYPEOF cannot be used with GROUP BY or aggregate functions");
        }
        refuseFields(value.expression());
        Term<Group> term = terms.resolve(value.expression());
        String name = value.alias() == null
                ? name(value.expression(), term)
                : value.alias().text();
        if (selected.putIfAbsent(name, term.reading()) != null) {
            throw context.text().malformed(position(value), "duplicate alias: " + name);
        }
    }

    private static int position(SelectItem.Value value) {
        return value.alias() == null
                ? value.expression().position()
                : value.alias().position();
    }

    private void refuseFields(Expression expression) {
        if (expression instanceof Expression.Call call && call.is(RowBinder.FIELDS)) {
            throw context.text().malformed(call.position(), "Field must be grouped or aggregated: FIELDS()");
        }
    }

    private String name(Expression expression, Term<Group> term) {
        return expression instanceof Expression.Path ? term.column().name() : "expr" + unnamed++;
    }
}
