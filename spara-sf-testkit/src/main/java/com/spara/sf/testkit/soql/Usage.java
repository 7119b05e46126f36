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
            if (!isAllowed.test(term.column()) || isCompound(term.type())) {
                throw text.invalidField(
                        expression.position(),
                        "field '" + term.column().name() + "' can not be " + verb + " in a query call");
            }
            return term;
        };
    }

    /** Their flags are set for the sake of DISTANCE, which the fake org has not. */
    private static boolean isCompound(SoqlType type) {
        return type == SoqlType.ADDRESS || type == SoqlType.OTHER;
    }
}
