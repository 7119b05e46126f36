package com.spara.sf.testkit.rest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fields in a JSON object that stands for a record; its attributes apart. */
record RecordBody(
        Map<String, @Nullable Object> fields,
        Optional<String> type,
        Optional<String> id,
        Optional<String> referenceId) {
    private static final String ATTRIBUTES = "attributes";

    /** What was sent for a field, whose name may be written in any case. */
    Optional<Object> value(String field) {
        return fields.keySet().stream()
                .filter(field::equalsIgnoreCase)
                .findFirst()
                .map(fields::get);
    }

    /** Takes an Id out of the fields. */
    static RecordBody of(Map<?, ?> json) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        json.forEach((name, value) -> fields.put(name.toString(), value));
        Map<?, ?> attributes = fields.remove(ATTRIBUTES) instanceof Map<?, ?> given ? given : Map.of();
        Optional<String> id =
                fields.keySet().stream().filter("id"::equalsIgnoreCase).findFirst();
        return new RecordBody(
                fields,
                text(attributes, "type"),
                id.map(fields::remove).map(Objects::toString),
                text(attributes, "referenceId"));
    }

    private static Optional<String> text(Map<?, ?> attributes, String name) {
        return Optional.ofNullable(attributes.get(name)).map(Object::toString);
    }
}
