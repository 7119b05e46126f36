package com.spara.sf.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.spara.sf.spi.FieldToWrite;
import com.spara.sf.spi.Write;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** No org is needed: a write rule is given the old value and the new one. */
class WriteRulesTest {

    // region test a write rule without an org
    private static final FieldToWrite NOTE =
            FieldToWrite.onUpdate("Lead", "Description").on(LocalDate.of(2026, 11, 23));
    private static final FieldToWrite SCORE = FieldToWrite.onUpdate("Lead", "Score__c");

    @Test
    void theTextIsAppendedAsADatedLine() {
        Write write = WriteRules.APPEND_WITH_DATE.decide(NOTE.holding("Called.").given("Asked for a price."));
        assertEquals(Optional.of("Called.\n2026-11-23: Asked for a price."), write.value());
    }

    @Test
    void aLowerScoreIsLeft() {
        Write write = WriteRules.NEVER_LOWER.decide(
                SCORE.holding(new BigDecimal("50")).given(new BigDecimal("49.5")));
        assertEquals("LEFT_BY_RULE", write.leaving().orElseThrow().code());
    }
    // endregion

    static Stream<Arguments> appended() {
        return Stream.of(
                argumentSet("to nothing", NOTE.given("new"), "2026-11-23: new"),
                argumentSet("to blanks", NOTE.holding(" ").given("new"), "2026-11-23: new"),
                argumentSet("without its white space", NOTE.holding("old").given(" new\n"), "old\n2026-11-23: new"),
                argumentSet(
                        "to a record that is made",
                        FieldToWrite.onCreate("Lead", "Description")
                                .on(LocalDate.EPOCH)
                                .given("new"),
                        "1970-01-01: new"));
    }

    @ParameterizedTest
    @MethodSource("appended")
    void textIsAppended(FieldToWrite field, String value) {
        Write write = WriteRules.APPEND_WITH_DATE.decide(field);
        assertEquals(Optional.of(value), write.value());
        assertEquals(true, write.isGuarded());
    }

    static Stream<Arguments> left() {
        return Stream.of(
                argumentSet("the same text", NOTE.holding("2026-11-01: old").given("old")),
                argumentSet(
                        "the same text with white space", NOTE.holding("old").given(" old ")),
                argumentSet("clearing", NOTE.holding("old").given(null)));
    }

    @ParameterizedTest
    @MethodSource("left")
    void textIsNotAppendedTwiceAndNeverCleared(FieldToWrite field) {
        assertEquals(
                "leave: LEFT_BY_RULE", WriteRules.APPEND_WITH_DATE.decide(field).toString());
    }

    static Stream<Arguments> scores() {
        return Stream.of(
                argumentSet("higher", SCORE.holding(new BigDecimal(50)).given(51), "write"),
                argumentSet("higher, as text", SCORE.holding(new BigDecimal(50)).given("51"), "write"),
                argumentSet("the same", SCORE.holding(new BigDecimal("50.0")).given(50), "leave: LEFT_BY_RULE"),
                argumentSet("lower", SCORE.holding(new BigDecimal(50)).given(49), "leave: LEFT_BY_RULE"),
                argumentSet("below zero into nothing", SCORE.given(-5), "write"),
                argumentSet("clearing", SCORE.holding(new BigDecimal(50)).given(null), "leave: LEFT_BY_RULE"),
                argumentSet(
                        "on create", FieldToWrite.onCreate("Lead", "Score__c").given(0), "write"));
    }

    @ParameterizedTest
    @MethodSource("scores")
    void aScoreIsNeverLowered(FieldToWrite field, String decision) {
        assertEquals(decision, WriteRules.NEVER_LOWER.decide(field).toString());
    }

    @Test
    void whatIsNoNumberThrowsSoThatTheFieldIsLeftOut() {
        FieldToWrite field = SCORE.given("very high");
        assertThrows(NumberFormatException.class, () -> WriteRules.NEVER_LOWER.decide(field));
    }
}
