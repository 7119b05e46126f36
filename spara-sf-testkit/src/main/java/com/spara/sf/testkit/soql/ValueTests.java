package com.spara.sf.testkit.soql;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Makes the test of a comparison, when operator and values suit the type on its left. */
final class ValueTests {
    private final SoqlText text;
    private final LiteralValues literals;

    ValueTests(QueryContext context) {
        this.text = context.text();
        this.literals = new LiteralValues(context);
    }

    /** What stands on the left, and where. */
    record Left(Term<?> term, int position) {
        SoqlType type() {
            return term.type();
        }
    }

    ValueTest of(Left left, Operator operator, List<Literal> values) {
        checkOperator(left, operator);
        ValueTest test = test(left, operator, values);
        return left.type() == SoqlType.BOOLEAN ? new ValueTest.NullAsFalse(test) : test;
    }

    private ValueTest test(Left left, Operator operator, List<Literal> values) {
        return switch (operator) {
            case LIKE -> like(left, values.get(0));
            case INCLUDES, EXCLUDES -> choices(left, operator, values);
            case EQUAL, NOT_EQUAL, IN, NOT_IN ->
                new ValueTest.Membership(left.term().rules(), set(left, values), operator.isNegative());
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> order(left, operator, values.get(0));
        };
    }

    private void checkOperator(Left left, Operator operator) {
        SoqlType type = left.type();
        if (operator == Operator.LIKE && type.isId()) {
            throw text.invalidOperator(left.position(), "invalid operator on id field");
        }
        if (operator == Operator.LIKE && !type.isText() || !suitsMultiPicklist(type, operator)) {
            throw text.invalidOperator(left.position(), "invalid operator");
        }
        if (operator.isOrdering() && type == SoqlType.BOOLEAN) {
            throw text.invalidOperator(left.position(), "invalid operator on boolean field");
        }
    }

    private static boolean suitsMultiPicklist(SoqlType type, Operator operator) {
        boolean isForMany = operator.isMultiValue() || operator == Operator.EQUAL || operator == Operator.NOT_EQUAL;
        return type == SoqlType.MULTIPICKLIST ? isForMany : !operator.isMultiValue();
    }

    private ValueTest like(Left left, Literal literal) {
        literals.check(left, literal);
        if (literal.kind() == Literal.Kind.NULL) {
            throw text.invalidOperator(left.position(), "invalid operator on null");
        }
        boolean isCaseSensitive = left.term().column().isCaseSensitive();
        return new ValueTest.Like(StringLiteral.pattern(text, literal, isCaseSensitive));
    }

    private ValueTest choices(Left left, Operator operator, List<Literal> values) {
        List<Set<String>> alternatives = new ArrayList<>();
        for (Literal literal : values) {
            Object value = literals.value(left, literal);
            if (value != null) {
                alternatives.add(ValueTest.Choices.split((String) value));
            }
        }
        return new ValueTest.Choices(List.copyOf(alternatives), operator.isNegative());
    }

    private ValueSet set(Left left, List<Literal> values) {
        ValueSet.Builder set = new ValueSet.Builder(left.term().rules());
        values.forEach(literal -> set.add(literals.value(left, literal)));
        return set.build();
    }

    private ValueTest order(Left left, Operator operator, Literal literal) {
        Object value = literals.value(left, literal);
        if (value == null) {
            throw text.invalidOperator(left.position(), "invalid operator on null");
        }
        return new ValueTest.Order(left.term().rules(), operator, range(value));
    }

    private static ValueRange range(Object value) {
        return value instanceof ValueRange range ? range : ValueRange.exactly(value);
    }
}
