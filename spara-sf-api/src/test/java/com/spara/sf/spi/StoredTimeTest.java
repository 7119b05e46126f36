package com.spara.sf.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoredTimeTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T09:00:00.000+0000, 2026-11-23T09:00:00Z",
        "2024-02-29T23:59:59.987+0000, 2024-02-29T23:59:59.987Z",
        "1700-01-01T00:00:00.001+0000, 1700-01-01T00:00:00.001Z",
        "2026-11-23T09:00:00.000+0100, 2026-11-23T08:00:00Z",
        "2026-11-23T09:00:00.000-0130, 2026-11-23T10:30:00Z",
        "2026-11-23T09:00:00Z, 2026-11-23T09:00:00Z",
        "2026-11-23T09:00:00.0000+000, ",
        "2026-11-23T24:00:00.000+0000, 2026-11-24T00:00:00Z",
        "2026-11-23T09:60:00.000+0000, ",
        "0000-01-01T00:00:00.000+0000, 0000-01-01T00:00:00Z",
        "2026-00-23T09:00:00.000+0000, ",
        "2026-13-23T09:00:00.000+0000, ",
        "2026-02-30T09:00:00.000+0000, 2026-02-28T09:00:00Z",
        "2026-11-23 09:00:00.000+0000, "
    })
    void isReadInWhateverFormItComes(String text, Instant time) {
        assertEquals(Optional.ofNullable(time), read(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-11-23", "2026-11-2xT09:00:00.000+0000", "２026-11-23T09:00:00.000+0000"})
    void isEmptyIfItIsNone(String text) {
        assertEquals(Optional.empty(), read(text));
    }

    private static Optional<Instant> read(String text) {
        return SalesforceRecord.of("Lead", Map.of("At", text)).time("At");
    }
}
