package com.spara.sf.testkit.soql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The meaning of expressions over a group of rows: what is grouped by, and functions over the rows. */
final class GroupTerms implements TermResolver<Group> {
    private final SoqlText text;
    private final RowTerms rows;
    private final List<Term<SoqlRow>> grouped;
    private final List<Aggregation> aggregations = new ArrayList<>();

    GroupTerms(SoqlText text, RowTerms rows, List<Term<SoqlRow>> grouped) {
        this.text = text;
        this.rows = rows;
        this.grouped = grouped;
    }

    /** What is to be reckoned over each group, as far as it was asked for until now. */
    List<Aggregation> aggregations() {
        return List.copyOf(aggregations);
    }

    @Override
    public Term<Group> resolve(Expression expression) {
        if (!(expression instanceof Expression.Call call)) {
            return key(rows.resolve(expression), expression);
        }
        if (call.is(RowTerms.FORMAT) && call.arguments().size() == 1) {
            return resolve(call.arguments().get(0));
        }
        if (call.is(RowTerms.TO_LABEL) && call.arguments().size() == 1) {
            return label(resolve(call.arguments().get(0)));
        }
        Optional<AggregateFunction> function =
                AggregateFunction.of(call.function().text());
        return function.map(f -> aggregate(f, call)).orElseGet(() -> key(rows.resolve(call), call));
    }

    private static Term<Group> label(Term<Group> term) {
        return Term.derived(
                term.name(),
                SoqlType.STRING,
                term.column(),
                group -> Optional.ofNullable(term.reading().of(group))
                        .map(value -> RowTerms.labelOf(term.column(), value))
                        .orElse(null));
    }

    private Term<Group> key(Term<SoqlRow> term, Expression expression) {
        for (int i = 0; i < grouped.size(); i++) {
            if (grouped.get(i).name().equals(term.name())) {
                int index = i;
                return Term.derived(term.name(), term.type(), term.column(), group -> group.key(index));
            }
        }
        throw text.malformed(expression.position(), "Field must be grouped or aggregated: " + term.name());
    }

    private Term<Group> aggregate(AggregateFunction function, Expression.Call call) {
        if (call.arguments().size() != 1) {
            throw text.malformed(call.position(), function + "() takes exactly one field");
        }
        Term<SoqlRow> argument = rows.resolve(call.arguments().get(0));
        if (!function.takes(argument)) {
            throw text.malformed(
                    call.position(), "field " + argument.name() + " does not support aggregate operator " + function);
        }
        int index = index(new Aggregation(function, argument));
        String name = function + "(" + argument.name() + ")";
        return Term.derived(name, function.type(argument.type()), argument.column(), group -> group.result(index));
    }

    private int index(Aggregation wanted) {
        for (int i = 0; i < aggregations.size(); i++) {
            if (aggregations.get(i).isSame(wanted)) {
                return i;
            }
        }
        aggregations.add(wanted);
        return aggregations.size() - 1;
    }

    /** One function over one argument. */
    record Aggregation(AggregateFunction function, Term<SoqlRow> argument) {
        boolean isSame(Aggregation other) {
            return function == other.function && argument.name().equals(other.argument.name());
        }

        Accumulator start() {
            return function.over(argument.rules());
        }
    }
}
