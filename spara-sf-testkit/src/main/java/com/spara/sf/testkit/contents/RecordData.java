package com.spara.sf.testkit.contents;

import com.spara.sf.RecordId;
import com.spara.sf.testkit.data.JsonPlace;
import com.spara.sf.testkit.data.Marks;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One record of a file. */
record RecordData(String object, JsonPlace place) {
    private static final Set<String> STATES = Set.of(Marks.ID, Marks.CONVERTED, Marks.MERGED_INTO, Marks.DELETED);

    static RecordData of(String object, JsonPlace place) {
        place.members().forEach((name, member) -> {
            if (name.startsWith(Marks.MARK) && !STATES.contains(name)) {
                throw member.refused("this is not known here; known are "
                        + String.join(", ", STATES.stream().sorted().toList()) + " and the fields of " + object);
            }
        });
        return new RecordData(object, place);
    }

    Optional<JsonPlace> state(String name) {
        return place.member(name);
    }

    /** The values of the fields; empty while one of them stands for an Id that is not known yet. */
    Optional<Map<String, @Nullable Object>> values(NamedIds ids) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonPlace> member : place.members().entrySet()) {
            if (STATES.contains(member.getKey())) {
                continue;
            }
            Object value = member.getValue().plain();
            if (isReference(value)) {
                Optional<RecordId> id = ids.find(member.getValue());
                if (id.isEmpty()) {
                    return Optional.empty();
                }
                value = id.get().value();
            }
            values.put(member.getKey(), unescaped(value));
        }
        return Optional.of(values);
    }

    /** The names of others that this record needs, wherever they stand in it. */
    Stream<String> mentions() {
        return place.members().values().stream()
                .flatMap(member -> member.isObject() ? member.members().values().stream() : Stream.of(member))
                .map(JsonPlace::plain)
                .filter(RecordData::isReference)
                .map(value -> String.valueOf(value).substring(Marks.MARK.length()));
    }

    private static boolean isReference(@Nullable Object value) {
        return value instanceof String text && text.startsWith(Marks.MARK) && !isEscaped(text);
    }

    private static boolean isEscaped(String text) {
        return text.startsWith(Marks.MARK + Marks.MARK);
    }

    private static @Nullable Object unescaped(@Nullable Object value) {
        return value instanceof String text && isEscaped(text) ? text.substring(1) : value;
    }
}
