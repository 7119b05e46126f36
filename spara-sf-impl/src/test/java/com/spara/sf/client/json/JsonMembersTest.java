package com.spara.sf.client.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonMembersTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 23, 24, 25, 100})
    void holdsItsMembersInTheirOrder(int count) {
        Map<String, Object> linked = new LinkedHashMap<>();
        for (int i = count; i > 0; i--) {
            linked.put("f" + i, i == 5 ? null : i);
        }
        Map<String, Object> members = members(linked);
        assertEquals(linked, members);
        assertEquals(List.copyOf(linked.keySet()), List.copyOf(members.keySet()));
        linked.forEach((name, value) -> assertEquals(value, members.get(name)));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 30})
    void cannotBeChanged(int count) {
        Map<String, Object> linked = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            linked.put("f" + i, i);
        }
        assertThrows(UnsupportedOperationException.class, () -> members(linked).put("more", 1));
    }

    @Test
    void aNameThatIsNotThereHasNoValue() {
        Map<String, Object> members = members(Map.of("Name", "Ada"));
        assertEquals(null, members.get("name"));
        assertFalse(members.containsKey("name"));
    }

    private static Map<String, Object> members(Map<String, Object> of) {
        return JsonMembers.of(of.keySet().toArray(String[]::new), of.values().toArray());
    }
}
