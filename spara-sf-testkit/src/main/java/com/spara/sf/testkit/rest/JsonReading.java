package com.spara.sf.testkit.rest;

import jakarta.json.stream.JsonParser;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds JDK values from the events of one parser, and refuses nesting and numbers that nobody needs. */
final class JsonReading {
    private static final int DEEPEST = 500;
    private static final int LONGEST_NUMBER = 1_000;

    private final JsonParser parser;
    private int depth;

    JsonReading(JsonParser parser) {
        this.parser = parser;
    }

    /** The one value that the text holds. */
    @Nullable
    Object only() {
        Object value = value(parser.next());
        if (parser.hasNext()) {
            throw Json.malformed("after its first value");
        }
        return value;
    }

    private @Nullable Object value(JsonParser.Event event) {
        return switch (event) {
            case START_OBJECT -> members();
            case START_ARRAY -> items();
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER -> number();
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NULL -> null;
            case KEY_NAME, END_OBJECT, END_ARRAY -> throw new IllegalStateException("the parser gave " + event);
        };
    }

    private Map<String, @Nullable Object> members() {
        descend();
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        while (parser.next() != JsonParser.Event.END_OBJECT) {
            String name = parser.getString();
            members.put(name, value(parser.next()));
        }
        depth--;
        return members;
    }

    private List<@Nullable Object> items() {
        descend();
        List<@Nullable Object> items = new ArrayList<>();
        for (JsonParser.Event event = parser.next(); event != JsonParser.Event.END_ARRAY; event = parser.next()) {
            items.add(value(event));
        }
        depth--;
        return items;
    }

    private void descend() {
        depth++;
        if (depth > DEEPEST) {
            throw Json.malformed("below " + DEEPEST + " levels of nesting");
        }
    }

    private BigDecimal number() {
        if (parser.getString().length() > LONGEST_NUMBER) {
            throw Json.malformed("in a number of more than " + LONGEST_NUMBER + " characters");
        }
        return parser.getBigDecimal();
    }
}
