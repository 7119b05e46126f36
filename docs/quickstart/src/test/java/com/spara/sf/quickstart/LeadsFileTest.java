package com.spara.sf.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.Conversation;
import com.spara.sf.Lead;
import com.spara.sf.RecordId;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeadsFileTest {

    private static final RecordId ID = RecordId.of("00Q000000000001");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void valuesKeepTheirTypes() throws IOException {
        Lead lead = lead("'a': 'x', 'b': 12.50, 'c': true, 'd': {'date': '2026-12-01'},"
                + " 'e': {'time': '2026-12-01T10:00:00Z'}, 'f': ['p', 'q']");
        assertEquals(
                Map.of(
                        "a",
                        "x",
                        "b",
                        new BigDecimal("12.50"),
                        "c",
                        true,
                        "d",
                        LocalDate.of(2026, 12, 1),
                        "e",
                        Instant.parse("2026-12-01T10:00:00Z"),
                        "f",
                        List.of("p", "q")),
                lead.values());
    }

    @Test
    void aConversationIsAListOfMessages() throws IOException {
        Lead lead =
                lead("'conversation': [{'at': '2026-11-21T09:58:12Z', 'from': 'Ada', 'channel': 'Chat', 'text': 'Hi'},"
                        + " {'at': '2026-11-21T09:59:00Z', 'from': 'Bob', 'text': 'Hello'}]");
        Conversation.Message first = Conversation.Message.of(Instant.parse("2026-11-21T09:58:12Z"), "Ada", "Hi");
        Conversation.Message second = Conversation.Message.of(Instant.parse("2026-11-21T09:59:00Z"), "Bob", "Hello");
        assertEquals(Optional.of(Conversation.of(first.via("Chat"), second)), lead.value("conversation"));
    }

    @Test
    void aConversationMayBeText() throws IOException {
        assertEquals(Optional.of("Ada: Hi"), lead("'conversation': 'Ada: Hi'").text("conversation"));
    }

    @Test
    void fieldsToBeClearedAreListed() throws IOException {
        assertTrue(lead("'clear': ['fax', 'phone']").isCleared("phone"));
    }

    @Test
    void nullIsAbsent() throws IOException {
        assertEquals(Map.of(), lead("'fax': null").values());
    }

    @Test
    void aNameStandsForAnId() throws IOException {
        assertEquals(Optional.of(ID), lead("'salesforce_lead_id': '@ada'").id("salesforce_lead_id"));
    }

    @Test
    void onlyIdsGoByName() throws IOException {
        assertEquals(Optional.of("@ada"), lead("'twitter': '@ada'").text("twitter"));
    }

    @Test
    void aByteOrderMarkIsNoTrouble() throws IOException {
        Path file = Files.writeString(folder.resolve("leads.json"), "\uFEFF[]");
        assertEquals(List.of(), LeadsFile.read(file, Map.of()));
    }

    private Lead lead(String members) throws IOException {
        Path file = folder.resolve("leads.json");
        Files.writeString(file, "[{" + members.replace('\'', '"') + "}]");
        return LeadsFile.read(file, Map.of("ada", ID)).get(0);
    }
}
