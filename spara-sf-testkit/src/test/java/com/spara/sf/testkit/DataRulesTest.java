package com.spara.sf.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.RecordId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a value on its way into the org. */
class DataRulesTest {
    private final FakeOrg org = FakeOrg.create();
    private final Wire wire = new Wire(org);

    @BeforeEach
    void fields() {
        org.addField("Lead", FakeField.checkbox("Checked__c"));
        org.addField("Lead", FakeField.number("Number__c", 5, 2));
        org.addField("Lead", FakeField.date("Day__c"));
        org.addField("Lead", FakeField.dateTime("Moment__c"));
        org.addField("Lead", FakeField.picklist("Size__c", "Small", "Large").restricted());
        org.addField(
                "Lead",
                FakeField.multiPicklist("Colours__c", "Red", "Green", "Blue").restricted());
        org.addField("Lead", FakeField.text("Note__c", 5));
        org.addField("Lead", FakeField.longText("Story__c", 300));
        org.addField("Lead", FakeField.text("Code__c", 20).unique());
        org.addField("Lead", FakeField.text("Exact__c", 20).unique().caseSensitive());
        org.addField("Lead", FakeField.reference("Region__c", "Account").children("Leads__r"));
    }

    private Wire.Reply create(String field, String json) {
        return wire.post("sobjects/Lead", "{'LastName':'L','Company':'C','" + field + "':" + json + "}");
    }

    @ParameterizedTest(name = "{0} {1} is stored as {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "null",
            value = {
                "Phone|'  1 2 '|1 2",
                "Phone|'   '|null",
                "Phone|''|null",
                "Phone|7|7",
                "Email|' Ada@EXAMPLE.com '|ada@example.com",
                "Email|'o..k@example.com'|o..k@example.com",
                "Email|'jörg@müller.example'|jörg@müller.example",
                "Number__c|1.239|1.23",
                "Number__c|'12'|12",
                "Number__c|-999.99|-999.99",
                "NumberOfEmployees|'42'|42",
                "Checked__c|'TRUE'|true",
                "Day__c|'2026-02-28'|2026-02-28",
                "Moment__c|'2026-05-01T07:25:37.999+0000'|2026-05-01T07:25:37Z",
                "Moment__c|'2026-05-01T09:25:37+02:00'|2026-05-01T07:25:37Z",
                "Moment__c|'2026-05-01T07:25Z'|2026-05-01T07:25:00Z",
                "LeadSource|'web'|Web",
                "LeadSource|'Chat'|Chat",
                "Size__c|'LARGE'|Large",
                "Colours__c|'blue;Red'|Red;Blue",
                "Street|'1 Road\\nTown'|1 Road\\nTown"
            })
    void valueIsStoredAsThePlatformStoresIt(String field, String json, String stored) {
        Wire.Reply reply = create(field, json.replace('\'', '"'));
        assertEquals(201, reply.status(), reply.body());
        assertEquals(
                stored == null ? null : stored.replace("\\n", "\n"),
                org.only("Lead").text(field));
    }

