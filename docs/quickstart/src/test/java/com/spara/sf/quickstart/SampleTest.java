package com.spara.sf.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sample beside the pom, as README shows it. */
class SampleTest {

    private final Screen screen = new Screen();

    @Test
    void itRunsWithoutAWordOnTheCommandLine() {
        assertEquals(0, screen.run(), screen::err);
        assertEquals("", screen.err());
    }

    @Test
    void noLineIsLongerThanAScreen() {
        screen.run();
        assertEquals(
                List.of(),
                screen.out().lines().filter(line -> line.length() > 120).toList());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Ada Okonkwo    | lead    | created   | Nothing matched.",
                "Ben Fischer    | lead    | created   | Company \"[not provided]\": Salesforce requires the field",
                "Chiara Romano  | lead    | updated   | Found by e-mail.",
                "Daniel Kim     | lead    | updated   | Kept: Company (only if empty), Phone (only if empty).",
                "Farid Haddad   | lead    | unchanged | Nothing is left to write.",
                "Hana Tanaka    | lead    | updated   | Found 2 by e-mail; taken is the most recently created one.",
                "Ines Duarte    | lead    | updated   | Found 2 by e-mail; taken is the unconverted one.",
                "Jonas Weber    | lead    | skipped   | The Lead is converted",
                "Jonas Weber    | contact | updated   | Found by converted lead. Chat_Transcript__c: The newest"
                        + " messages",
                "Kavya Rao      | lead    | created   | Nothing matched.",
                "Kavya Rao      | contact | updated   | Found by e-mail. Kept: Phone (only if empty).",
                "Liam O'Connor  | lead    | updated   | Found by salesforce_lead_id.",
                "Mei Chen       | lead    | updated   | merged into another, which was taken.",
                "Noor Aziz      | lead    | updated   | The stored Id leads to no Lead",
                "Olga Petrova   | lead    | updated   | Fax: The lead asks to clear it.",
                "Pedro Alves    | lead    | updated   | Title left out: The text has 138 characters",
                "Rosa Marino    | lead    | created   | 2 leads of this push are the same Lead",
                "Sam            | lead    | skipped   | no e-mail address",
                "Tess Baker     | lead    | skipped   | not one that Salesforce can store",
                "Uma Novak      | lead    | failed    | Salesforce says: duplicate value found",
            },
            quoteCharacter = '\0')
    void eachPersonShowsOneThing(String name, String object, String outcome, String why) {
        LeadReport person = Sample.report().leads().stream()
                .filter(lead -> lead.who().startsWith(name))
                .findFirst()
                .orElseThrow();
        RecordReport record = object.equals("lead") ? person.lead() : person.contact();
        assertEquals(outcome, record.outcome());
        assertTrue(Why.of(record).contains(why), () -> Why.of(record));
    }

    @Test
    void theConversationIsWritten() {
        assertTrue(Sample.report().leads().get(0).lead().fields().toString().contains("Chat_Transcript__c"));
    }

    @Test
    void twentyLeadsCostThreeCallsOneOfThemForTheMergedRecord() {
        screen.run();
        assertTrue(screen.out().contains("API calls  3 for 20 leads"), screen::out);
    }

    @Test
    void fieldsOfARefusedRecordAreNotShownAsWritten() {
        RecordReport refused = Sample.report().leads().get(19).lead();
        assertEquals(List.of(), refused.fields());
        assertFalse(refused.plan().fieldsToWrite().isEmpty());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "2  | Email, FirstName, LastName, Title, LeadSource, Company",
                "3  | Title: Assistant -> Head of Purchasing",
                "5  | Phone: +90 212 555 0142",
                "14 | Fax: +7 812 555 0133 -> (cleared)",
            })
    void aNewRecordShowsItsFieldsAndAnotherOneOldAndNew(int number, String fields) {
        assertEquals(fields, Fields.of(Sample.report().leads().get(number - 1).lead()));
    }

    @Test
    void aLongTextIsCountedAndNotShown() {
        String fields = Fields.of(Sample.report().leads().get(8).contact());
        assertTrue(fields.matches("(?s).*\\nChat_Transcript__c: [0-9]+ characters"), fields);
    }

    @Test
    void whatWasReadOntoTheLeadStandsBelow() {
        assertEquals(
                "\nSales rep: Grace Okafor\nAccount: Aldgate Diagnostics",
                Sample.report().leads().get(8).readBack());
        assertEquals("", Sample.report().leads().get(17).readBack());
    }

    @Test
    void theReadmeShowsLinesOfIt() throws IOException {
        screen.run();
        String readme = Files.readString(Path.of("../../README.md"));
        List<String> shown =
                readme.split("```text\n", 2)[1].split("\n```", 2)[0].lines().toList();
        Iterator<String> printed = screen.out().lines().iterator();
        shown.forEach(line -> assertTrue(comes(line, printed), line));
    }

    private static boolean comes(String line, Iterator<String> printed) {
        while (printed.hasNext()) {
            if (printed.next().equals(line)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void fieldsThatAreWrittenOnCreateOnlyAreNamedOnce() {
        screen.run();
        assertEquals(
                1, screen.out().lines().filter(line -> line.startsWith("Kept ")).count());
        assertTrue(screen.out().contains("LeadSource of the records that were there"), screen::out);
    }

    @Test
    void aPlanOfTheSampleSaysWhatWouldBeDone() {
        assertEquals(0, screen.run("--plan"), screen::err);
        assertTrue(screen.out().contains("Leads      6 create, 10 update, 1 unchanged, 3 skip"), screen::out);
        assertTrue(screen.out().endsWith("Nothing was written." + System.lineSeparator()), screen::out);
    }

    @Test
    void aRunIsRepeatable() {
        screen.run();
        Screen again = new Screen();
        again.run();
        assertEquals(screen.out(), again.out());
    }

    /** The sample's report, made once. */
    private static final class Sample {
        private static final Report REPORT = Run.of(Arguments.of(List.of(), Map.of(), Screen.SAMPLE));

        static Report report() {
            return REPORT;
        }
    }

    @Test
    void helpListsEachOption() {
        assertEquals(0, screen.run("--help"));
        String options = Arrays.stream(screen.out().split("\\s+"))
                .filter(word -> word.startsWith("--"))
                .limit(8)
                .collect(Collectors.joining(" "));
        assertEquals("--leads --settings --org-data --plan --json --url --token --help", options);
    }
}
