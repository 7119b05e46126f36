package com.spara.sf.testkit.rest;

import com.spara.sf.testkit.soql.SoqlRecord;
import com.spara.sf.testkit.soql.SoqlResult;
import jakarta.json.stream.JsonGenerator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of a query's answer. */
record QueryBody(int totalSize, String nextRecordsUrl, List<SoqlRecord> rows, RestRequest request) implements JsonBody {
    @Override
    public void write(JsonGenerator json) {
        json.writeStartObject();
        json.write("totalSize", totalSize);
        json.write("done", nextRecordsUrl.isEmpty());
        if (!nextRecordsUrl.isEmpty()) {
            json.write("nextRecordsUrl", nextRecordsUrl);
        }
        json.writeStartArray("records");
        rows.forEach(row -> writeRow(json, row));
        json.writeEnd();
        json.writeEnd();
    }

    void writeRow(JsonGenerator json, SoqlRecord row) {
        json.writeStartObject();
        writeAttributes(json, row);
        row.fields().forEach((name, value) -> {
            json.writeKey(name);
            writeValue(json, value);
        });
        json.writeEnd();
    }

    private void writeAttributes(JsonGenerator json, SoqlRecord row) {
        json.writeStartObject("attributes");
        json.write("type", row.type());
        row.id()
                .ifPresent(id ->
                        json.write("url", request.rowUrl(row.objectName().orElse(row.type()), id)));
        json.writeEnd();
    }

    private void writeValue(JsonGenerator json, @Nullable Object value) {
        if (value instanceof SoqlRecord parent) {
            writeRow(json, parent);
        } else if (value instanceof SoqlResult children) {
            new QueryBody(children.totalSize(), "", children.records(), request).write(json);
        } else {
            Json.write(json, value);
        }
    }
}
