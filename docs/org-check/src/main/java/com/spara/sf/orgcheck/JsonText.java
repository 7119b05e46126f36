package com.spara.sf.orgcheck;

import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.Map;

/** JSON as text and back. */
final class JsonText {
    private static final JsonProvider JSON = JsonProvider.provider();

    private JsonText() {}

    /** Members may be texts, numbers, Booleans, maps and lists of them. */
    static String of(Map<String, ?> members) {
        return JSON.createObjectBuilder(members).build().toString();
    }

    /** The text itself as a value. */
    static JsonValue text(String text) {
        return JSON.createValue(text);
    }

    /** What the text says, or null as JSON if it is none, as with the pages of proxies. */
    static JsonValue read(String text) {
        try (JsonReader reader = JSON.createReader(new StringReader(text))) {
            return reader.readValue();
        } catch (JsonException notJson) {
            return JsonValue.NULL;
        }
    }
}
