package com.spara.sf.testkit.data;

import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import java.io.StringWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes JDK values (Map, List, String, BigDecimal, Boolean, null) as JSON: on one line, or as a person reads it. */
public final class JsonText {
    private static final Map<String, Object> PRETTY = Map.of(JsonGenerator.PRETTY_PRINTING, true);

    private JsonText() {}

    public static String line(Object value) {
        StringWriter text = new StringWriter();
        write(value, text, Map.of());
        return text.toString();
    }

    /** Indented, with a line break at its end. */
    public static String indented(JsonPlace place) {
        StringWriter text = new StringWriter();
        write(place.value(), text, PRETTY);
        return text.toString().strip() + "\n";
    }

    private static void write(@Nullable Object value, Writer text, Map<String, Object> form) {
        try (JsonGenerator json =
                JsonProvider.provider().createGeneratorFactory(form).createGenerator(text)) {
            write(json, value);
        }
    }

    private static void write(JsonGenerator json, @Nullable Object value) {
        if (value instanceof Map<?, ?> members) {
            json.writeStartObject();
            members.forEach((name, member) -> {
                json.writeKey(name.toString());
                write(json, member);
            });
            json.writeEnd();
        } else if (value instanceof List<?> items) {
            json.writeStartArray();
            items.forEach(item -> write(json, item));
            json.writeEnd();
        } else {
            scalar(json, value);
        }
    }

    private static void scalar(JsonGenerator json, @Nullable Object value) {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Boolean flag) {
            json.write(flag.booleanValue());
        } else if (value instanceof BigDecimal number) {
            json.write(number);
        } else {
            json.write(value.toString());
        }
    }
}
