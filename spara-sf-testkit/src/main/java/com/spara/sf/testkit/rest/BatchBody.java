package com.spara.sf.testkit.rest;

import jakarta.json.stream.JsonGenerator;
import java.util.List;

/** The answers of all subrequests of a batch; one without a body has the result null. */
record BatchBody(List<RestAnswer> answers) implements JsonBody {
    @Override
    public void write(JsonGenerator json) {
        json.writeStartObject();
        json.write("hasErrors", answers.stream().anyMatch(RestAnswer::isError));
        json.writeStartArray("results");
        answers.forEach(answer -> {
            json.writeStartObject();
            json.write("statusCode", answer.status());
            json.writeKey("result");
            answer.part().write(json);
            json.writeEnd();
        });
        json.writeEnd();
        json.writeEnd();
    }
}
