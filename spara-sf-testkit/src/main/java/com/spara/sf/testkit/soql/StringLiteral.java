package com.spara.sf.testkit.soql;

import java.util.Map;

/** Reads what stands between the quotes: a text, or the pattern of LIKE, which has two more escapes. */
final class StringLiteral {
    /** Longest text, after its escapes were read. */
    private static final int LONGEST = 4_000;

    private static final int UNICODE_DIGITS = 4;
    private static final int HEX = 16;
    private static final Map<Character, Character> ESCAPES = Map.ofEntries(
            Map.entry('n', '\n'),
            Map.entry('N', '\n'),
            Map.entry('r', '\r'),
            Map.entry('R', '\r'),
            Map.entry('t', '\t'),
            Map.entry('T', '\t'),
            Map.entry('b', '\b'),
            Map.entry('B', '\b'),
            Map.entry('f', '\f'),
            Map.entry('F', '\f'),
            Map.entry('"', '"'),
            Map.entry('\'', '\''),
            Map.entry('\\', '\\'));

    private final SoqlText query;
    private final Literal literal;
    private final String raw;
    private int next;

    private StringLiteral(SoqlText query, Literal literal) {
        this.query = query;
        this.literal = literal;
        this.raw = literal.text();
    }

    static String text(SoqlText query, Literal literal) {
        return new StringLiteral(query, literal).readText();
    }

    static Wildcard pattern(SoqlText query, Literal literal, boolean isCaseSensitive) {
        return new StringLiteral(query, literal).readPattern(new Wildcard.Builder(isCaseSensitive));
    }

    private String readText() {
        StringBuilder text = new StringBuilder(raw.length());
        while (next < raw.length()) {
            char c = raw.charAt(next++);
            text.append(c == '\\' ? escaped() : c);
        }
        checkLength(text.length());
        return text.toString();
    }

    private Wildcard readPattern(Wildcard.Builder pattern) {
        int length = 0;
        for (; next < raw.length(); length++) {
            char c = raw.charAt(next++);
            if (c == '\\') {
                pattern.exactly(isEscapedWildcard() ? raw.charAt(next++) : escaped());
            } else {
                pattern.add(c);
            }
        }
        checkLength(length);
        return pattern.build();
    }

    private boolean isEscapedWildcard() {
        return raw.charAt(next) == '%' || raw.charAt(next) == '_';
    }

    private char escaped() {
        char c = raw.charAt(next++);
        if (c == 'u') {
            return unicode();
        }
        Character meaning = ESCAPES.get(c);
        if (meaning == null) {
            throw illegal("\\" + c);
        }
        return meaning;
    }

    private char unicode() {
        int end = next + UNICODE_DIGITS;
        if (end > raw.length()
                || !raw.substring(next, end).chars().allMatch(c -> Character.digit(c, HEX) >= 0 && c < 'g')) {
            throw illegal("\\u");
        }
        char c = (char) Integer.parseInt(raw.substring(next, end), HEX);
        next = end;
        return c;
    }

    private SoqlException illegal(String sequence) {
        return query.malformed(
                literal.position(),
                "Invalid string literal '" + raw + "'. Illegal character sequence '" + sequence
                        + "' in string literal.");
    }

    private void checkLength(int length) {
        if (length > LONGEST) {
            throw query.malformed(
                    literal.position(), "string literals cannot be longer than " + LONGEST + " characters");
        }
    }
}
