package com.spara.sf.client.bulk;

import com.spara.sf.RecordId;
import java.util.List;
import java.util.Optional;

/** A row that was saved. */
public record SavedRow(CsvRow row) {

    static final List<String> ADDED = List.of("sf__Id", "sf__Created");

    /** The record. */
    public Optional<RecordId> id() {
        return row.text("sf__Id").flatMap(RecordId::parse);
    }

    /** Whether the record was made, and did not exist before. */
    public boolean isCreated() {
        return row.text("sf__Created").filter("true"::equalsIgnoreCase).isPresent();
    }
}
