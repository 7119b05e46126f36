package com.spara.sf.testkit.soql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Reads the conditions of WHERE and HAVING. */
final class ConditionParser {
    private final TokenReader tokens;
    private final ExpressionParser expressions;
    private final Supplier<Query> subselect;
    private final LiteralParser literals;

    ConditionParser(TokenReader tokens, ExpressionParser expressions, Supplier<Query> subselect) {
        this.tokens = tokens;
        this.expressions = expressions;
        this.subselect = subselect;
        this.literals = new LiteralParser(tokens);
    }

    Condition condition() {
        return tokens.nested(this::chain);
    }

    /** AND and OR never stand side by side without parentheses: whoever reads on finds the other word unexpected. */
    private Condition chain() {
        Condition first = part();
        if (tokens.peek().isWord("AND")) {
            return new Condition.All(parts(first, "AND"));
        }
        return tokens.peek().isWord("OR") ? new Condition.Any(parts(first, "OR")) : first;
    }

    private List<Condition> parts(Condition first, String conjunction) {
        List<Condition> parts = new ArrayList<>();
        parts.add(first);
        while (tokens.acceptWord(conjunction)) {
            parts.add(part());
        }
        return List.copyOf(parts);
    }

    private Condition part() {
        if (tokens.acceptWord("NOT")) {
            return new Condition.Not(tokens.nested(this::part));
        }
        if (tokens.acceptSymbol("(")) {
            Condition inner = condition();
            tokens.expectSymbol(")");
            return inner;
        }
        return comparison();
    }

    private Condition comparison() {
        Expression left = expressions.expression();
        Operator operator = operator();
        return new Condition.Comparison(left, operator, operand(operator));
    }

    private Operator operator() {
        Token token = tokens.next();
        if (token.isWord("NOT") && tokens.acceptWord("IN")) {
            return Operator.NOT_IN;
        }
        for (Operator word : List.of(Operator.LIKE, Operator.IN, Operator.INCLUDES, Operator.EXCLUDES)) {
            if (token.isWord(word.name())) {
                return word;
            }
        }
        return Operator.ofSymbol(token.text()).orElseThrow(() -> tokens.unexpected(token));
    }

    private Condition.Operand operand(Operator operator) {
        if (!operator.isMembership() && !operator.isMultiValue()) {
            return new Condition.Values(List.of(literals.literal()));
        }
        tokens.refuseVariable();
        tokens.expectSymbol("(");
        boolean isSelect = operator.isMembership() && tokens.peek().isWord("SELECT");
        Condition.Operand operand = isSelect ? new Condition.Subselect(subselect.get()) : values();
        tokens.expectSymbol(")");
        return operand;
    }

    private Condition.Values values() {
        List<Literal> values = new ArrayList<>();
        do {
            values.add(literals.literal());
        } while (tokens.acceptSymbol(","));
        return new Condition.Values(List.copyOf(values));
    }
}
