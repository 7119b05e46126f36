package com.spara.sf.testkit.soql;

import java.util.function.Predicate;

/** What a field is used for, which its describe may forbid. */
enum Usage {
    FILTERED("filtered", SoqlColumn::isFilterable),
    SORTED("sorted", SoqlColumn::isSortable),
    GROUPED("grouped", SoqlColumn::isGroupable);

    private final String verb;
    private final Predicate<SoqlColumn> isAllowed;

    Usage(String verb, Predicate<SoqlColumn> isAllowed) {
        this.verb = verb;
        this.isAllowed = isAllowed;
    }

    /** The same meanings, but only of fields that may be used so. */
    <R> TermResolver<R> checked(SoqlText text, TermResolver<R> terms) {
        return expression -> {
            Term<R> term = terms.resolve(expression);
            if (!allows(expression, term) || isCompound(term.type())) {
                throw text.invalidField(
                        expression.position(),
                        "field '" + term.column().name() + "' can not be " + verb + " in a query call");
            }
            return term;
        };
    }

    /** A date-time itself cannot be grouped by, its year or its day can. */
    private boolean allows(Expression expression, Term<?> term) {
        boolean isPart = expression instanceof Expression.Call && term.column().type() == SoqlType.DATETIME;
        return isAllowed.test(term.column()) || this == GROUPED && isPart;
    }

    /** Their flags are set for the sake of DISTANCE, which the fake org has not. */
    private static boolean isCompound(SoqlType type) {
        return type == SoqlType.ADDRESS || type == SoqlType.OTHER;
    }
}
