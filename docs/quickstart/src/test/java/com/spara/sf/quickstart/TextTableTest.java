package com.spara.sf.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTableTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "ab           | ab           | a word that fits",
                "abcde fg     | abcde/fg     | words that fit one by one",
                "a b c d      | a b c/d      | as many words as fit",
                "abcdefgh     | abcde/fgh    | a word that is too long",
                "''           | ''           | nothing",
            })
    void aCellIsWrapped(String cell, String lines, String why) {
        assertEquals(lines, String.join("/", printed(cell)), why);
    }

    @Test
    void linesOfACellStayLines() {
        assertEquals(List.of("a", "b"), printed("a\nb"));
    }

    @Test
    void aCellNeverSteersTheTerminal() {
        assertEquals(List.of("a [2J"), printed("a\u001b[2J"));
        assertEquals(List.of("a b"), printed("a\u202eb"));
    }

    @Test
    void columnsStandBelowEachOther() {
        TextTable table =
                new TextTable(List.of(3, 3)).row(List.of("a", "b")).rule().row(List.of("long er", "c"));
        assertEquals(
                List.of("a    b", "---  ---", "lon  c", "g", "er"),
                table.toString().lines().toList());
    }

    private static List<String> printed(String cell) {
        return new TextTable(List.of(5)).row(List.of(cell)).toString().lines().toList();
    }
}
