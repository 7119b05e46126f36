package com.spara.sf.testkit.rest;

import jakarta.json.stream.JsonGenerator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** JSON written again as a right answer would not be: still JSON, and not what was expected. */
final class SpoiltJson {
    private SpoiltJson() {}

    static byte[] rewrite(byte[] body, BiConsumer<JsonGenerator, @Nullable Object> writer) {
        Object value = PlannedBody.value(body);
        return isText(value) ? body : Json.bytes(json -> writer.accept(json, value));
    }

    /** Each member that is no object or array comes twice, with the same value. */
    static void keysTwice(JsonGenerator json, @Nullable Object value) {
        write(json, value, new Shape(true, members -> {}));
    }

    /** Each object has one member more, of a shape that nobody expects. */
    static void unknownMembers(JsonGenerator json, @Nullable Object value) {
        write(json, value, new Shape(false, SpoiltJson::writeUnknown));
    }

    private static void writeUnknown(JsonGenerator json) {
        json.writeStartObject("newSinceNextRelease").writeStartArray("values");
        json.write(1).writeNull().write("x").writeEnd().writeEnd();
    }

    private record Shape(boolean scalarsTwice, Consumer<JsonGenerator> atTheEnd) {}

    private static void write(JsonGenerator json, @Nullable Object value, Shape shape) {
        if (value instanceof Map<?, ?> members) {
            json.writeStartObject();
            members.forEach((name, member) -> writeMember(json, Map.entry(name, Optional.ofNullable(member)), shape));
            shape.atTheEnd().accept(json);
            json.writeEnd();
        } else if (value instanceof List<?> items) {
            json.writeStartArray();
            items.forEach(item -> write(json, item, shape));
            json.writeEnd();
        } else {
            Json.write(json, value);
        }
    }

    private static void writeMember(JsonGenerator json, Map.Entry<?, ? extends Optional<?>> member, Shape shape) {
        Object value = member.getValue().orElse(null);
        boolean twice = shape.scalarsTwice() && !(value instanceof Map) && !(value instanceof List);
        for (int i = 0; i < (twice ? 2 : 1); i++) {
            json.writeKey(member.getKey().toString());
            write(json, value, shape);
        }
    }

    /** Changes the answer's own list: the body, or the first array in it; an answer about one thing has none. */
    static byte[] withResults(byte[] body, Consumer<List<@Nullable Object>> change) {
        Object value = PlannedBody.value(body);
        results(value).filter(list -> !list.isEmpty()).ifPresent(change);
        return isText(value) ? body : Json.bytes(json -> Json.write(json, value));
    }

    /** A page for people has neither members nor results. */
    private static boolean isText(@Nullable Object value) {
        return value instanceof String;
    }

    @SuppressWarnings("unchecked") // what Json.parse reads can be changed, and holds anything
    private static Optional<List<@Nullable Object>> results(@Nullable Object value) {
        if (value instanceof Map<?, ?> members) {
            return members.values().stream()
                    .filter(List.class::isInstance)
                    .findFirst()
                    .map(list -> (List<@Nullable Object>) list);
        }
        return Optional.ofNullable(value).filter(List.class::isInstance).map(list -> (List<@Nullable Object>) list);
    }
}
