package com.spara.sf.testkit.soql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a query into tokens, in time linear in its length. */
final class Lexer {
    private static final Pattern SPACE = Pattern.compile("[ \\t\\r\\n\\f]++");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*+");
    private static final Pattern DATETIME =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,9})?(?:[Zz]|[+-]\\d{2}:?\\d{2})");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern TIME = Pattern.compile("\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,9})?[Zz]");
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d++(?:\\.\\d++)?");
    private static final Pattern SYMBOL = Pattern.compile("!=|<>|<=|>=|[-+*/(),.:=<>]");

    private final SoqlText text;
    private final Matcher matcher;
    private final List<Token> tokens = new ArrayList<>();
    private int position;

    private Lexer(SoqlText text) {
        this.text = text;
        this.matcher = NAME.matcher(text.text());
    }

    /** All tokens, the last of which is the end. */
    static List<Token> tokens(SoqlText text) {
        return new Lexer(text).run();
    }

    private List<Token> run() {
        skipSpace();
        while (position < text.text().length()) {
            next();
            skipSpace();
        }
        tokens.add(new Token(TokenKind.END, "", position));
        return List.copyOf(tokens);
    }

    private void skipSpace() {
        if (at(SPACE)) {
            position = matcher.end();
        }
    }

    private void next() {
        char first = text.text().charAt(position);
        if (first == '\'') {
            string();
        } else if (!takeWord(first) && !take(SYMBOL, TokenKind.SYMBOL)) {
            throw text.malformed(
                    position, "unexpected token: '" + text.text().substring(position, afterCharacter()) + "'");
        }
    }

    private boolean takeWord(char first) {
        boolean isValue = first >= '0' && first <= '9' || first == '+' || first == '-';
        return isValue ? takeValue() : take(NAME, TokenKind.NAME);
    }

    private boolean takeValue() {
        return take(DATETIME, TokenKind.DATETIME)
                || take(DATE, TokenKind.DATE)
                || take(TIME, TokenKind.TIME)
                || take(NUMBER, TokenKind.NUMBER);
    }

    private int afterCharacter() {
        return text.text().offsetByCodePoints(position, 1);
    }

    private void string() {
        int end = position + 1;
        while (end < text.text().length() && text.text().charAt(end) != '\'') {
            end += text.text().charAt(end) == '\\' ? 2 : 1;
        }
        if (end >= text.text().length()) {
            throw text.malformed(position, "mismatched character '<EOF>' expecting '''");
        }
        tokens.add(new Token(TokenKind.STRING, text.text().substring(position + 1, end), position));
        position = end + 1;
    }

    private boolean take(Pattern pattern, TokenKind kind) {
        if (!at(pattern)) {
            return false;
        }
        tokens.add(new Token(kind, matcher.group(), position));
        position = matcher.end();
        return true;
    }

    private boolean at(Pattern pattern) {
        return matcher.usePattern(pattern)
                .region(position, text.text().length())
                .lookingAt();
    }
}
