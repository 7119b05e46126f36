package com.spara.sf.testkit.soql;

import java.util.List;

/** Finds the meaning of a condition, or refuses it. */
final class FilterBinder<R> {
    private final ValueTests tests;
    private final TermResolver<R> terms;
    private final Subselects subselects;

    FilterBinder(QueryContext context, TermResolver<R> terms, Subselects subselects) {
        this.tests = new ValueTests(context);
        this.terms = terms;
        this.subselects = subselects;
    }

    Filter<R> bind(Condition condition) {
        if (condition instanceof Condition.All all) {
            return new Filter.All<>(bindAll(all.parts()));
        }
        if (condition instanceof Condition.Any any) {
            return new Filter.Any<>(bindAll(any.parts()));
        }
        if (condition instanceof Condition.Not not) {
            return new Filter.Not<>(bind(not.part()));
        }
        return comparison((Condition.Comparison) condition);
    }

    private List<Filter<R>> bindAll(List<Condition> parts) {
        return parts.stream().map(this::bind).toList();
    }

    private Filter<R> comparison(Condition.Comparison comparison) {
        Term<R> term = terms.resolve(comparison.left());
        ValueTests.Left left = new ValueTests.Left(term, comparison.left().position());
        if (comparison.right() instanceof Condition.Subselect subselect) {
            ValueSet values = subselects.values(left, subselect.query());
            return new Filter.Comparison<>(term, membership(term, comparison.operator(), values));
        }
        Condition.Values values = (Condition.Values) comparison.right();
        return new Filter.Comparison<>(term, tests.of(left, comparison.operator(), values.literals()));
    }

    private static ValueTest membership(Term<?> term, Operator operator, ValueSet values) {
        return new ValueTest.Membership(term.rules(), values, operator.isNegative());
    }

    /** Finds the ids that a query within a condition selects, or refuses it. */
    @FunctionalInterface
    interface Subselects {
        ValueSet values(ValueTests.Left left, Query query);
    }
}
