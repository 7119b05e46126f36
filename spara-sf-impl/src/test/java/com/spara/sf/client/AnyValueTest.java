package com.spara.sf.client;

import static com.spara.sf.sync.Outcome.CREATED;
import static com.spara.sf.sync.Outcome.UNCHANGED;
import static com.spara.sf.sync.Outcome.UPDATED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.Conversation;
import com.spara.sf.Conversation.Message;
import com.spara.sf.Lead;
import com.spara.sf.RecordId;
import com.spara.sf.settings.FieldMapping;
import com.spara.sf.settings.PushRule;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.sync.RecordResult;
import com.spara.sf.testkit.FakeField;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Any values at all in mapped fields of any type: no exception, nothing unreported, no other record changed, and a second
 * push writes nothing. A failure names its seed, which can be put into the list.
 */
class AnyValueTest extends OnFakeOrg {

    private static final List<String> FIELDS = List.of(
            "Text__c",
            "Long__c",
            "Flag__c",
            "Number__c",
            "Whole__c",
            "Date__c",
            "Time__c",
            "Pick__c",
            "Free__c",
            "Multi__c",
            "Ref__c",
            "Mail__c",
            "Phone__c",
            "Url__c",
            "Title",
            "AnnualRevenue");

    private static final String[] TEXTS = {
        "",
        " ",
        "x",
        "Hot",
        "hot",
        "true",
        "12.345",
        "1e9",
        "2026-11-23",
        "2026-11-23T09:00:00Z",
        "a;b;;c",
        "ada@example.com",
        "Ä\u00A0ö",
        "\u2003wide\u2003",
        "line\r\nbreak",
        "tab\tbed",
        "@{x.id}",
        "\\' OR Name != '",
        "\uD83D\uDE00\uD83D\uDE00",
        "\uD83D",
        "#N/A",
        "null",
        "<b>bold</b>",
        "%20+%2B",
        "\u0007bell",
        "00Q000000000001"
    };

    private SyncSettings settings(Random random) {
        PushRule.CreateWhenNoMatch rule = PushRule.updateExisting().createWhenNoMatch();
        for (String field : FIELDS) {
            FieldMapping mapping = FieldMapping.of(field, field);
            mapping = switch (random.nextInt(4)) {
                case 0 -> mapping.onlyIfEmpty();
                case 1 -> mapping.onCreateOnly();
                case 2 -> mapping.cutToFit();
                default -> mapping;
            };
            rule = rule.map(mapping);
        }
        return SyncSettings.standard().leads(rule).contacts(PushRule.off());
    }

    private void addFields() {
        org.addField("Lead", FakeField.text("Text__c", 20));
        org.addField("Lead", FakeField.longText("Long__c", 300));
        org.addField("Lead", FakeField.checkbox("Flag__c"));
        org.addField("Lead", FakeField.number("Number__c", 8, 2));
        org.addField("Lead", FakeField.number("Whole__c", 5, 0));
        org.addField("Lead", FakeField.date("Date__c"));
        org.addField("Lead", FakeField.dateTime("Time__c"));
        org.addField("Lead", FakeField.picklist("Pick__c", "Hot", "Cold").restricted());
        org.addField("Lead", FakeField.picklist("Free__c", "Hot", "Cold"));
        org.addField(
                "Lead",
                FakeField.multiPicklist("Multi__c", "Hot", "Cold", "a", "b", "c")
                        .restricted());
        org.addField("Lead", FakeField.reference("Ref__c", "Contact"));
        org.addField("Lead", FakeField.email("Mail__c"));
        org.addField("Lead", FakeField.phone("Phone__c"));
        org.addField("Lead", FakeField.url("Url__c"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void leavesNothingUnreportedAndASecondPushWritesNothing(long seed) {
        addFields();
        Random random = new Random(seed);
        RecordId other = addLead("other@example.com");
        RecordId contact = addContact("buddy@example.com");
        Map<String, ?> before = org.record(other).fields();
        for (int i = 0; i < 40; i++) {
            SyncSettings settings = settings(random);
            Lead lead = Lead.of("p" + random.nextInt(10) + "@example.com");
            for (String field : FIELDS) {
                lead = random.nextInt(8) == 0 ? lead.clearing(field) : lead.with(field, value(random, contact));
            }
            pushTwice(settings, lead, "seed " + seed + ", round " + i);
        }
        assertEquals(before, org.record(other).fields());
    }

    private void pushTwice(SyncSettings settings, Lead lead, String where) {
        RecordResult first = sync(settings).push(lead).lead();
        assertTrue(List.of(CREATED, UPDATED, UNCHANGED).contains(first.outcome()), where + " " + first.reason());
        for (String field : FIELDS) {
            assertTrue(
                    first.plan().fields().stream()
                            .anyMatch(decision -> decision.field().equals(field)),
                    where + " does not report " + field);
        }
        RecordResult second = sync(settings).push(lead).lead();
        assertEquals(
                UNCHANGED,
                second.outcome(),
                where + " writes again "
                        + second.plan().fieldsToWrite().stream()
                                .map(f -> f + ": " + f.before() + " -> " + f.after())
                                .toList()
                        + second.reason() + second.reason().salesforceWords());
    }

    private static Object value(Random random, RecordId contact) {
        return switch (random.nextInt(12)) {
            case 0 -> random.nextBoolean();
            case 1 -> new BigDecimal(random.nextLong()).movePointLeft(random.nextInt(25));
            case 2 -> random.nextInt(100);
            case 3 -> LocalDate.ofEpochDay(random.nextInt(60_000) - 10_000L);
            case 4 -> Instant.ofEpochMilli(random.nextLong(4_000_000_000_000L));
            case 5 -> List.of(TEXTS[random.nextInt(TEXTS.length)], "Hot");
            case 6 -> contact;
            case 7 -> "x".repeat(random.nextInt(400));
            case 8 ->
                Conversation.of(IntStream.range(0, random.nextInt(9))
                        .mapToObj(i ->
                                Message.of(Instant.EPOCH.plusSeconds(i), "Ada", TEXTS[random.nextInt(TEXTS.length)]))
                        .toList());
            default -> TEXTS[random.nextInt(TEXTS.length)];
        };
    }
}
