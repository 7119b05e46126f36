package com.spara.sf.values;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
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
        Map<String, Object> names = new LinkedHashMap<>();
        List.of("a", "b", "c").forEach(name -> names.put(name, null));
        SortedValues alike = SortedValues.empty(Comparator.naturalOrder()).with(names, (name, value) -> value);
        SortedValues one = alike.with(Map.of("a", 1, "c", 3), (name, value) -> value);
        SortedValues other = alike.with(Map.of("b", 2, "aa", 4), (name, value) -> value);
        assertEquals(Map.of("a", 1, "c", 3), one);
        assertEquals(Map.of("b", 2, "aa", 4), other);
        assertEquals(Map.of(), alike);
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
