package com.spara.sf.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.spara.sf.RecordId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SalesforceRecordTest {

    private static final RecordId ID = RecordId.of("00Q000000000001");

    @Test
    void emptyFieldsAreNoValues() {
        Map<String, Object> fields = new HashMap<>(Map.of("Id", ID.value(), "Company", "Acme"));
        fields.put("Phone", null);
        SalesforceRecord record = SalesforceRecord.of("Lead", fields);
        assertEquals(Map.of("Id", ID.value(), "Company", "Acme"), record.values());
        assertEquals(Optional.empty(), record.value("Phone"));
        assertEquals(SalesforceRecord.of("Lead", ID).with("Company", "Acme"), record);
    }

    @Test
    void severalFieldsReplaceThoseThatThereAre() {
        Map<String, Object> more = new HashMap<>(Map.of("company", "Globex", "Phone", "1"));
        more.put("Title", null);
        SalesforceRecord record = SalesforceRecord.of("Lead", Map.of("Company", "Acme", "Title", "CTO"))
                .with(more);
        assertEquals(Map.of("Company", "Globex", "Phone", "1"), record.values());
    }

    @Test
    void idAndStampAreThoseOfTheRecordItself() {
        SalesforceRecord one = SalesforceRecord.of("Lead", ID).with("SystemModstamp", "2026-11-23T09:00:00.000+0000");
        assertEquals(ID, one.id());
        assertEquals(Optional.of(Instant.parse("2026-11-23T09:00:00Z")), one.time("SystemModstamp"));
        SalesforceRecord other = one.with("Id", "00Q000000000002").with("SystemModstamp", null);
        assertEquals(RecordId.of("00Q000000000002"), other.id());
        assertEquals(Optional.empty(), other.time("SystemModstamp"));
    }

    @Test
    void aNameThatIsNullIsRefused() {
        Map<String, Object> fields = new HashMap<>();
        fields.put(null, "x");
        SalesforceRecord record = SalesforceRecord.of("Lead", Map.of());
        assertThrows(NullPointerException.class, () -> record.with(fields));
    }

    @Test
    void whatWasReadCannotBeChanged() {
        Map<String, Object> values = SalesforceRecord.of("Lead", ID).values();
        assertThrows(UnsupportedOperationException.class, () -> values.put("Company", "Acme"));
    }
}
