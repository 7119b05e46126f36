package com.spara.sf.client.describe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.spara.sf.ReasonCode;
import com.spara.sf.client.json.JsonView;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What of a value fits into a field, by the field's type. */
class FieldFitTest {

    private static final Map<String, Object> CHOICES = Map.of(
            "picklistValues",
            List.of(
                    Map.of("value", "Hot", "active", true),
                    Map.of("value", "Cold", "active", true),
                    Map.of("value", "Old", "active", false)));

    private static FieldDescribe field(String type, Map<String, Object> more) {
        Map<String, Object> json = new HashMap<>(Map.of("name", "F__c", "type", type));
        json.putAll(more);
        return new FieldDescribe(JsonView.of(json));
    }

    private static FieldDescribe text(int length) {
        return field("string", Map.of("length", new BigDecimal(length)));
    }

    private static FieldDescribe number(int precision, int scale) {
        return field("double", Map.of("precision", new BigDecimal(precision), "scale", new BigDecimal(scale)));
    }

    private static FieldDescribe restricted(String type) {
        Map<String, Object> more = new HashMap<>(CHOICES);
        more.put("restrictedPicklist", true);
        return field(type, more);
    }

    static Stream<Arguments> fitting() {
        return Stream.of(
                arguments("text is trimmed", text(10), " ab ", "ab"),
                arguments("a number as text", text(10), new BigDecimal("1E+2"), "100"),
                arguments("a list as text", text(10), List.of("a", "b"), "a;b"),
                arguments("e-mail in lower case", field("email", Map.of()), " Ada@Example.COM ", "ada@example.com"),
                arguments("picklist, other case", restricted("picklist"), "hot", "Hot"),
                arguments("unrestricted picklist", field("picklist", CHOICES), "Warm", "Warm"),
                arguments("several choices", restricted("multipicklist"), "hot; cold;hot", List.of("Hot", "Cold")),
                arguments("checkbox from text", field("boolean", Map.of()), "TRUE", true),
                arguments("number from text", number(6, 2), " 12.5 ", new BigDecimal("12.50")),
                arguments("whole number", field("int", Map.of("digits", BigDecimal.TEN)), 12.0, new BigDecimal("12")),
                arguments("date from text", field("date", Map.of()), "2026-11-23", LocalDate.of(2026, 11, 23)),
                arguments(
                        "time from text",
                        field("datetime", Map.of()),
                        "2026-11-23T10:00:00.5+01:00",
                        Instant.parse("2026-11-23T09:00:00Z")),
                arguments(
                        "Id in 18 characters", field("reference", Map.of()), "00Q000000000001", "00Q000000000001EAA"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fitting")
    void whatFitsBecomesWhatSalesforceStores(String name, FieldDescribe field, Object value, Object stored) {
        Object given = value instanceof Double number ? BigDecimal.valueOf(number) : value;
        assertEquals(stored, FieldFit.fit(given, field, false).value());
    }

    static Stream<Arguments> unfit() {
        return Stream.of(
                arguments("too long", text(3), "abcd", ReasonCode.TOO_LONG),
                arguments("no address", field("email", Map.of()), "ada", ReasonCode.INVALID_EMAIL),
                arguments("address begins with a dot", field("email", Map.of()), ".a@b.cd", ReasonCode.INVALID_EMAIL),
                arguments("not a choice", restricted("picklist"), "Warm", ReasonCode.NOT_IN_PICKLIST),
                arguments("inactive choice", restricted("picklist"), "Old", ReasonCode.NOT_IN_PICKLIST),
                arguments("one of several", restricted("multipicklist"), "Hot;Warm", ReasonCode.NOT_IN_PICKLIST),
                arguments("no truth", field("boolean", Map.of()), "maybe", ReasonCode.WRONG_TYPE),
                arguments("number for a checkbox", field("boolean", Map.of()), BigDecimal.ONE, ReasonCode.WRONG_TYPE),
                arguments("text for a number", number(6, 2), "many", ReasonCode.WRONG_TYPE),
                arguments("too many digits", number(6, 2), new BigDecimal("12345"), ReasonCode.OUT_OF_RANGE),
                arguments("rounds into one more digit", number(3, 1), new BigDecimal("99.97"), ReasonCode.OUT_OF_RANGE),
                arguments("huge exponent", number(6, 2), new BigDecimal("1E+999999"), ReasonCode.OUT_OF_RANGE),
                arguments("no date", field("date", Map.of()), "23.11.2026", ReasonCode.WRONG_TYPE),
                arguments("a time for a date", field("date", Map.of()), Instant.EPOCH, ReasonCode.WRONG_TYPE),
                arguments("before 1700", field("date", Map.of()), LocalDate.of(1699, 1, 1), ReasonCode.OUT_OF_RANGE),
                arguments("far future", field("datetime", Map.of()), Instant.MAX, ReasonCode.OUT_OF_RANGE),
                arguments("a date for a time", field("datetime", Map.of()), LocalDate.EPOCH, ReasonCode.WRONG_TYPE),
                arguments("no Id", field("reference", Map.of()), "Acme", ReasonCode.WRONG_TYPE),
                arguments("compound", field("address", Map.of()), "Street 1", ReasonCode.WRONG_TYPE));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unfit")
    void whatDoesNotFitSaysWhy(String name, FieldDescribe field, Object value, String code) {
        assertEquals(
                code, FieldFit.fit(value, field, false).unfit().orElseThrow().code());
    }

    static Stream<Arguments> altered() {
        return Stream.of(
                arguments("cut as the mapping allows", text(3), "abcd", ReasonCode.CUT_TO_FIT),
                arguments("rounded", number(6, 2), new BigDecimal("1.005"), ReasonCode.ROUNDED),
                arguments("rounded to whole", field("int", Map.of()), new BigDecimal("1.5"), ReasonCode.ROUNDED));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("altered")
    void whatIsAlteredIsReported(String name, FieldDescribe field, Object value, String code) {
        Fitted fitted = FieldFit.fit(value, field, true);
        assertEquals(code, fitted.note().orElseThrow().code());
        assertTrue(fitted.unfit().isEmpty());
    }
}
