package com.spara.sf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LeadTest {

    static Stream<Arguments> values() {
        Instant time = Instant.parse("2026-11-23T09:00:00Z");
        return Stream.of(
                arguments("text", "text"),
                arguments(new StringBuilder("text"), "text"),
                arguments(true, true),
                arguments(12, new BigDecimal(12)),
                arguments(12L, new BigDecimal(12)),
                arguments(1.5, new BigDecimal("1.5")),
                arguments(BigInteger.TEN, BigDecimal.TEN),
                arguments(LocalDate.of(2026, 1, 2), LocalDate.of(2026, 1, 2)),
                arguments(time, time),
                arguments(OffsetDateTime.parse("2026-11-23T10:00:00+01:00"), time),
                arguments(Date.from(time), time),
                arguments(List.of("a", "b"), List.of("a", "b")),
                arguments(RecordId.of("00Q000000000001"), "00Q000000000001EAA"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void valuesBecomeTheTypesThatALeadHolds(Object given, Object held) {
        assertEquals(Optional.of(held), Lead.empty().with("key", given).value("key"));
    }

    @ParameterizedTest
    @MethodSource("unusable")
    void otherTypesAreRefusedByKeyAndNeverByValue(Object value) {
        String message = assertThrows(
                        IllegalArgumentException.class, () -> Lead.empty().with("score", value))
                .getMessage();
        assertTrue(message.contains("score") && !message.contains(value.toString()), message);
    }

    static Stream<Object> unusable() {
        return Stream.of(Optional.of("secret"), Double.NaN, new Object(), List.of("a", 4711));
    }

    @Test
    void nullMakesAFieldAbsent() {
        assertEquals(Lead.empty(), Lead.of("ada@example.com").with("email", null));
    }

    @Test
    void aBlankKeyIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Lead.empty().with(" ", "x"));
        assertThrows(IllegalArgumentException.class, () -> Lead.empty().clearing(""));
    }

    @Test
    void clearingTakesTheValueAwayAndAValueTakesTheMarkAway() {
        Lead cleared = Lead.empty().with("fax", "1").clearing("fax");
        assertTrue(cleared.isCleared("fax") && cleared.value("fax").isEmpty());
        assertFalse(cleared.with("fax", "2").isCleared("fax"));
    }

    @Test
    void foldingLetsTheNewerLeadWin() {
        Lead older = Lead.of("ada@example.com").with("company", "Acme").with("fax", "1");
        Lead newer = Lead.empty().with("company", "Bolt").clearing("fax");
        Lead folded = older.foldedWith(newer);
        assertEquals(Optional.of("Bolt"), folded.text("company"));
        assertEquals(Optional.of("ada@example.com"), folded.email());
        assertTrue(folded.isCleared("fax"));
    }

    @Test
    void withersLeaveTheirLeadAlone() {
        Lead lead = Lead.of("ada@example.com");
        lead.with("company", "Acme").clearing("fax");
        assertEquals(Lead.of("ada@example.com"), lead);
    }

    @Test
    void blankTextCountsAsNone() {
        assertTrue(Lead.of("  ").email().isEmpty());
        assertEquals(
                Optional.of("ada@example.com"), Lead.of(" ada@example.com ").email());
    }

    @Test
    void toStringShowsKeysOnly() {
        String text = Lead.of("ada@example.com")
                .with("company", "Acme")
                .clearing("fax")
                .toString();
        assertEquals("Lead[company, email] clearing [fax]", text);
    }

    @Test
    void whatTheSyncStoresHasNamesOfItsOwn() {
        assertEquals(13, LeadField.storedBySync().size());
        assertTrue(LeadField.storedBySync().stream().allMatch(key -> key.startsWith("salesforce_")));
    }

    @Test
    void severalValuesAreTakenAsOneAfterAnother() {
        Map<String, Object> values = new HashMap<>(Map.of("company", "Acme", "score", 12));
        values.put("fax", null);
        Lead lead = Lead.of("ada@example.com").with("fax", "1").clearing("score");
        assertEquals(lead.with("company", "Acme").with("score", 12).with("fax", null), lead.with(values));
        assertThrows(IllegalArgumentException.class, () -> lead.with(Map.of(" ", "x")));
        assertThrows(IllegalArgumentException.class, () -> lead.with(Map.of("score", new Object())));
    }
}
