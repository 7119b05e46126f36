package com.spara.sf.client;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A place in the settings' JSON that can say where it is. */
final class SettingsNode {

    private final String path;
    private final @Nullable Object value;

    private SettingsNode(String path, @Nullable Object value) {
        this.path = path;
        this.value = value;
    }

    static SettingsNode root(@Nullable Object value) {
        return new SettingsNode("", value);
    }

    /** Refuses members that are not known, since a misspelt one would be silently without effect. */
    SettingsNode knowing(Set<String> members) {
        for (Object name : object().keySet()) {
            if (!members.contains(String.valueOf(name))) {
                throw refused("'" + name + "' is not known here; known are "
                        + members.stream().sorted().toList() + ".");
            }
        }
        return this;
    }

    Optional<SettingsNode> member(String name) {
        Object member = object().get(name);
        return member == null ? Optional.empty() : Optional.of(new SettingsNode(below(name), member));
    }

    List<SettingsNode> items() {
        if (!(value instanceof List<?> list)) {
            throw refused("A list is expected.");
        }
        List<SettingsNode> items = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            items.add(new SettingsNode(path + "[" + i + "]", list.get(i)));
        }
        return items;
    }

    boolean isObject() {
        return value instanceof Map<?, ?>;
    }

    String text() {
        if (value instanceof String text) {
            return text;
        }
        throw refused("A text is expected.");
    }

    boolean flag() {
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw refused("true or false is expected.");
    }

    /** The whole number; a text of one counts too. */
    long count() {
        try {
            return new BigDecimal(String.valueOf(value)).longValueExact();
        } catch (ArithmeticException | NumberFormatException broken) {
            throw refused("A whole number is expected.");
        }
    }

    @Nullable
    Object raw() {
        return value;
    }

    IllegalArgumentException refused(String why) {
        return new IllegalArgumentException("Settings, at " + (path.isEmpty() ? "the top" : path) + ": " + why);
    }

    private Map<?, ?> object() {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw refused("An object is expected.");
    }

    private String below(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
