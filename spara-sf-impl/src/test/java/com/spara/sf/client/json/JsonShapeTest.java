package com.spara.sf.client.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Objects that follow one another share their names as far as they are alike, and read as if they did not. */
class JsonShapeTest {

    private static @Nullable Object read(String json) {
        try {
            return JsonText.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private static String[] names(JsonShape shape, String... names) throws RefusedJsonException {
        shape.begin();
        for (String name : names) {
            if (!shape.isNext(name)) {
                shape.meet(name);
            }
        }
        return shape.end();
    }

    @Test
    void rowsOfTheSameNamesShareThem() throws RefusedJsonException {
        JsonShape shape = new JsonShape();
        assertSame(names(shape, "Id", "Name"), names(shape, "Id", "Name"));
    }

    @Test
    void aRowOfOtherNamesLeavesThoseOfTheRowBeforeAlone() throws RefusedJsonException {
        JsonShape shape = new JsonShape();
        String[] before = names(shape, "Id", "Name", "Phone");
        assertEquals(List.of("Id", "Fax"), List.of(names(shape, "Id", "Fax")));
        assertEquals(List.of("Id", "Fax", "City"), List.of(names(shape, "Id", "Fax", "City")));
        assertEquals(List.of("Id", "Name", "Phone"), List.of(before));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 23, 24, 25, 60})
    void aNameThatStandsTwiceIsRefusedInALaterRowToo(int count) throws RefusedJsonException {
        JsonShape shape = new JsonShape();
        String[] names = new String[count + 1];
        for (int i = 0; i <= count; i++) {
            names[i] = "f" + i;
        }
        names(shape, names);
        names[count] = "f" + (count - 1);
        assertThrows(RefusedJsonException.class, () -> names(shape, names));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void anyRowsReadAsTheyWereWritten(long seed) {
        Random random = new Random(seed);
        List<Object> rows = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            rows.add(object(random, 3));
        }
        assertEquals(rows, read(JsonText.pretty(rows)));
    }

    private static Map<String, Object> object(Random random, int deepest) {
        Map<String, Object> object = new LinkedHashMap<>();
        int most = random.nextInt(10) == 0 ? 40 : 6;
        int from = random.nextInt(3) == 0 ? random.nextInt(4) : 0;
        for (int i = from; i < from + random.nextInt(most); i++) {
            object.put("f" + i, value(random, deepest));
        }
        return object;
    }

    private static Object value(Random random, int deepest) {
        return switch (deepest == 0 ? 0 : random.nextInt(4)) {
            case 1 -> object(random, deepest - 1);
            case 2 -> List.of(object(random, deepest - 1), object(random, deepest - 1), "text");
            default -> "t" + random.nextInt(9);
        };
    }
}
