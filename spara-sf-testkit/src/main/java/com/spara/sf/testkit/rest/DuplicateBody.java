package com.spara.sf.testkit.rest;

import com.spara.sf.testkit.records.DuplicateFinding;
import com.spara.sf.testkit.records.Row;
import com.spara.sf.testkit.schema.Field;
import com.spara.sf.testkit.schema.FieldType;
import com.spara.sf.testkit.schema.Schema;
import jakarta.json.stream.JsonGenerator;
import java.util.List;

/**
 * What a duplicate rule found, as an error shows it.
 *
 * @param seen the objects and fields that the one who asks may see
 * @param detailed whether the records come with their fields
 */
record DuplicateBody(DuplicateFinding found, RestRequest request, Schema seen, boolean detailed) implements JsonBody {
    private static final double CONFIDENCE = 100.0;

    @Override
    public void write(JsonGenerator json) {
        json.writeStartObject();
        json.write("allowSave", found.allowsSave());
        json.write("duplicateRule", found.rule());
        json.write("duplicateRuleEntityType", found.object());
        json.write("errorMessage", found.message());
        json.writeStartArray("matchResults");
        found.matches().forEach(matches -> write(json, matches));
        json.writeEnd();
        json.writeEnd();
    }

    private void write(JsonGenerator json, DuplicateFinding.Matches matches) {
        json.writeStartObject();
        json.write("entityType", matches.object());
        json.writeStartArray("errors").writeEnd();
        json.write("matchEngine", "FuzzyMatchEngine");
        json.writeStartArray("matchRecords");
        matches.rows().forEach(row -> write(json, row));
        json.writeEnd();
        json.write("rule", matches.rule());
        json.write("size", matches.size());
        json.write("success", true);
        json.writeEnd();
    }

    private void write(JsonGenerator json, Row row) {
        json.writeStartObject();
        json.writeStartArray("additionalInformation").writeEnd();
        json.writeStartArray("fieldDiffs").writeEnd();
        json.write("matchConfidence", CONFIDENCE);
        json.writeKey("record");
        new RowBody(row, shown(row), request).write(json);
        json.writeEnd();
    }

    private List<Field> shown(Row row) {
        List<Field> fields = seen.require(row.type().name()).fields();
        return fields.stream()
                .filter(field -> field.type() == FieldType.ID || detailed && row.value(field) != null)
                .toList();
    }
}
