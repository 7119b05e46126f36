package com.spara.sf.testkit.records;

import com.spara.sf.testkit.schema.Field;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A record type of an object, and the picklist values that it offers where those are not all. */
public record RecordTypeInfo(String id, String name, Map<String, List<String>> picklists) {
    public RecordTypeInfo {
        Map<String, List<String>> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        picklists.forEach((field, values) -> anyCase.put(field, List.copyOf(values)));
        picklists = anyCase;
    }

    /** The values that the type offers; empty when it offers all. */
    List<String> values(Field field) {
        return picklists.getOrDefault(field.name(), List.of());
    }
}
