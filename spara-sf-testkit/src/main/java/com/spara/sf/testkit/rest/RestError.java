package com.spara.sf.testkit.rest;

import com.spara.sf.testkit.records.SaveError;
import jakarta.json.stream.JsonGenerator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One element of an error body; {@code fields} is not written when null, nor is what else there may be to say. */
record RestError(
        String code,
        String message,
        @Nullable List<String> fields,
        @Nullable Member detail) {
    /** A further member of the element. */
    record Member(String name, JsonBody value) {}

    RestError(String code, String message, @Nullable List<String> fields) {
        this(code, message, fields, null);
    }

    static RestError of(SaveError error) {
        return new RestError(error.statusCode(), error.message(), error.fields());
    }

    RestError with(Member more) {
        return new RestError(code, message, fields, more);
    }

    /** As the answer of a single resource names it. */
    void writeAsErrorCode(JsonGenerator json) {
        json.writeStartObject();
        writeDetail(json);
        json.write("message", message);
        json.write("errorCode", code);
        writeFields(json);
        json.writeEnd();
    }

    /** As one row of a collections answer names it. */
    void writeAsStatusCode(JsonGenerator json) {
        json.writeStartObject();
        writeDetail(json);
        json.write("statusCode", code);
        json.write("message", message);
        writeFields(json);
        json.writeEnd();
    }

    private void writeDetail(JsonGenerator json) {
        if (detail != null) {
            json.writeKey(detail.name());
            detail.value().write(json);
        }
    }

    private void writeFields(JsonGenerator json) {
        if (fields != null) {
            json.writeStartArray("fields");
            fields.forEach(json::write);
            json.writeEnd();
        }
    }
}
