package com.spara.sf.testkit.page;

import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.JsonWriter;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Map;

/** Bodies as a person reads them: JSON over several lines, anything else as it is, both cut where they get long. */
public final class ReadableJson {
    private static final int LONGEST = 20_000;
    private static final JsonProvider JSON = JsonProvider.provider();
    private static final Map<String, Object> PRETTY = Map.of(JsonGenerator.PRETTY_PRINTING, true);

    private ReadableJson() {}

    public static String of(String body) {
        String readable = body.length() > LONGEST ? body : indented(body);
        return readable.length() > LONGEST
                ? readable.substring(0, LONGEST) + "\n… (" + body.length() + " characters in all)"
                : readable;
    }

    private static String indented(String body) {
        StringWriter text = new StringWriter();
        try (JsonReader reader = JSON.createReader(new StringReader(body));
                JsonWriter writer = JSON.createWriterFactory(PRETTY).createWriter(text)) {
            JsonValue value = reader.readValue();
            writer.write(value);
        } catch (JsonException notJson) {
            return body;
        }
        return text.toString().strip();
    }
}
