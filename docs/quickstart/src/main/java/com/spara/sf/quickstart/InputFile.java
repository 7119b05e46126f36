package com.spara.sf.quickstart;

import jakarta.json.JsonException;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonLocation;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import jakarta.json.stream.JsonParsingException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a file of JSON that a person wrote, into JDK values. */
final class InputFile {
    private static final JsonParserFactory PARSERS = JsonProvider.provider().createParserFactory(Map.of());
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final int DEEPEST = 64;

    private final Path file;
    private final JsonParser parser;

    private InputFile(Path file, JsonParser parser) {
        this.file = file;
        this.parser = parser;
    }

    static String text(Path file) {
        try {
            String text = Files.readString(file);
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (NoSuchFileException e) {
            throw new InputException(file + ": there is no such file.", e);
        } catch (CharacterCodingException e) {
            throw new InputException(file + ": the file is not UTF-8 text.", e);
        } catch (IOException e) {
            throw new InputException(
                    file + ": the file cannot be read (" + e.getClass().getSimpleName() + ").", e);
        }
    }

    static @Nullable Object json(Path file) {
        String text = text(file);
        if (text.isBlank()) {
            throw new InputException(file + ": the file is empty, and should be JSON.");
        }
        try (JsonParser parser = PARSERS.createParser(new StringReader(text))) {
            return new InputFile(file, parser).whole();
        } catch (JsonParsingException e) {
            throw refused(file, e.getLocation(), "this is not JSON, or it ends too early.", e);
        } catch (JsonException e) {
            throw new InputException(file + ": this is not JSON.", e);
        }
    }

    private @Nullable Object whole() {
        Object value = value(parser.next(), 0);
        if (parser.hasNext()) {
            throw refused("there is more after the end of the JSON.");
        }
        return value;
    }

    private @Nullable Object value(JsonParser.Event event, int depth) {
        if (depth > DEEPEST) {
            throw refused("this is nested deeper than " + DEEPEST + " levels.");
        }
        return switch (event) {
            case START_OBJECT -> members(depth);
            case START_ARRAY -> items(depth);
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER -> parser.getBigDecimal();
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NULL -> null;
            case KEY_NAME, END_OBJECT, END_ARRAY -> throw refused("a value is expected here.");
        };
    }

    private Map<String, @Nullable Object> members(int depth) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        while (parser.next() == JsonParser.Event.KEY_NAME) {
            String name = parser.getString();
            if (members.containsKey(name)) {
                throw refused("the name '" + name + "' stands twice in one object.");
            }
            members.put(name, value(parser.next(), depth + 1));
        }
        return members;
    }

    private List<@Nullable Object> items(int depth) {
        List<@Nullable Object> items = new ArrayList<>();
        for (JsonParser.Event event = parser.next(); event != JsonParser.Event.END_ARRAY; event = parser.next()) {
            items.add(value(event, depth + 1));
        }
        return items;
    }

    private InputException refused(String why) {
        return refused(file, parser.getLocation(), why, null);
    }

    private static InputException refused(Path file, JsonLocation location, String why, @Nullable Throwable cause) {
        String place = "line " + location.getLineNumber() + ", column " + location.getColumnNumber();
        return new InputException(file + ", " + place + ": " + why, cause);
    }
}
