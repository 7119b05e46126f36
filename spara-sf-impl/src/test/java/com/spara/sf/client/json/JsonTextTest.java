package com.spara.sf.client.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The limits of what is read, each from both sides. */
@Timeout(30)
class JsonTextTest {

    private static @Nullable Object read(String json) throws IOException {
        return JsonText.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static String nested(int levels) {
        return "[".repeat(levels) + "]".repeat(levels);
    }

    private static String refusal(String json) {
        return assertThrows(IOException.class, () -> read(json)).getMessage();
    }

    @Test
    void everyTypeIsRead() throws IOException {
        assertEquals(
                Arrays.asList("a", new BigDecimal("-1.50"), true, false, null, Map.of("b", List.of())),
                read("[\"a\",-1.50,true,false,null,{\"b\":[]}]"));
    }

    @Test
    void textsThatNobodyReadsAreNullAndOtherValuesOfTheirNameAreRead() throws IOException {
        String json = "[{\"url\":\"/a\",\"Url\":\"b\"},{\"url\":{\"url\":\"/c\",\"d\":1}},[\"url\",\"e\"]]";
        Map<String, Object> first = new HashMap<>(Map.of("Url", "b"));
        first.put("url", null);
        Map<String, Object> below = new HashMap<>(Map.of("d", BigDecimal.ONE));
        below.put("url", null);
        assertEquals(
                List.of(first, Map.of("url", below), List.of("url", "e")),
                JsonText.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), Set.of("url")));
    }

    @Test
    void nestingHasALimit() throws IOException {
        read(nested(65));
        assertTrue(refusal(nested(66)).contains("deeper than 64"));
        assertTrue(refusal("[".repeat(1_000_000)).contains("deeper than 64"));
    }

    @Test
    void theLengthOfNumbersHasALimit() throws IOException {
        assertEquals(new BigDecimal("9".repeat(128)), read("9".repeat(128)));
        assertTrue(refusal("9".repeat(129)).contains("128 characters"));
        assertTrue(refusal("[" + "9".repeat(1_000_000) + "]").contains("128 characters"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e401", "1e-401", "1e999999999", "-1e-2147483647", "0e500"})
    void exponentsHaveALimit(String number) {
        assertTrue(refusal(number).contains("beyond 400"));
    }

    @Test
    void exponentsWithinTheLimitAreRead() throws IOException {
        assertEquals(new BigDecimal("1e400"), read("1e400"));
        assertEquals(new BigDecimal("1e-400"), read("1e-400"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e2147483648", "1e99999999999999999999"})
    void exponentsThatNoNumberHasAreRefusedLikeOthers(String number) {
        assertThrows(IOException.class, () -> read(number));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[",
                "[1",
                "[1,",
                "{\"a\"",
                "{\"a\":",
                "{\"a\":1",
                "{a:1}",
                "{\"a\" 1}",
                "nul",
                "tru",
                "\"",
                "\"\\x\"",
                "\"\\u12\"",
                "01",
                "1.",
                "-",
                "+1",
                ".5",
                "[1]]",
                "{} {}",
                "1 2",
                "]",
                "}",
                ",",
                "NaN",
                "'a'",
                "\"a\nb\"",
                "[1,]",
                "{\"a\":1,}",
                "\u0000"
            })
    void whatIsNoJsonIsRefused(String json) {
        Exception thrown = assertThrows(Exception.class, () -> read(json));
        assertTrue(thrown instanceof IOException || thrown instanceof JsonException, thrown.toString());
    }

    @Test
    void aNameThatStandsTwiceIsRefused() {
        assertTrue(refusal("{\"a\":1,\"a\":1}").contains("twice"));
    }

    @Test
    void theNameItselfIsNotRepeatedSinceItMayBeAnybodysText() {
        assertTrue(!refusal("{\"ada@example.com\":1,\"ada@example.com\":2}").contains("ada@"));
    }
}
