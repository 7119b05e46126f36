package com.spara.sf.testkit.soql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StringLiteralTest {
    private static final int MANY = 10_000;
    private static final String HARD = "\\'\"%_\n\r\t\b\fnrtbfuNU0aZ @{}\u00a0\u00df\u4e2d\ud83d\ude00";

    @ParameterizedTest(name = "{0}")
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
        \\n\\N\\r\\R\\t\\T | a a d d 9 9
        \\b\\B\\f\\F       | 8 8 c c
        \\"\\'\\\\         | 22 27 5c
        \\u0040\\u00e9     | 40 e9
        \\u00E9x           | e9 78
        \\\\n              | 5c 6e
        """)
    void escapeStandsForACharacter(String raw, String expected) {
        StringBuilder codes = new StringBuilder();
        text(raw).chars().forEach(c -> codes.append(Integer.toHexString(c)).append(' '));
        assertEquals(expected, codes.toString().strip());
    }

    @Test
    void anyTextComesBackWhenItIsWrittenByTheRules() {
        Random random = new Random(20261123);
        for (int i = 0; i < MANY; i++) {
            String text = text(random);
            assertEquals(text, text(escaped(text)));
        }
    }

    @Test
    void anyTextIsLikeItselfWhenItIsWrittenByTheRules() {
        Random random = new Random(20261123);
        for (int i = 0; i < MANY; i++) {
            String text = text(random);
            String pattern = escaped(text).replace("%", "\\%").replace("_", "\\_");
            assertTrue(wildcard(pattern).matches(text), () -> "not like itself: " + text);
            assertEquals(text.isEmpty(), wildcard(pattern).matches(""));
        }
    }

    @Test
    void manyWildcardsStayFast() {
        Wildcard pattern = wildcard("%a".repeat(1_000) + "b");
        assertEquals(false, pattern.matches("a".repeat(30_000)));
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(12); length > 0; length--) {
            text.append(HARD.charAt(random.nextInt(HARD.length())));
        }
        return text.toString();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("'", "\\'")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t")
                .replace("\b", "\\b")
                .replace("\f", "\\f");
    }

    private static String text(String raw) {
        return StringLiteral.text(new SoqlText(""), literal(raw));
    }

    private static Wildcard wildcard(String raw) {
        return StringLiteral.pattern(new SoqlText(""), literal(raw), false);
    }

    private static Literal literal(String raw) {
        Token token = Lexer.tokens(new SoqlText("'" + raw + "'")).get(0);
        return new Literal(Literal.Kind.STRING, token.text(), token.position());
    }
}
