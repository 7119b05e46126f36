package com.spara.sf.testkit.rest;

import jakarta.json.stream.JsonGenerator;
import java.util.Map;

/** The answers of all parts of a composite. */
record CompositeBody(Map<CompositePart, RestAnswer> answers) implements JsonBody {
    @Override
    public void write(JsonGenerator json) {
        json.writeStartObject();
        json.writeStartArray("compositeResponse");
        answers.forEach((part, answer) -> write(json, part, answer));
        json.writeEnd();
        json.writeEnd();
    }

    private static void write(JsonGenerator json, CompositePart part, RestAnswer answer) {
        json.writeStartObject();
        json.writeKey("body");
        answer.part().write(json);
        json.writeStartObject("httpHeaders");
        answer.headers().forEach(json::write);
        json.writeEnd();
        json.write("httpStatusCode", answer.status());
        json.write("referenceId", part.referenceId());
        json.writeEnd();
    }
}
