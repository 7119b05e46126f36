package com.spara.sf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextCutTest {

    private static final String FAMILY = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67";

    @ParameterizedTest
    @CsvSource({
        "plain,      abcdef,           4, abcd,  cdef",
        "surrogates, a\uD83D\uDE00b,   2, a,     b",
        "accent,     abe\u0301,        3, ab,    be\u0301",
        "whole,      abc,              3, abc,   abc",
        "nothing,    abc,              0, '',    ''"
    })
    void keepsWholeCharacters(String name, String text, int most, String start, String end) {
        assertEquals(start, TextCut.start(text, most));
        assertEquals(end, TextCut.end(text, most));
    }

    @ParameterizedTest
    @CsvSource({"1", "5", "8", "9", "300"})
    void neverTearsAJoinedEmojiApart(int before) {
        String text = "x".repeat(before) + FAMILY + "yz";
        assertEquals("x".repeat(before), TextCut.start(text, before + FAMILY.length() - 1));
        assertEquals("yz", TextCut.end(text, FAMILY.length() + 1));
    }
}
