package com.spara.sf.testkit.data;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A JSON value that knows its place in the file, and refuses what should not be there by that place. */
public final class JsonPlace {
    private final String source;
    private final String path;
    private final @Nullable Object value;

    private JsonPlace(String source, String path, @Nullable Object value) {
        this.source = source;
        this.path = path;
        this.value = value;
    }

    static JsonPlace top(String source, @Nullable Object value) {
        return new JsonPlace(source, "", value);
    }

    /** JDK values that were not read from anywhere, dates among them, in the form in which they would have been read. */
    public static JsonPlace of(String source, Map<String, ?> values) {
        return top(source, read(values));
    }

    private static @Nullable Object read(@Nullable Object value) {
        if (value instanceof Map<?, ?> members) {
            Map<String, @Nullable Object> read = new LinkedHashMap<>();
            members.forEach((name, member) -> read.put(name.toString(), read(member)));
            return read;
        }
        if (value instanceof List<?> items) {
            List<@Nullable Object> read = new ArrayList<>();
            items.forEach(item -> read.add(read(item)));
            return read;
        }
        if (value instanceof Number number) {
            return new BigDecimal(number.toString());
        }
        return value == null || value instanceof Boolean ? value : value.toString();
    }

    @Nullable
    Object value() {
        return value;
    }

    /** Refuses members that are not known, since a misspelt one would be silently without effect. */
    public JsonPlace knowing(Set<String> names) {
        members().forEach((name, member) -> {
            if (!names.contains(name)) {
                throw member.refused("this is not known here; known are "
                        + String.join(", ", names.stream().sorted().toList()));
            }
        });
        return this;
    }

    /** The member of an object, unless it is missing or null. */
    public Optional<JsonPlace> member(String name) {
        return Optional.ofNullable(members().get(name)).filter(member -> member.value != null);
    }

    public JsonPlace require(String name) {
        return member(name).orElseThrow(() -> refused("'" + name + "' is missing"));
    }

    /** The members of an object in the order of the file. */
    public Map<String, JsonPlace> members() {
        if (!(value instanceof Map<?, ?> object)) {
            throw refused("an object in braces is expected here");
        }
        Map<String, JsonPlace> members = new LinkedHashMap<>();
        object.forEach(
                (name, member) -> members.put(name.toString(), new JsonPlace(source, below(name.toString()), member)));
        return members;
    }

    public List<JsonPlace> items() {
        if (!(value instanceof List<?> array)) {
            throw refused("a list in brackets is expected here");
        }
        List<JsonPlace> items = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            items.add(new JsonPlace(source, path + "[" + i + "]", array.get(i)));
        }
        return items;
    }

    public String text() {
        if (value instanceof String text && !text.isBlank()) {
            return text;
        }
        throw refused("a text is expected here");
    }

    public boolean flag() {
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw refused("true or false is expected here");
    }

    public int whole() {
        try {
            if (value instanceof BigDecimal number) {
                return number.intValueExact();
            }
        } catch (ArithmeticException e) {
            throw refused("a whole number up to " + Integer.MAX_VALUE + " is expected here", e);
        }
        throw refused("a whole number is expected here");
    }

    public boolean isObject() {
        return value instanceof Map;
    }

    /** The value as text, number, boolean or list of texts; null for null. */
    public @Nullable Object plain() {
        if (value instanceof List) {
            return items().stream().map(JsonPlace::text).toList();
        }
        if (value instanceof Map) {
            throw refused("a text, a number, true, false, null or a list of texts is expected here");
        }
        return value;
    }

    /** What to throw when this place is wrong. */
    public IllegalArgumentException refused(String why) {
        return refused(why, null);
    }

    public IllegalArgumentException refused(String why, @Nullable Throwable cause) {
        return new MisplacedException(source + ", at " + (path.isEmpty() ? "the top" : path) + ": " + why, cause);
    }

    /** What to throw when a member is wrong, be it there or not. */
    public IllegalArgumentException refused(String member, String why, Throwable cause) {
        return new JsonPlace(source, below(member), null).refused(why, cause);
    }

    private String below(String member) {
        return path.isEmpty() ? member : path + "." + member;
    }

    /** Says already at which place it is. */
    public static final class MisplacedException extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        private MisplacedException(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
