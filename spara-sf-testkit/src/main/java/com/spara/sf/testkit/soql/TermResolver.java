package com.spara.sf.testkit.soql;

/** Finds the meaning of an expression, or refuses it. */
@FunctionalInterface
interface TermResolver<R> {
    Term<R> resolve(Expression expression);
}
