package com.spara.sf.testkit.soql;

import java.util.regex.Pattern;

/** Reads the values of conditions. */
final class LiteralParser {
    private static final Pattern CURRENCY = Pattern.compile("[A-Za-z]{3}\\d+");

    private final TokenReader tokens;

    LiteralParser(TokenReader tokens) {
        this.tokens = tokens;
    }

    Literal literal() {
        tokens.refuseVariable();
        Token token = tokens.next();
        return switch (token.kind()) {
            case STRING -> literal(Literal.Kind.STRING, token);
            case NUMBER -> literal(Literal.Kind.NUMBER, token);
            case DATE -> literal(Literal.Kind.DATE, token);
            case DATETIME -> literal(Literal.Kind.DATETIME, token);
            case TIME -> literal(Literal.Kind.TIME, token);
            case NAME -> word(token);
            case SYMBOL, END -> throw tokens.unexpected(token);
        };
    }

    private Literal word(Token token) {
        if (NamedDate.isName(token.text())) {
            return namedDate(token);
        }
        if (CURRENCY.matcher(token.text()).matches()) {
            throw SoqlException.unsupported("an amount with its currency");
        }
        return literal(wordKind(token), token);
    }

    private Literal.Kind wordKind(Token token) {
        if (token.isWord("NULL")) {
            return Literal.Kind.NULL;
        }
        if (token.isWord("TRUE") || token.isWord("FALSE")) {
            return Literal.Kind.BOOLEAN;
        }
        throw tokens.unexpected(token);
    }

    private Literal namedDate(Token name) {
        if (!NamedDate.takesCount(name.text())) {
            return literal(Literal.Kind.NAMED_DATE, name);
        }
        tokens.expectSymbol(":");
        Token count = tokens.expect(TokenKind.NUMBER);
        if (!count.text().chars().allMatch(Character::isDigit)) {
            throw tokens.unexpected(count);
        }
        return new Literal(Literal.Kind.NAMED_DATE, name.text() + ":" + count.text(), name.position());
    }

    private static Literal literal(Literal.Kind kind, Token token) {
        return new Literal(kind, token.text(), token.position());
    }
}
