package com.spara.sf.testkit.data;

import jakarta.json.stream.JsonLocation;
import jakarta.json.stream.JsonParser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads JSON into JDK values, more strictly than the parser: a name that stands twice in one object is refused. */
final class JsonTree {
    private static final int DEEPEST = 64;

    private final String source;
    private final JsonParser parser;

    JsonTree(String source, JsonParser parser) {
        this.source = source;
        this.parser = parser;
    }

    @Nullable
    Object whole() {
        Object value = value(parser.next(), 0);
        if (parser.hasNext()) {
            throw refused("there is more after the end of the JSON");
        }
        return value;
    }

    private @Nullable Object value(JsonParser.Event event, int depth) {
        if (depth > DEEPEST) {
            throw refused("this is nested deeper than " + DEEPEST + " levels");
        }
        return switch (event) {
            case START_OBJECT -> members(depth);
            case START_ARRAY -> items(depth);
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER -> parser.getBigDecimal();
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NULL -> null;
            case KEY_NAME, END_OBJECT, END_ARRAY -> throw refused("a value is expected here");
        };
    }

    private Map<String, @Nullable Object> members(int depth) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        while (parser.next() == JsonParser.Event.KEY_NAME) {
            String name = parser.getString();
            if (members.containsKey(name)) {
                throw refused("the name '" + name + "' stands twice in one object");
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

    private IllegalArgumentException refused(String why) {
        return refused(source, parser.getLocation(), why, null);
    }

    static IllegalArgumentException refused(
            String source, JsonLocation location, String why, @Nullable Throwable cause) {
        String place = "line " + location.getLineNumber() + ", column " + location.getColumnNumber();
        return new IllegalArgumentException(source + ", " + place + ": " + why, cause);
    }
}
