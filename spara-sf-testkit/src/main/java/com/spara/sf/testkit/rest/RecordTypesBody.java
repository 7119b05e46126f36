package com.spara.sf.testkit.rest;

import com.spara.sf.testkit.records.RecordTypeInfo;
import jakarta.json.stream.JsonGenerator;
import java.util.List;

/** The record types of an object; the master record type, which every object has, comes last. */
record RecordTypesBody(List<RecordTypeInfo> types) implements JsonBody {
    private static final String MASTER_ID = "012000000000000AAA";
    private static final String MASTER = "Master";

    @Override
    public void write(JsonGenerator json) {
        json.writeStartArray();
        types.forEach(type -> write(json, type.id(), type.name()));
        write(json, MASTER_ID, MASTER);
        json.writeEnd();
    }

    private static void write(JsonGenerator json, String id, String name) {
        boolean master = id.equals(MASTER_ID);
        json.writeStartObject();
        json.write("active", true);
        json.write("available", true);
        json.write("defaultRecordTypeMapping", master);
        json.write("developerName", name.replaceAll("\\W+", "_"));
        json.write("master", master);
        json.write("name", name);
        json.write("recordTypeId", id);
        json.writeEnd();
    }
}
