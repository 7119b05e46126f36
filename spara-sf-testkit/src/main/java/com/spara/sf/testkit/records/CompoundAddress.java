package com.spara.sf.testkit.records;

import com.spara.sf.testkit.schema.Field;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts an address together from the fields that are its parts. */
public final class CompoundAddress {
    private static final String ADDRESS = "Address";

    private CompoundAddress() {}

    /** The parts by their names in the compound, such as {@code postalCode}; null when all are empty. */
    public static @Nullable Map<String, @Nullable Object> of(Row row, Field address) {
        int prefix = address.name().length() - ADDRESS.length();
        Map<String, @Nullable Object> parts = new TreeMap<>();
        row.type().fields().stream()
                .filter(part ->
                        part.compoundFieldName().filter(address.name()::equals).isPresent())
                .forEach(part -> parts.put(lowerFirst(part.name().substring(prefix)), row.value(part)));
        return parts.values().stream().allMatch(Objects::isNull) ? null : Collections.unmodifiableMap(parts);
    }

    private static String lowerFirst(String name) {
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
