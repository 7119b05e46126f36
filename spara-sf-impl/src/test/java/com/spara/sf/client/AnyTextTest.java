package com.spara.sf.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.spara.sf.Lead;
import com.spara.sf.RecordId;
import com.spara.sf.client.soql.SoqlText;
import com.spara.sf.settings.PushRule;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.spi.WireRequest;
import com.spara.sf.testkit.FakeField;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Any text at all: in a query it finds its own row and no other, in a field it arrives as it was and changes no other record. */
@Timeout(7_200)
class AnyTextTest extends OnFakeOrg {

    private static final List<String> PIECES = List.of(
            "\\",
            "'",
            "\\'",
            "\"",
            "@{",
            "@",
            "{",
            "}",
            "%",
            "_",
            "+",
            "%27",
            "\\u0027",
            "\\n",
            "\r",
            "\n",
            "\t",
            "\u0000",
            "\u001f",
            "\u007f",
            "\u0085",
            "\u2028",
            "\uFEFF",
            "\uD83D\uDE00",
            "\uD83D",
            "\uDE00",
            " OR Id != null",
            "--",
            "/*",
            ")",
            "&q=",
            "#");

    private static String text(RandomGenerator random) {
        return IntStream.range(0, 1 + random.nextInt(6))
                .mapToObj(i -> switch (random.nextInt(3)) {
                    case 0 -> PIECES.get(random.nextInt(PIECES.size()));
                    case 1 -> Character.toString(random.nextInt(0x80));
                    default -> Character.toString(random.nextInt(Character.MAX_CODE_POINT + 1));
                })
                .collect(Collectors.joining());
    }

    /** What UTF-8 can carry, and Salesforce keeps: no half pairs, no white space at the ends, no control characters. */
    private static String storable(String text) {
        return text.codePoints()
                .filter(c -> c >= ' ' && (c < 0x7f || c > 0x9f) && !(c >= 0xD800 && c <= 0xDFFF))
                .mapToObj(Character::toString)
                .collect(Collectors.joining("", "a", "z"));
    }

    @Test
    void inAQueryFindsItsOwnRowAndNoOther() {
        org.addField("Lead", FakeField.text("Key__c", 255).caseSensitive());
        org.add("Lead", "LastName", "Other", "Company", "Acme", "Key__c", "other");
        Fuzzing.of("texts in queries", random -> {
            String text = storable(text(random));
            RecordId id = org.add("Lead", "LastName", "L", "Company", "Acme", "Key__c", text);
            assertEquals(List.of(id.value()), found("Key__c = " + SoqlText.literal(text)), text);
            assertEquals(List.of(id.value()), found(SoqlText.in("Key__c", List.of(text, "x'x"))), text);
            assertEquals(List.of(), found("Key__c = " + SoqlText.literal(text + text(random) + "!")), text);
            org.delete(id);
        });
    }

    private List<String> found(String condition) {
        String soql = "SELECT Id FROM Lead WHERE " + condition;
        WireRequest request = WireRequest.of(
                        "GET", URI.create(org.url() + "/services/data/v67.0/query?q=" + SoqlText.asParameter(soql)))
                .withHeader("Authorization", "Bearer " + org.token());
        try (var response = org.transport().send(request, Duration.ofSeconds(9))) {
            String body = new String(response.body().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            assertEquals(200, response.status(), body);
            return java.util.regex.Pattern.compile("\"Id\":\"(\\w{18})\"")
                    .matcher(body)
                    .results()
                    .map(id -> id.group(1))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Test
    void inAFieldArrivesAsItWasAndChangesNoOtherRecord() {
        SyncSettings settings = SyncSettings.standard()
                .leads(PushRule.updateExisting()
                        .createWhenNoMatch()
                        .map("last_name", "LastName")
                        .map("words", "Company"));
        RecordId other = addLead("other@example.com");
        Map<String, ?> before = org.record(other).fields();
        var sync = sync(settings);
        Fuzzing.of("texts in fields", random -> {
            String text = storable(text(random));
            sync.push(Lead.of("p" + random.nextInt(50) + "@example.com")
                    .with("last_name", text)
                    .with("words", text));
            assertEquals(before, org.record(other).fields());
            assertEquals(
                    1,
                    org.records("Lead").stream()
                            .filter(lead -> text.equals(lead.text("Company")))
                            .limit(1)
                            .count(),
                    text);
        });
    }
}
