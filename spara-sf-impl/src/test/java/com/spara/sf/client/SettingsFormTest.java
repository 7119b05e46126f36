package com.spara.sf.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Older forms are upgraded step by step, tried with steps that there are not yet. */
class SettingsFormTest {

    private final SettingsForm third = new SettingsForm(List.of(
            first -> {
                first.put("b", first.remove("a"));
                return first;
            },
            second -> {
                second.put("c", second.remove("b"));
                return second;
            }));

    private static Map<String, Object> form(int version, String member) {
        return Map.of("version", BigDecimal.valueOf(version), member, "kept");
    }

    @Test
    void anOlderFormGoesThroughEachStepFromItsOwn() {
        assertEquals(form(3, "c"), third.upgraded(form(1, "a")));
        assertEquals(form(3, "c"), third.upgraded(form(2, "b")));
    }

    @Test
    void theNewestFormIsTakenAsItIs() {
        assertEquals(form(3, "c"), third.upgraded(form(3, "c")));
    }

    @Test
    void aNewerFormIsRefusedWithAdvice() {
        Exception refused = assertThrows(IllegalArgumentException.class, () -> third.upgraded(form(4, "d")));
        assertTrue(refused.getMessage().contains("Upgrade the library"), refused.getMessage());
    }
}
