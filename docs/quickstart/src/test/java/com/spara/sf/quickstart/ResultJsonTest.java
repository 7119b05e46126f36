package com.spara.sf.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultJsonTest {

    private static final JsonProvider JSON = JsonProvider.provider();

    @Test
    void thereIsOneResultForEachLead() {
        JsonObject report = report("--json");
        assertEquals(20, report.getJsonArray("leads").size());
        assertEquals(3, report.getInt("apiCalls"));
        assertFalse(report.getBoolean("plan"));
    }

    @Test
    void eachLeadIsWhatTheLibraryExplainsOfItBelowItsAddress() {
        JsonObject lead = report("--json").getJsonArray("leads").getJsonObject(0);
        assertEquals(
                List.of("email", "version", "kind", "lead", "contact", "unmapped", "read", "notes", "apiCalls"),
                List.copyOf(lead.keySet()));
    }

    @Test
    void aCreatedRecordHasItsIdAndItsValues() {
        JsonObject lead = lead(0);
        assertEquals("created", lead.getString("outcome"));
        assertTrue(lead.getString("id").startsWith("00Q"));
        assertEquals("Head of Research", field(lead, "Title").getString("after"));
        assertEquals(140, field(lead, "NumberOfEmployees").getInt("after"));
        assertEquals("2026-12-01", field(lead, "Demo_Date__c").getString("after"));
        assertTrue(field(lead, "Chat_Transcript__c").getString("after").contains("Yes please"));
    }

    @Test
    void aFieldThatWasKeptSaysWhy() {
        JsonObject phone = field(lead(3), "Phone");
        assertEquals("keep", phone.getString("action"));
        assertEquals("+1 206 555 0101", phone.getString("before"));
        assertEquals("NOT_EMPTY", phone.getJsonObject("reason").getString("code"));
    }

    @Test
    void aTieListsTheCandidatesAndTheRuleThatDecided() {
        JsonObject match = lead(6).getJsonObject("match");
        assertEquals(2, match.getJsonArray("candidates").size());
        assertEquals("MOST_RECENT_FIRST", match.getJsonObject("decidedBy").getString("code"));
    }

    @Test
    void aRefusalKeepsTheCodeAndTheWordsOfSalesforce() {
        JsonObject reason = lead(19).getJsonObject("reason");
        assertEquals("DUPLICATE_VALUE", reason.getString("code"));
        assertTrue(reason.getString("salesforceSays").startsWith("duplicate value found"));
    }

    @Test
    void aWarningNamesTheRecordsItSpeaksOf() {
        JsonObject merged = lead(11).getJsonArray("warnings").getJsonObject(0);
        assertEquals("MERGED", merged.getString("code"));
        assertEquals(2, merged.getJsonArray("ids").size());
    }

    @Test
    void aPlanSaysWhatWouldBeDone() {
        JsonObject report = report("--json", "--plan");
        assertTrue(report.getBoolean("plan"));
        assertEquals(
                "create",
                report.getJsonArray("leads")
                        .getJsonObject(0)
                        .getJsonObject("lead")
                        .getString("action"));
    }

    private static JsonObject lead(int index) {
        return report("--json").getJsonArray("leads").getJsonObject(index).getJsonObject("lead");
    }

    private static JsonObject field(JsonObject record, String name) {
        JsonArray fields = record.getJsonArray("fields");
        return fields.getValuesAs(JsonObject.class).stream()
                .filter(field -> field.getString("field").equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static JsonObject report(String... words) {
        Screen screen = new Screen();
        assertEquals(0, screen.run(words), screen::err);
        try (JsonReader reader = JSON.createReader(new StringReader(screen.out()))) {
            return reader.readObject();
        }
    }
}
