package com.spara.sf.client;

import com.spara.sf.settings.SyncSettings;
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
            members.forEach((name, member) -> {
                String key = String.valueOf(name);
                shape.put(key, VALUES.contains(key) ? "(left away)" : without(member));
            });
            return shape;
        }
        return value instanceof List<?> items
                ? items.stream().map(SettingsShape::without).toList()
                : value;
    }
}
