package com.spara.sf.testkit.rest;

import jakarta.json.JsonException;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import jakarta.json.stream.JsonParsingException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Reads JSON into JDK values (Map, List, String, BigDecimal, Boolean, null) and writes it as Salesforce does. */
final class Json {
    private static final JsonProvider PROVIDER = JsonProvider.provider();
    private static final JsonGeneratorFactory GENERATORS = PROVIDER.createGeneratorFactory(Map.of());
    private static final JsonParserFactory PARSERS = PROVIDER.createParserFactory(Map.of());
    private static final DateTimeFormatter DATE_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxx").withZone(ZoneOffset.UTC);
    private static final int USUAL_SIZE = 1024;
    private static final int DOUBLE_DIGITS = 15;

    private Json() {}

    static byte[] bytes(JsonBody body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_SIZE);
        try (JsonGenerator json = GENERATORS.createGenerator(bytes, StandardCharsets.UTF_8)) {
            body.write(json);
        }
        return bytes.toByteArray();
    }

    /** Throws {@link RestException} with {@code JSON_PARSER_ERROR} when the bytes are not one JSON value. */
    static @Nullable Object parse(byte[] bytes) {
        try (JsonParser parser = PARSERS.createParser(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
            return new JsonReading(parser).only();
        } catch (JsonParsingException e) {
            throw malformed("at [line:" + e.getLocation().getLineNumber() + ", column:"
                    + e.getLocation().getColumnNumber() + "]");
        } catch (JsonException | NoSuchElementException e) {
            throw malformed("at the end of the body");
        }
    }

    /**
     * Writes a JDK value; an Instant in Salesforce's form of a date-time, a number with decimals in that of a double.
     */
    static void write(JsonGenerator json, @Nullable Object value) {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof String text) {
            json.write(text);
        } else if (value instanceof Boolean bool) {
            json.write(bool.booleanValue());
        } else if (value instanceof BigDecimal number) {
            writeNumber(json, number);
        } else if (value instanceof Instant moment) {
            json.write(DATE_TIME.format(moment));
        } else if (value instanceof Map<?, ?> members) {
            writeObject(json, members);
        } else if (value instanceof List<?> items) {
            writeArray(json, items);
        } else {
            json.write(value.toString());
        }
    }

    private static void writeNumber(JsonGenerator json, BigDecimal number) {
        if (number.scale() > 0 && number.precision() <= DOUBLE_DIGITS) {
            json.write(number.doubleValue());
        } else {
            json.write(number);
        }
    }

    private static void writeObject(JsonGenerator json, Map<?, ?> members) {
        json.writeStartObject();
        members.forEach((name, value) -> {
            json.writeKey(name.toString());
            write(json, value);
        });
        json.writeEnd();
    }

    private static void writeArray(JsonGenerator json, List<?> items) {
        json.writeStartArray();
        items.forEach(item -> write(json, item));
        json.writeEnd();
    }

    static RestException malformed(String where) {
        return RestException.badRequest(
                "JSON_PARSER_ERROR", "The HTTP entity body is required, but is not valid JSON " + where);
    }
}
