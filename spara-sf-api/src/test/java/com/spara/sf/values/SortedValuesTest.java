package com.spara.sf.values;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SortedValuesTest {

    private static final Comparator<String> ANY_CASE = String.CASE_INSENSITIVE_ORDER;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 7, 64, 65, 300})
    void holdsWhatATreeHolds(int size) {
        Map<String, Object> given = new LinkedHashMap<>();
        new Random(size).ints(size, 0, 2 * size + 1).forEach(i -> given.put((i % 3 == 0 ? "f" : "F") + i / 2, i));
        Map<String, Object> tree = new TreeMap<>(ANY_CASE);
        tree.putAll(given);
        SortedValues values = SortedValues.of(ANY_CASE, given);
        assertEquals(tree, values);
        assertEquals(List.copyOf(tree.entrySet()), List.copyOf(values.entrySet()));
        assertEquals(tree.hashCode(), values.hashCode());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void changesAsATreeDoes(long seed) {
        Random random = new Random(seed);
        Map<String, Object> tree = new TreeMap<>();
        SortedValues values = SortedValues.empty(Comparator.naturalOrder());
        for (int i = 0; i < 500; i++) {
            String name = "f" + random.nextInt(20);
            if (random.nextBoolean()) {
                tree.put(name, i);
                values = values.with(name, i);
            } else {
                tree.remove(name);
                values = values.without(name);
            }
            assertEquals(new ArrayList<>(tree.entrySet()), new ArrayList<>(values.entrySet()));
            assertEquals(tree.get(name), values.get(name));
            assertEquals(tree.containsKey(name), values.containsKey(name));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void severalAtOnceAreAsOneAfterAnother(long seed) {
        Random random = new Random(seed);
        SortedValues values = SortedValues.empty(Comparator.naturalOrder());
        for (int i = 0; i < 200; i++) {
            Map<String, Object> more = new LinkedHashMap<>();
            random.ints(random.nextInt(8), 0, 20)
                    .forEach(name -> more.put("f" + name, random.nextInt(3) == 0 ? null : name));
            SortedValues expected = values;
            for (Map.Entry<String, Object> entry : more.entrySet()) {
                expected = entry.getValue() == null
                        ? expected.without(entry.getKey())
                        : expected.with(entry.getKey(), "is " + entry.getValue());
            }
            values = values.with(more, (name, value) -> value == null ? null : "is " + value);
            assertEquals(List.copyOf(expected.entrySet()), List.copyOf(values.entrySet()));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 16, 17, 40, 80})
    void namesWithoutAValueAreNotThere(int size) {
        Map<String, Object> given = new LinkedHashMap<>();
        IntStream.range(0, size).forEach(i -> given.put("f" + i, i % 3 == 0 ? i : null));
        Map<String, Object> tree = new TreeMap<>(given);
        tree.values().removeIf(Objects::isNull);
        for (Comparator<String> order : List.of(ANY_CASE, Comparator.<String>naturalOrder())) {
            SortedValues values = SortedValues.of(order, given);
            assertEquals(tree, values);
            assertEquals(List.copyOf(tree.entrySet()), List.copyOf(values.entrySet()));
            assertEquals(tree.size(), values.size());
            assertFalse(values.containsKey("f1"));
            assertEquals(given.get("f" + (size - 1)), values.get("f" + (size - 1)));
        }
    }

    @Test
    void whatIsMadeOfTheSameNamesHoldsNothingOfTheOneItWasMadeOf() {
        SortedValues alike = given(given(SortedValues.empty(ANY_CASE), "x", "a", "b", "c"), null, "a", "b", "c");
        assertEquals(Map.of(), alike);
        assertEquals(Map.of("a", 1, "c", 1), given(alike, 1, "a", "c"));
        assertEquals(Map.of("aa", 2, "b", 2), given(alike, 2, "b", "aa"));
    }

    @Test
    void namesAreSharedAsLongAsThereAreNoOthers() throws ReflectiveOperationException {
        SortedValues alike = given(given(SortedValues.empty(ANY_CASE), "x", "a", "b", "c"), null, "a", "b", "c");
        assertSame(names(alike), names(given(alike, 1, "c")));
        assertArrayEquals(new String[] {"b", "d"}, names(given(alike, 1, "b", "d")));
        assertArrayEquals(new String[] {"b"}, names(given(given(SortedValues.empty(ANY_CASE), null, "a"), 1, "b")));
        assertArrayEquals(
                new String[] {}, names(SortedValues.empty(ANY_CASE).with("a", 1).without("a")));
    }

    private static SortedValues given(SortedValues values, @Nullable Object value, String... names) {
        Map<String, @Nullable Object> more = new LinkedHashMap<>();
        List.of(names).forEach(name -> more.put(name, value));
        return values.with(more, (name, each) -> each);
    }

    private static String[] names(SortedValues values) throws ReflectiveOperationException {
        Field names = SortedValues.class.getDeclaredField("names");
        names.setAccessible(true);
        return (String[]) names.get(values);
    }

    @Test
    void isFoundByANameInAnyCaseIfTheOrderSaysSo() {
        SortedValues values = SortedValues.empty(ANY_CASE).with("LastName", "Lovelace");
        assertEquals("Lovelace", values.get("lastname"));
        assertEquals(Map.of("LastName", "King"), values.with("LASTNAME", "King"));
    }

    @Test
    void cannotBeChanged() {
        Map<String, Object> values = SortedValues.empty(ANY_CASE).with("a", 1);
        assertThrows(UnsupportedOperationException.class, () -> values.put("b", 2));
        assertThrows(UnsupportedOperationException.class, () -> values.remove("a"));
        assertThrows(UnsupportedOperationException.class, values::clear);
        assertThrows(
                UnsupportedOperationException.class,
                () -> values.entrySet().iterator().next().setValue(2));
    }
}
