package com.spara.sf.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrokenFileTest {

    private final Screen screen = new Screen();

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"--leads", "--settings", "--org-data"})
    void aFileThatIsNotThere(String option) {
        Path file = folder.resolve("nowhere.json");
        assertEquals(2, screen.run(option, file.toString()));
        assertRefused(file + ": there is no such file");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"--leads", "--settings", "--org-data"})
    void aFileThatEndsTooEarly(String option) throws IOException {
        Path file = Files.writeString(folder.resolve("broken.json"), "[{\"a\": 1,\n");
        assertEquals(2, screen.run(option, file.toString()));
        assertRefused(file.toString());
        assertTrue(screen.err().contains("line 2, column"), screen::err);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"--leads", "--settings", "--org-data"})
    void aFileThatIsNotText(String option) throws IOException {
        Path file = Files.write(folder.resolve("latin.json"), "[\"Zoë\"]".getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(2, screen.run(option, file.toString()));
        assertRefused(file + ": the file is not UTF-8 text");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"--leads", "--settings", "--org-data"})
    void anEmptyFile(String option) throws IOException {
        Path file = Files.writeString(folder.resolve("empty.json"), "");
        assertEquals(2, screen.run(option, file.toString()));
        assertRefused(file.toString());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"--leads", "--settings", "--org-data"})
    void aFolder(String option) {
        assertEquals(2, screen.run(option, folder.toString()));
        assertRefused(folder.toString());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{}                                     | at the top: a list in brackets",
                "[1]                                    | at [0]: an object in braces",
                "[{}, {'demo_on': {'day': '1'}}]        | at [1].demo_on: an object is either a 'date' or a 'time'.",
                "[{'demo_on': {'date': 'soon'}}]        | at [0].demo_on: dates are like 2026-11-23",
                "[{'at': {'time': '2026-11-23'}}]       | at [0].at: dates are like 2026-11-23, times like",
                "[{'tags': [1]}]                        | at [0].tags: The field 'tags' is a list",
                "[{'': 'x'}]                            | at [0].: A field of a lead needs a name",
                "[{'clear': 'fax'}]                     | at [0].clear: a list in brackets",
                "[{'clear': [7]}]                       | at [0].clear: a text is expected.",
                "[{'fax': '1', 'clear': ['fax']}]       | at [0].clear: the field 'fax' has a value too",
                "[{'clear': ['fax'], 'fax': '1'}]       | at [0].fax: the field is in the list 'clear' too",
                "[{'conversation': ['hi']}]             | at [0].conversation[0]: an object in braces",
                "[{'conversation': [{'from': 'A'}]}]    | at [0].conversation[0].text: this is missing.",
                "[{'conversation': [{'from': 'A', 'text': 'b', 'at': 'now'}]}] | at [0].conversation[0].at: times are"
                        + " like",
                "[{'conversation': [{'who': 'A'}]}]     | at [0].conversation[0]: 'who' is not known here.",
                "[{'salesforce_lead_id': '@nobody'}]    | at [0].salesforce_lead_id: no record of the fake org's data",
            })
    void leadsThatAreNotLeads(String json, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("leads.json"), json.replace('\'', '"'));
        assertEquals(2, screen.run("--leads", file.toString()));
        assertRefused(file + ", " + message);
    }

    @Test
    void aNameThatStandsTwice() throws IOException {
        Path file = Files.writeString(folder.resolve("leads.json"), "[{\"fax\": \"1\",\n \"fax\": \"2\"}]");
        assertEquals(2, screen.run("--leads", file.toString()));
        assertRefused(file + ", line 2, column");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'version': 2}                                        | version",
                "{'version': 1, 'leads': {'mappings': [{'from': 'a'}]}} | leads.mappings[0]",
                "{'version': 1, 'leads': {'mappings': [{'from': 'a', 'to': 'Fax', 'rule': 'maybe'}]}} |"
                        + " leads.mappings[0].rule",
                "{'version': 1, 'leads': {'updateExisting': false, 'createWhenNoMatch': true}} | leads",
            })
    void settingsThatAreNotSettings(String json, String place) throws IOException {
        Path file = Files.writeString(folder.resolve("settings.json"), json.replace('\'', '"'));
        assertEquals(2, screen.run("--settings", file.toString()));
        assertRefused(file + ": Settings, at " + place + ": ");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'version': 1, 'records': {'Lead': [{'LastName': 'A'}]}} | at records.Lead[0].Company:"
                        + " REQUIRED_FIELD_MISSING",
                "{'version': 1, 'record': {}}                             | at record: this is not known here",
            })
    void dataThatIsNotOfAnOrg(String json, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("org.json"), json.replace('\'', '"'));
        assertEquals(2, screen.run("--org-data", file.toString()));
        assertRefused(file + ", " + message);
    }

    private void assertRefused(String beginning) {
        assertEquals(1, screen.errLines().size(), screen::err);
        assertTrue(screen.err().startsWith(beginning), screen::err);
        assertEquals("", screen.out());
    }
}
