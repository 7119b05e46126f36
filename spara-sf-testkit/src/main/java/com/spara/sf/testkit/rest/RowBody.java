package com.spara.sf.testkit.rest;

import com.spara.sf.testkit.records.CompoundAddress;
import com.spara.sf.testkit.records.Row;
import com.spara.sf.testkit.schema.Field;
import com.spara.sf.testkit.schema.FieldType;
import jakarta.json.stream.JsonGenerator;
import java.util.List;

/** One record with its attributes; the Id comes also when nobody asked for it. */
record RowBody(Row row, List<Field> fields, RestRequest request) implements JsonBody {
    @Override
    public void write(JsonGenerator json) {
        json.writeStartObject();
        json.writeStartObject("attributes");
        json.write("type", row.type().name());
        json.write("url", request.rowUrl(row.type().name(), row.id()));
        json.writeEnd();
        fields.forEach(field -> write(json, field));
        if (fields.stream().noneMatch(field -> field.type() == FieldType.ID)) {
            json.write("Id", row.id());
        }
        json.writeEnd();
    }

    private void write(JsonGenerator json, Field field) {
        json.writeKey(field.name());
        Json.write(json, field.type() == FieldType.ADDRESS ? CompoundAddress.of(row, field) : row.value(field));
    }
}
