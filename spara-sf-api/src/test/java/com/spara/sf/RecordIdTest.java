package com.spara.sf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordIdTest {

    @ParameterizedTest
    @CsvSource({
        "003D000000QV9n2, 003D000000QV9n2IAD",
        "001D000000IRFma, 001D000000IRFmaIAH",
        "00Q000000000001, 00Q000000000001EAA",
        "00Q5g00000AbCdE, 00Q5g00000AbCdEEAV",
        "0015000000abcDE, 0015000000abcDEAAY"
    })
    void fifteenAndEighteenCharactersAreOneId(String fifteen, String eighteen) {
        assertEquals(RecordId.of(eighteen), RecordId.of(fifteen));
        assertEquals(eighteen, RecordId.of(fifteen).value());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00Q",
                "00Q00000000000!",
                "00Q000000000001EA",
                "00q5g00000abcdeEAV",
                "00Q00000000000é",
                "00Q000000000001 AA"
            })
    void whatIsNoIdIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> RecordId.of(text));
        assertTrue(RecordId.parse(text).isEmpty());
    }

    @Test
    void theRefusalDoesNotEchoWhatWasGiven() {
        String message = assertThrows(IllegalArgumentException.class, () -> RecordId.of("ada@example.com"))
                .getMessage();
        assertTrue(message.contains("15 characters") && !message.contains("ada"), message);
    }

    @Test
    void whiteSpaceAroundItIsIgnored() {
        assertEquals("00Q", RecordId.of(" 00Q000000000001 ").keyPrefix());
    }
}
