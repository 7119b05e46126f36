package com.spara.sf.client;

import com.spara.sf.client.json.JsonText;
import jakarta.json.stream.JsonGenerator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One value of a JSON text made wrong, the rest as it was. Places are numbered from the outside in. */
enum JsonMutation {
    TEXT("gibberish \uD83D\uDE00 \\ ' @{x}"),
    NUMBER(BigDecimal.valueOf(7)),
    NEGATIVE(new BigDecimal("-1e30")),
    TRUE(true),
    NULL(null),
    LIST(List.of("a", List.of())),
    OBJECT(Map.of("a", Map.of())),
    DROPPED(null),
    TWICE(null);

    private final @Nullable Object instead;

    JsonMutation(@Nullable Object instead) {
        this.instead = instead;
    }

    /** The places of all values that the text holds, the whole one among them, or as many as there is time for, picked by the seed. */
    static List<Integer> places(String json, int most, long seed) {
        int count = count(read(json));
        return count <= most
                ? IntStream.range(0, count).boxed().toList()
                : new SplittableRandom(seed)
                        .ints(0, count)
                        .distinct()
                        .limit(most)
                        .boxed()
                        .toList();
    }

    /** The text with the value at a place made wrong; the same text where that would only be another value. */
    String of(String json, int place) {
        byte[] bytes = JsonText.write(generator -> new Writer(generator, this, place).value(read(json)));
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static @Nullable Object read(String json) {
        try {
            return JsonText.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static int count(@Nullable Object value) {
        int count = 1;
        if (value instanceof Map<?, ?> members) {
            count += members.values().stream().mapToInt(JsonMutation::count).sum();
        } else if (value instanceof List<?> items) {
            count += items.stream().mapToInt(JsonMutation::count).sum();
        }
        return count;
    }

    /** A value of the same type would be a lie, which nobody can tell from the truth. */
    private boolean isLie(@Nullable Object value) {
        return instead != null && value != null && kind(instead).equals(kind(value));
    }

    private static Class<?> kind(Object value) {
        return value instanceof Map ? Map.class : value instanceof List ? List.class : value.getClass();
    }

    private static final class Writer {

        private final JsonGenerator generator;
        private final JsonMutation how;
        private int left;

        Writer(JsonGenerator generator, JsonMutation how, int place) {
            this.generator = generator;
            this.how = how;
            this.left = place;
        }

        void value(@Nullable Object value) {
            boolean here = left-- == 0;
            boolean replaced = here && how != DROPPED && how != TWICE && !how.isLie(value);
            write(replaced ? how.instead : value, replaced);
        }

        private void write(@Nullable Object value, boolean replaced) {
            if (!replaced && value instanceof Map<?, ?> members) {
                generator.writeStartObject();
                members.forEach((key, member) -> member(String.valueOf(key), member));
                generator.writeEnd();
            } else if (!replaced && value instanceof List<?> items) {
                generator.writeStartArray();
                items.forEach(this::item);
                generator.writeEnd();
            } else {
                JsonText.value(generator, value);
            }
        }

        private void member(String key, @Nullable Object value) {
            if (left == 0 && how == DROPPED) {
                left--;
                return;
            }
            if (left == 0 && how == TWICE) {
                generator.writeKey(key);
                JsonText.value(generator, value);
            }
            generator.writeKey(key);
            value(value);
        }

        private void item(@Nullable Object value) {
            if (left == 0 && how == DROPPED) {
                left--;
                return;
            }
            if (left == 0 && how == TWICE) {
                JsonText.value(generator, value);
            }
            value(value);
        }
    }
}
