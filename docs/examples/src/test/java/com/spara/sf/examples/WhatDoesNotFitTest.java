package com.spara.sf.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.spara.sf.Lead;
import com.spara.sf.settings.PushRule;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.sync.FieldDecision;
import com.spara.sf.testkit.FakeField;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of what does not fit in {@code docs/mappings.md}: each row with a value that is left out. */
class WhatDoesNotFitTest extends OnFreshOrg {

    private static final String NAME = "Field__c";

    static Stream<Arguments> rows() {
        return Stream.of(
                arguments("text, text area", FakeField.text(NAME, 5), "longer", "TOO_LONG"),
                arguments("e-mail", FakeField.email(NAME), "ada at home", "INVALID_EMAIL"),
                arguments("number, currency", FakeField.number(NAME, 5, 2), "many", "WRONG_TYPE"),
                arguments("number, currency", FakeField.number(NAME, 5, 2), 10_000, "OUT_OF_RANGE"),
                arguments("checkbox", FakeField.checkbox(NAME), "yes", "WRONG_TYPE"),
                arguments("date |", FakeField.date(NAME), Instant.EPOCH, "WRONG_TYPE"),
                arguments("date and time", FakeField.dateTime(NAME), "tomorrow", "WRONG_TYPE"),
                arguments("picklist", FakeField.picklist(NAME, "Hot").restricted(), "Cold", "NOT_IN_PICKLIST"),
                arguments(
                        "multi-select",
                        FakeField.multiPicklist(NAME, "Hot").restricted(),
                        List.of("Cold"),
                        "NOT_IN_PICKLIST"),
                arguments("lookup", FakeField.reference(NAME, "Account"), "00Q000000000001AAA", "WRONG_TYPE"));
    }

    @ParameterizedTest(name = "{0}: {3}")
    @MethodSource("rows")
    void aValueThatDoesNotFitIsLeftOut(String row, FakeField field, Object value, String code) {
        org.addField("Lead", field);
        assertEquals(code, leftOut(value).reason().code());
        assertTrue(says(row, code));
    }

    @ParameterizedTest
    @MethodSource("rights")
    void aFieldThatTheUserMayNotWriteIsLeftOut(String row, boolean isHidden, String code) {
        org.addField("Lead", FakeField.text(NAME, 5));
        if (isHidden) {
            org.rights().hides("Lead", NAME);
        } else {
            org.rights().readOnly("Lead", NAME);
        }
        assertEquals(code, leftOut("new").reason().code());
        assertTrue(says(row, code));
    }

    static Stream<Arguments> rights() {
        return Stream.of(
                arguments("one that the user may not edit", false, "FIELD_READ_ONLY"),
                arguments("one that is gone", true, "FIELD_UNKNOWN"));
    }

    private FieldDecision leftOut(Object value) {
        PushRule rule = PushRule.updateExisting().createWhenNoMatch().map("value", NAME);
        return sync(SyncSettings.standard().leads(rule))
                .push(Lead.of("ada@example.com").with("value", value))
                .lead()
                .fieldsLeftOut()
                .get(0);
    }

    private static boolean says(String row, String code) {
        return Page.of("mappings.md")
                .text()
                .lines()
                .anyMatch(line -> line.startsWith("| " + row) && line.contains("`" + code + "`"));
    }
}
