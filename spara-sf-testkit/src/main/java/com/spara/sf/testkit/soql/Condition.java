package com.spara.sf.testkit.soql;

import java.util.List;

/** A condition of WHERE or HAVING, as it was written. */
sealed interface Condition {
    record All(List<Condition> parts) implements Condition {}

    record Any(List<Condition> parts) implements Condition {}

    record Not(Condition part) implements Condition {}

    record Comparison(Expression left, Operator operator, Operand right) implements Condition {}

    /** The right-hand side of a comparison. */
    sealed interface Operand {}

    /** One value, or a list of them. */
    record Values(List<Literal> literals) implements Operand {}

    /** The rows of another query. */
    record Subselect(Query query) implements Operand {}
}
