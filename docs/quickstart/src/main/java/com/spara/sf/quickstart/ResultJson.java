package com.spara.sf.quickstart;

import com.spara.sf.Reason;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonWriter;
import jakarta.json.JsonWriterFactory;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A report as JSON in UTF-8, for programs: what the library says of each lead, and what concerns them all. */
final class ResultJson {
    private static final int VERSION = 2;
    private static final JsonProvider JSON = JsonProvider.provider();
    private static final JsonWriterFactory WRITERS =
            JSON.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true));

    private ResultJson() {}

    static byte[] of(Report report) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonWriter writer = WRITERS.createWriter(bytes, StandardCharsets.UTF_8)) {
            writer.writeObject(json(report));
        }
        bytes.writeBytes(System.lineSeparator().getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    private static JsonObject json(Report report) {
        JsonObjectBuilder json = JSON.createObjectBuilder().add("version", VERSION);
        json.add("org", report.org()).add("plan", report.isPlan());
        report.apiCalls().ifPresent(calls -> json.add("apiCalls", calls));
        report.stoppedBy().ifPresent(stop -> json.add("stoppedBy", json(stop.reason())));
        JsonArrayBuilder leads = JSON.createArrayBuilder();
        report.leads().forEach(lead -> leads.add(json(lead)));
        return json.add("leads", leads).build();
    }

    private static JsonObjectBuilder json(Reason reason) {
        return JSON.createObjectBuilder()
                .add("code", reason.code())
                .add("text", reason.text())
                .add("page", reason.page());
    }

    private static JsonObjectBuilder json(LeadReport lead) {
        JsonObjectBuilder json = JSON.createObjectBuilder();
        lead.input().email().ifPresent(email -> json.add("email", email));
        try (JsonReader reader = JSON.createReader(new StringReader(lead.explained()))) {
            return json.addAll(JSON.createObjectBuilder(reader.readObject()));
        }
    }
}
