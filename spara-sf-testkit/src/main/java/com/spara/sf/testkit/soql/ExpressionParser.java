package com.spara.sf.testkit.soql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads fields and functions. */
final class ExpressionParser {
    private static final Set<String> UNSUPPORTED =
            Set.of("ROLLUP", "CUBE", "GROUPING", "DISTANCE", "GEOLOCATION", "CONVERTCURRENCY");

    private static final Set<String> RESERVED =
            Set.of("SELECT", "FROM", "WHERE", "AND", "OR", "NOT", "IN", "LIKE", "INCLUDES", "EXCLUDES", "NULL");

    private final TokenReader tokens;

    ExpressionParser(TokenReader tokens) {
        this.tokens = tokens;
    }

    Expression expression() {
        return tokens.nested(this::pathOrCall);
    }

    private Expression pathOrCall() {
        if (!tokens.peekSecond().isSymbol("(")) {
            return path();
        }
        refuseReserved();
        Name function = tokens.expectName();
        if (UNSUPPORTED.contains(function.text().toUpperCase(Locale.ROOT))) {
            throw SoqlException.unsupported(function.text() + "()");
        }
        return new Expression.Call(function, arguments());
    }

    private List<Expression> arguments() {
        tokens.expectSymbol("(");
        List<Expression> arguments = new ArrayList<>();
        if (!tokens.peek().isSymbol(")")) {
            do {
                arguments.add(expression());
            } while (tokens.acceptSymbol(","));
        }
        tokens.expectSymbol(")");
        return arguments;
    }

    private void refuseReserved() {
        Token token = tokens.peek();
        if (token.kind() == TokenKind.NAME && RESERVED.contains(token.text().toUpperCase(Locale.ROOT))) {
            throw tokens.unexpected(token);
        }
    }

    Expression.Path path() {
        refuseReserved();
        List<Name> names = new ArrayList<>();
        do {
            names.add(tokens.expectName());
        } while (tokens.acceptSymbol("."));
        return new Expression.Path(names);
    }
}
