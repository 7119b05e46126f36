package com.spara.sf.testkit.soql;

import org.jspecify.annotations.Nullable;

/** Reads the small clauses: scope, WITH, LIMIT and OFFSET, FOR and UPDATE. */
final class TailParser {
    private final TokenReader tokens;

    TailParser(TokenReader tokens) {
        this.tokens = tokens;
    }

    /**
     * {@code USING SCOPE everything} is what a query does anyway; other scopes ask for sharing, which the fake org has
     * not.
     */
    void scope() {
        if (tokens.acceptWord("USING")) {
            tokens.expectWord("SCOPE");
            Name scope = tokens.expectName();
            if (!scope.text().equalsIgnoreCase("everything")) {
                throw SoqlException.unsupported("USING SCOPE " + scope.text());
            }
        }
    }

    void with() {
        if (tokens.acceptWord("WITH")) {
            Name first = tokens.expectName();
            boolean isCategory = first.text().equalsIgnoreCase("DATA");
            throw SoqlException.unsupported("WITH " + (isCategory ? "DATA CATEGORY" : first.text()));
        }
    }

    Query.Window window() {
        return new Query.Window(count("LIMIT"), count("OFFSET"));
    }

    private Query.@Nullable Count count(String clause) {
        if (!tokens.acceptWord(clause)) {
            return null;
        }
        tokens.refuseVariable();
        Token number = tokens.expect(TokenKind.NUMBER);
        if (!number.text().chars().allMatch(Character::isDigit)) {
            throw tokens.unexpected(number);
        }
        return new Query.Count(value(number), number.position());
    }

    private int value(Token number) {
        try {
            return Integer.parseInt(number.text());
        } catch (NumberFormatException tooLarge) {
            throw tokens.malformed(number.position(), "numeric value out of range: " + number.text());
        }
    }

    /**
     * FOR VIEW and FOR REFERENCE only touch the list of recent records, which nobody reads here: they are taken and do
     * nothing.
     */
    void purposes() {
        while (tokens.acceptWord("FOR")) {
            if (tokens.acceptWord("UPDATE")) {
                throw SoqlException.unsupported("FOR UPDATE");
            }
            if (!tokens.acceptWord("VIEW")) {
                tokens.expectWord("REFERENCE");
            }
        }
        refuseUpdate();
        refuseAllRows();
    }

    private void refuseUpdate() {
        if (tokens.acceptWord("UPDATE")) {
            throw SoqlException.unsupported("UPDATE " + tokens.expectName().text());
        }
    }

    private void refuseAllRows() {
        Token all = tokens.peek();
        if (all.isWord("ALL") && tokens.peekSecond().isWord("ROWS")) {
            throw tokens.malformed(all.position(), "ALL ROWS not allowed in this context");
        }
    }
}
