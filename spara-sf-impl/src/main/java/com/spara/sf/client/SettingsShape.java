package com.spara.sf.client;

import com.spara.sf.settings.SyncSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Settings without what may be people's data: constants, and what conditions compare with. */
final class SettingsShape {

    private static final Set<String> VALUES =
            Set.of("constant", "placeholder", "in", "since", "before", "soql", "campaign");

    private SettingsShape() {}

    static Object of(SyncSettings settings) {
        Object shape = without(SettingsWriter.json(settings));
        return shape == null ? Map.of() : shape;
    }

    private static @Nullable Object without(@Nullable Object value) {
        if (value instanceof Map<?, ?> members) {
            Map<String, @Nullable Object> shape = new LinkedHashMap<>();
            members.forEach((name, member) -> shape.put(String.valueOf(name), member(String.valueOf(name), member)));
            return shape;
        }
        if (value instanceof List<?> items) {
            List<@Nullable Object> shape = new ArrayList<>();
            items.forEach(item -> shape.add(without(item)));
            return shape;
        }
        return value;
    }

    private static @Nullable Object member(String name, @Nullable Object value) {
        return VALUES.contains(name) ? "(left away)" : without(value);
    }
}