    @ParameterizedTest(name = "{0} {1} is refused with {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Note__c|'123456'|STRING_TOO_LONG",
                "Email|'ada'|INVALID_EMAIL_ADDRESS",
                "Email|'.ada@example.com'|INVALID_EMAIL_ADDRESS",
                "Email|'a da@example.com'|INVALID_EMAIL_ADDRESS",
                "Email|'ada@example'|INVALID_EMAIL_ADDRESS",
                "Phone|{}|JSON_PARSER_ERROR",
                "Phone|['1']|JSON_PARSER_ERROR",
                "Number__c|'many'|JSON_PARSER_ERROR",
                "Number__c|1000|NUMBER_OUTSIDE_VALID_RANGE",
                "Number__c|1e9999999|JSON_PARSER_ERROR",
                "Number__c|1e-9999999|JSON_PARSER_ERROR",
                "Number__c|true|JSON_PARSER_ERROR",
                "NumberOfEmployees|1.5|JSON_PARSER_ERROR",
                "NumberOfEmployees|123456789|NUMBER_OUTSIDE_VALID_RANGE",
                "Checked__c|null|INVALID_TYPE_ON_FIELD_IN_RECORD",
                "Checked__c|'maybe'|JSON_PARSER_ERROR",
                "Checked__c|1|JSON_PARSER_ERROR",
                "Day__c|'2026-02-30'|JSON_PARSER_ERROR",
                "Day__c|'2026'|JSON_PARSER_ERROR",
                "Moment__c|'2026-05-01 07:25:37'|JSON_PARSER_ERROR",
                "Moment__c|'2026-05-01T07:25:37+0000'|JSON_PARSER_ERROR",
                "Size__c|'Huge'|INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
                "Colours__c|'Red;Pink'|INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
                "Region__c|'nonsense'|MALFORMED_ID",
                "Region__c|'001Fk0000000zzz'|INVALID_CROSS_REFERENCE_KEY",
                "Region__c|'003Fk0000000zzz'|FIELD_INTEGRITY_EXCEPTION",
                "OwnerId|'001Fk0000000zzz'|FIELD_INTEGRITY_EXCEPTION",
                "CreatedDate|'2026-05-01T07:25:37Z'|INVALID_FIELD_FOR_INSERT_UPDATE",
                "Nonsense|1|INVALID_FIELD"
            })
    void valueThatCannotBeStoredIsRefused(String field, String json, String code) {
        Wire.Reply reply = create(field, json);
        assertEquals(400, reply.status(), reply.body());
        assertEquals(code, reply.errorCode(), reply.message());
        assertTrue(org.records("Lead").isEmpty());
    }

    @Test
    void refusalNamesTheFieldAndItsLimit() {
        Wire.Reply reply = create("Note__c", "'123456'");
        assertEquals("Note: data value too large: 123456 (max length=5)", reply.message());
        assertEquals("Note__c", reply.text("/0/fields/0"));
    }

    @Test
    void allMissingFieldsAreNamedAtOnce() {
        Wire.Reply reply = wire.post("sobjects/Lead", "{'FirstName':'Ada'}");
        assertEquals("Required fields are missing: [LastName, Company]", reply.message());
        assertEquals("Company", reply.text("/0/fields/1"));
    }

    @Test
    void noBreakSpaceSurvivesTheTrim() {
        RecordId id = org.add("Lead", "LastName", "\u00a0L ", "Company", "C");
        assertEquals("\u00a0L", org.record(id).text("LastName"));
    }

    @Test
    void jdkValuesAreTakenAndGivenBack() {
        Instant moment = Instant.parse("2026-05-01T07:25:37.9Z");
        RecordId id = org.add(
                "Lead",
                "LastName",
                "L",
                "Company",
                "C",
                "Number__c",
                1.5,
                "Day__c",
                LocalDate.of(2026, 5, 1),
                "Moment__c",
                moment,
                "Checked__c",
                true,
                "AnnualRevenue",
                1_000);
        FakeRecord lead = org.record(id);
        assertEquals(new BigDecimal("1.5"), lead.value("Number__c"));
        assertEquals(LocalDate.of(2026, 5, 1), lead.value("Day__c"));
        assertEquals(Instant.parse("2026-05-01T07:25:37Z"), lead.value("Moment__c"));
        assertEquals(true, lead.value("checked__C"));
        assertEquals(new BigDecimal("1000"), lead.value("AnnualRevenue"));
    }

    @Test
    void longTextKeepsItsLengthToTheLastCharacter() {
        String story = "x".repeat(300);
        assertEquals(201, create("Story__c", "'" + story + "'").status());
        assertEquals(story, org.only("Lead").text("Story__c"));
        assertEquals("STRING_TOO_LONG", create("Story__c", "'" + story + "x'").errorCode());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"Code__c", "Exact__c"})
    void uniqueValueBelongsToOneRecord(String field) {
        RecordId first = org.add("Lead", "LastName", "L", "Company", "C", field, "k1");
        Wire.Reply reply = create(field, "'k1'");
        assertEquals("DUPLICATE_VALUE", reply.errorCode());
        assertTrue(reply.message().endsWith(first.value().substring(0, 15)), reply.message());
        org.delete(first);
        assertEquals(201, create(field, "'k1'").status());
    }

    @Test
    void uniqueValueIsFreeAgainWhenItsRecordChanges() {
        RecordId first = org.add("Lead", "LastName", "L", "Company", "C", "Code__c", "k1");
        org.update(first, "Code__c", "k2");
        assertEquals(201, create("Code__c", "'k1'").status());
        assertEquals("DUPLICATE_VALUE", create("Code__c", "'k2'").errorCode());
    }

    @Test
    void uniqueValueIsFreeAgainWhenItsRecordWasTakenBack() {
        String row = "{'attributes':{'type':'Lead'},'LastName':'L','Company':'C','Code__c':'k1'}";
        wire.post("composite/sobjects", "{'allOrNone':true,'records':[" + row + "," + row + "]}");
        assertTrue(org.records("Lead").isEmpty());
        assertEquals(201, create("Code__c", "'k1'").status());
    }

    @Test
    void onlyCaseSensitiveFieldsTellCaseApart() {
        org.add("Lead", "LastName", "L", "Company", "C", "Code__c", "k", "Exact__c", "k");
        assertEquals("DUPLICATE_VALUE", create("Code__c", "'K'").errorCode());
        assertEquals(201, create("Exact__c", "'K'").status());
    }

    @Test
    void parentCanBeNamedByItsExternalId() {
        org.addField("Account", FakeField.text("Number__c", 10).externalId());
        RecordId acme = org.add("Account", "Name", "Acme", "Number__c", "A7");
        assertEquals(201, create("Region__r", "{'Number__c':'a7'}").status());
        assertEquals(acme.value(), org.only("Lead").text("Region__c"));
        assertEquals("INVALID_FIELD", create("Region__r", "{'Number__c':'B1'}").errorCode());
    }

    @Test
    void fieldAddedLaterIsEmptyInOldRecords() {
        RecordId id = org.add("Lead", "LastName", "L", "Company", "C");
        org.addField("Lead", FakeField.text("Late__c", 10));
        org.addField("Lead", FakeField.checkbox("LateCheck__c"));
        Wire.Reply reply = wire.get("sobjects/Lead/" + id + "?fields=Late__c,LateCheck__c");
        assertEquals("null", reply.text("/Late__c"));
        assertEquals("false", reply.text("/LateCheck__c"));
        org.update(id, "Late__c", "x");
        assertEquals("x", org.record(id).text("Late__c"));
    }

    @Test
    void customObjectHasItsOwnPrefixAndFields() {
        org.addObject("Invoice__c", FakeField.currency("Total__c"), FakeField.reference("Lead__c", "Lead"));
        RecordId id = org.add("Invoice__c", "Name", "1", "Total__c", "9.99");
        assertEquals("a00", id.keyPrefix());
        assertEquals(org.user().value(), org.record(id).text("OwnerId"));
    }

    @Test
    void refusalOfADirectAddSaysWhatAndWhere() {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> org.add("Lead", "LastName", "Secret"));
        assertTrue(refusal.getMessage().contains("REQUIRED_FIELD_MISSING [Company]"), refusal.getMessage());
        assertNull(org.records("Lead").stream().findFirst().orElse(null));
    }
}
