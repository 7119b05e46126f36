package com.spara.sf.testkit.contents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.testkit.FakeOrg;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrgDataRefusalTest {

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'record': {}                                              | at record: this is not known here",
                "'records': []                                             | at records: an object in braces",
                "'records': {'Lead': {}}                                   | at records.Lead: a list in brackets",
                "'records': {'Laed': [{'Name': 'A'}]}                      | at records.Laed[0]: this org has no"
                        + " object Laed",
                "'records': {'Lead': [{'LastName': 'A', 'Company': 'A', 'Email': 'no'}]} | at records.Lead[0].Email:"
                        + " INVALID_EMAIL_ADDRESS",
                "'records': {'Lead': [{'LastName': 'A'}]}                  | at records.Lead[0].Company:"
                        + " REQUIRED_FIELD_MISSING",
                "'records': {'Lead': [{'LastName': 'A', 'Compny': 'A'}]}   | at records.Lead[0]: INVALID_FIELD, No"
                        + " such column 'Compny'",
                "'records': {'Lead': [{'LastName': {}, 'Company': 'A'}]}   | at records.Lead[0].LastName: a text, a"
                        + " number",
                "'records': {'Lead': [{'@delete': true}]}                  | at records.Lead[0].@delete: this is not"
                        + " known here",
                "'records': {'Lead': [{'LastName': 'A', 'Company': 'A', '@deleted': 1}]} | at"
                        + " records.Lead[0].@deleted: true or false",
                "'records': {'Contact': [{'LastName': 'A', 'AccountId': '@acme'}]} | at records.Contact[0].AccountId:"
                        + " nothing in this file has the name 'acme'",
                "'records': {'Contact': [{'@id': 'a', 'LastName': 'A', 'ReportsToId': '@a'}]} | at records.Contact[0]:"
                        + " this refers to records that in the end refer back",
                "'records': {'Account': [{'@id': 'a', 'Name': 'A'}, {'@id': 'a', 'Name': 'B'}]} | at"
                        + " records.Account[1].@id: another has the name 'a'",
                "'records': {'Account': [{'@id': '@a', 'Name': 'A'}]}      | at records.Account[0].@id: a name is"
                        + " written without the @",
                "'records': {'Account': [{'@id': 'a', 'Name': 'A', '@converted': true}]} | at"
                        + " records.Account[0].@converted: INVALID_CROSS_REFERENCE_KEY",
                "'records': {'Lead': [{'LastName': 'A', 'Company': 'A', '@mergedInto': 'x'}]} | at"
                        + " records.Lead[0].@mergedInto: nothing in this file",
                "'records': {'Lead': [{'LastName': 'A', 'Company': 'A', '@converted': {'contact': '@x'}}]} | at"
                        + " records.Lead[0].@converted: 'account' is missing",
                "'users': [{'name': 'Grace Okafor'}]                       | at users[0]: 'email' is missing",
                "'users': [{'name': ' ', 'email': 'a@b.example'}]          | at users[0].name: a text is expected",
                "'queues': [{'title': 'Inbound'}]                          | at queues[0].title: this is not known"
                        + " here; known are @id, name",
                "'fields': {'Lead': [{'name': 'X__c'}]}                    | at fields.Lead[0]: 'type' is missing",
                "'fields': {'Lead': [{'name': 'X__c', 'type': 'string'}]}  | at fields.Lead[0].type: there is no such"
                        + " type; there are text",
                "'fields': {'Lead': [{'name': 'X__c', 'type': 'text', 'length': 256}]} | at fields.Lead[0].length:"
                        + " this is 1 to 255",
                "'fields': {'Lead': [{'name': 'X__c', 'type': 'text', 'length': 2.5}]} | at fields.Lead[0].length: a"
                        + " whole number",
                "'fields': {'Lead': [{'name': 'X__c', 'type': 'text', 'length': '20'}]} | at fields.Lead[0].length: a"
                        + " whole number",
                "'fields': {'Lead': [{'name': 'X__c', 'type': 'date', 'length': 20}]} | at fields.Lead[0].length: this"
                        + " is not known here",
                "'fields': {'Lead': [{'name': 'X__c', 'type': 'date', 'default': 'soon'}]} | at"
                        + " fields.Lead[0].default: dates are like",
                "'fields': {'Laed': [{'name': 'X__c', 'type': 'date'}]}    | at fields.Laed[0]: this org has no object"
                        + " Laed",
                "'fields': {'Lead': [{'name': 'Phone', 'type': 'date'}]}   | at fields.Lead[0]:",
            })
    void whatIsWrongIsSaidWithItsPlace(String members, String message) {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> fill(members));
        assertTrue(String.valueOf(refusal.getMessage()).startsWith("org data, " + message), refusal::getMessage);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'version': 1,, }            | org data, line 1, column",
                "{'version': 1                | org data, line 1, column",
                "{'version': 1} {}            | org data, line 1, column",
                "{'version': 1, 'version': 1} | org data, line 1, column",
                "''                           | org data, at the top: an object",
                "[]                           | org data, at the top: an object",
                "{}                           | org data, at the top: 'version' is missing",
                "{'version': 2}               | org data, at version: only version 1 can be read",
                "{'version': '1'}             | org data, at version: a whole number",
            })
    void aFileThatIsNotOfThisFormIsRefused(String json, String message) {
        StringReader reader = new StringReader(json.replace('\'', '"'));
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> OrgData.read(reader));
        assertTrue(String.valueOf(refusal.getMessage()).startsWith(message), refusal::getMessage);
    }

    @Test
    void aNameThatStandsTwiceIsNamed() {
        StringReader reader = new StringReader("{\"version\": 1, \"version\": 1}");
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> OrgData.read(reader));
        assertTrue(
                String.valueOf(refusal.getMessage()).endsWith("'version' stands twice in one object"),
                refusal::getMessage);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"'', the file is empty", "\uFEFF, the file is empty", "nonsense, this is not JSON"})
    void aFileWithoutJsonIsRefusedByItsName(String content, String message, @TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("org.json"), content);
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> OrgData.read(file));
        assertTrue(String.valueOf(refusal.getMessage()).startsWith(file.toString()), refusal::getMessage);
        assertTrue(String.valueOf(refusal.getMessage()).contains(message), refusal::getMessage);
    }

    @Test
    void aFileThatIsNotThereIsNamed(@TempDir Path folder) {
        Path file = folder.resolve("org.json");
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> OrgData.read(file));
        assertEquals(file + ": there is no such file", refusal.getMessage());
    }

    @Test
    void aFileThatIsNotTextIsNamed(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("org.json"), "\"Zoë\"".getBytes(StandardCharsets.ISO_8859_1));
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> OrgData.read(file));
        assertEquals(file + ": the file is not UTF-8 text", refusal.getMessage());
    }

    private static void fill(String members) {
        String json = "{'version': 1, " + members + "}";
        OrgData.read(new StringReader(json.replace('\'', '"'))).into(FakeOrg.create());
    }
}
