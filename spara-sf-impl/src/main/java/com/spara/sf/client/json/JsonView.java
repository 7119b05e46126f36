package com.spara.sf.client.json;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads members of a JSON value whose shape is not certain: what is missing or of another type is empty. */
public final class JsonView {

    private static final JsonView NOTHING = new JsonView(null);

    private final @Nullable Object value;

    private JsonView(@Nullable Object value) {
        this.value = value;
    }

    /** Looks at a value that {@link JsonText} read. */
    public static JsonView of(@Nullable Object value) {
        return new JsonView(value);
    }

    /** The member of an object. */
    public JsonView at(String key) {
        return value instanceof Map<?, ?> map ? new JsonView(map.get(key)) : NOTHING;
    }

    /** The members of an array. */
    public List<JsonView> items() {
        return value instanceof List<?> list ? list.stream().map(JsonView::new).toList() : List.of();
    }

    /** How many members an array has; none if this is no array. */
    public int size() {
        return value instanceof List<?> list ? list.size() : 0;
    }

    /** Whether this is an array. */
    public boolean isArray() {
        return value instanceof List<?>;
    }

    /** Whether this is an object. */
    public boolean isObject() {
        return value instanceof Map<?, ?>;
    }

    /** The text, if this is one. */
    public Optional<String> text() {
        return value instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** The text, or an empty one. */
    public String textOrEmpty() {
        return text().orElse("");
    }

    /** Whether this is {@code true}. */
    public boolean isTrue() {
        return Boolean.TRUE.equals(value);
    }

    /** The whole number, or the other one if this is none that fits. */
    public int intOr(int other) {
        return value instanceof BigDecimal number && number.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0
                ? number.intValue()
                : other;
    }

    /** The value itself. */
    public @Nullable Object raw() {
        return value;
    }
}
