package com.spara.sf.testkit.soql;

import java.util.List;
import java.util.Optional;

/** Finds the meaning of a query for rows: what is selected, and in which order. */
final class RowBinder {
    static final String FIELDS = "FIELDS";

    private final Scope scope;
    private final SoqlText text;
    private final RowTerms terms;
    private final Subqueries subqueries;
    private final ProjectionBuilder projection;

    RowBinder(Scope scope, Subqueries subqueries) {
        this.scope = scope;
        this.text = scope.context().text();
        this.terms = new RowTerms(scope);
        this.subqueries = subqueries;
        this.projection = new ProjectionBuilder(scope.table(), scope.context().includeDeleted());
    }

    RowPlan plan(Query query) {
        query.select().forEach(item -> select(item, query));
        RowOrder<SoqlRow> order = new RowOrder<>(query.orderBy(), Usage.SORTED.checked(text, terms));
        return new RowPlan(order, Bounds.of(query.window()), projection.build());
    }

    private void select(SelectItem item, Query query) {
        if (item instanceof SelectItem.Children children) {
            new ChildBinder(scope, subqueries.enter()).select(children.query(), query, projection);
        } else if (item instanceof SelectItem.TypeOf typeOf) {
            new TypeOfBinder(scope).select(typeOf, projection);
        } else {
            value((SelectItem.Value) item, query);
        }
    }

    private void value(SelectItem.Value value, Query query) {
        if (value.expression() instanceof Expression.Path path) {
            refuseAlias(value);
            Scope.Field field = scope.field(path);
            projection.at(field.ascent()).add(field.column().name(), row -> row.value(field.column()));
        } else {
            call((Expression.Call) value.expression(), value, query);
        }
    }

    private void call(Expression.Call call, SelectItem.Value value, Query query) {
        if (!call.is(FIELDS)) {
            shown(call, value);
            return;
        }
        refuseAlias(value);
        List<SoqlColumn> columns = FieldGroup.of(call, text).columns(scope.table(), query);
        columns.forEach(column -> projection.add(column.name(), row -> row.value(column)));
    }

    private void refuseAlias(SelectItem.Value value) {
        if (value.alias() != null) {
            throw text.malformed(value.alias().position(), "only aggregate expressions use field aliasing");
        }
    }

    /** {@code toLabel()} and {@code FORMAT()}: the value stays under the field's name unless an alias is given. */
    private void shown(Expression.Call call, SelectItem.Value value) {
        if (!call.is(RowTerms.TO_LABEL) && !call.is(RowTerms.FORMAT)) {
            throw text.malformed(
                    call.position(),
                    "Field must be grouped or aggregated: "
                            + terms.resolve(call).name());
        }
        boolean isLabel = call.is(RowTerms.TO_LABEL) || terms.isLabel(call.arguments());
        Scope.Field field = scope.field(terms.shown(call));
        String name = Optional.ofNullable(value.alias())
                .map(Name::text)
                .orElse(field.column().name());
        projection.at(field.ascent()).add(name, isLabel ? label(field.column()) : row -> row.value(field.column()));
    }

    private static Reading<SoqlRow> label(SoqlColumn column) {
        return row -> Optional.ofNullable(row.value(column))
                .map(value -> RowTerms.labelOf(column, value))
                .orElse(null);
    }
}
