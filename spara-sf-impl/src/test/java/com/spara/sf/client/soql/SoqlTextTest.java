package com.spara.sf.client.soql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.spara.sf.RecordId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SoqlTextTest {

    static Stream<Arguments> literals() {
        return Stream.of(
                arguments("plain", "'plain'"),
                arguments("O'Brien", "'O\\'Brien'"),
                arguments("back\\slash", "'back\\\\slash'"),
                arguments("\\' OR Name != '", "'\\\\\\' OR Name != \\''"),
                arguments("line\nbreak", "'line\\u000Abreak'"),
                arguments("@{ref.id}", "'\\u0040{ref.id}'"),
                arguments("ada@example.com", "'ada@example.com'"),
                arguments("\uD83D\uDE00", "'\uD83D\uDE00'"),
                arguments("\uD83D", "'\\uD83D'"),
                arguments(new BigDecimal("1E+3"), "1000"),
                arguments(true, "true"),
                arguments(LocalDate.of(2026, 11, 23), "2026-11-23"),
                arguments(Instant.parse("2026-11-23T09:00:00.5Z"), "2026-11-23T09:00:00Z"),
                arguments(RecordId.of("00Q000000000001"), "'00Q000000000001EAA'"));
    }

    @ParameterizedTest
    @MethodSource("literals")
    void valuesBecomeLiterals(Object value, String literal) {
        assertEquals(literal, SoqlText.literal(value));
    }

    @Test
    void anEmptyListMatchesNothing() {
        assertEquals("Id = null", SoqlText.in("Email", List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Email OR Id", "Email'", "a.b.c.d.e.f.g", "Email--", "x y"})
    void whatIsNoNameIsRefused(String name) {
        assertThrows(IllegalArgumentException.class, () -> SoqlText.name(name));
    }

    @Test
    void plusAndPercentSurviveTheUrl() {
        assertEquals("%27a%2Bb%25c%20d%27", SoqlText.asParameter("'a+b%c d'"));
    }
}
