package com.spara.sf.testkit.soql;

import java.util.List;
import java.util.function.Supplier;

/** Walks over the tokens of a query and refuses what does not fit. */
final class TokenReader {
    /** Far more than people write, far less than the stack holds. */
    private static final int DEEPEST = 200;

    private final SoqlText text;
    private final List<Token> tokens;
    private int next;
    private int depth;

    TokenReader(SoqlText text) {
        this.text = text;
        this.tokens = Lexer.tokens(text);
    }

    Token peek() {
        return tokens.get(next);
    }

    /** The token after the next one, or the end. */
    Token peekSecond() {
        return tokens.get(Math.min(next + 1, tokens.size() - 1));
    }

    Token next() {
        Token token = peek();
        next = Math.min(next + 1, tokens.size() - 1);
        return token;
    }

    boolean acceptWord(String word) {
        return accept(peek().isWord(word));
    }

    boolean acceptSymbol(String symbol) {
        return accept(peek().isSymbol(symbol));
    }

    private boolean accept(boolean fits) {
        if (fits) {
            next();
        }
        return fits;
    }

    void expectWord(String word) {
        if (!acceptWord(word)) {
            throw unexpected(peek());
        }
    }

    void expectSymbol(String symbol) {
        if (!acceptSymbol(symbol)) {
            throw unexpected(peek());
        }
    }

    Token expect(TokenKind kind) {
        if (peek().kind() != kind) {
            throw unexpected(peek());
        }
        return next();
    }

    Name expectName() {
        Token token = expect(TokenKind.NAME);
        return new Name(token.text(), token.position());
    }

    /** Reads a value, for which Apex alone may write a variable. */
    void refuseVariable() {
        if (peek().isSymbol(":")) {
            throw text.malformed(peek().position(), "Bind variables only allowed in Apex code");
        }
    }

    /** Reads what may hold itself, to a depth that never exhausts the stack. */
    <T> T nested(Supplier<T> reading) {
        if (++depth > DEEPEST) {
            throw text.malformed(peek().position(), "expressions nested more than " + DEEPEST + " levels deep");
        }
        T result = reading.get();
        depth--;
        return result;
    }

    SoqlException unexpected(Token token) {
        return text.malformed(token.position(), "unexpected token: '" + token.shown() + "'");
    }

    SoqlException malformed(int position, String message) {
        return text.malformed(position, message);
    }
}
