package com.spara.sf.testkit.rest;

import com.spara.sf.testkit.records.SaveError;
import jakarta.json.stream.JsonGenerator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One element of an error body; {@code fields} is not written when null. */
record RestError(String code, String message, @Nullable List<String> fields) {
    static RestError of(SaveError error) {
        return new RestError(error.statusCode(), error.message(), error.fields());
    }

    /** As the answer of a single resource names it. */
    void writeAsErrorCode(JsonGenerator json) {
        json.writeStartObject();
        json.write("message", message);
        json.write("errorCode", code);
        writeFields(json);
        json.writeEnd();
    }

    /** As one row of a collections answer names it. */
    void writeAsStatusCode(JsonGenerator json) {
        json.writeStartObject();
        json.write("statusCode", code);
        json.write("message", message);
        writeFields(json);
        json.writeEnd();
    }

    private void writeFields(JsonGenerator json) {
        if (fields != null) {
            json.writeStartArray("fields");
            fields.forEach(json::write);
            json.writeEnd();
        }
    }
}
