package com.spara.sf.testkit.rest;

import jakarta.json.stream.JsonGenerator;
import org.jspecify.annotations.Nullable;

/** The answer to a record that was saved; {@code created} stands in it only after an upsert. */
record SavedBody(String id, @Nullable Boolean created) implements JsonBody {
    @Override
    public void write(JsonGenerator json) {
        json.writeStartObject();
        json.write("id", id);
        json.write("success", true);
        json.writeStartArray("errors").writeEnd();
        if (created != null) {
            json.write("created", created.booleanValue());
        }
        json.writeEnd();
    }
}
