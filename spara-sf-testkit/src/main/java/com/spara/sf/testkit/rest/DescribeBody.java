package com.spara.sf.testkit.rest;

import com.spara.sf.testkit.schema.ChildRelationship;
import com.spara.sf.testkit.schema.SObject;
import com.spara.sf.testkit.schema.Schema;
import jakarta.json.stream.JsonGenerator;
import java.util.Optional;

/** The describe of one object. */
record DescribeBody(SObject type, Schema schema, RestRequest request, JsonBody recordTypes) implements JsonBody {
    @Override
    public void write(JsonGenerator json) {
        json.writeStartObject();
        new ObjectBody(type, request).writeMembers(json);
        json.writeStartArray("childRelationships");
        schema.children(type).forEach(child -> write(json, child));
        json.writeEnd();
        json.writeStartArray("fields");
        type.fields().forEach(field -> new FieldBody(field).write(json));
        json.writeEnd();
        json.writeKey("recordTypeInfos");
        recordTypes.write(json);
        json.writeStartArray("namedLayoutInfos").writeEnd();
        json.writeStartArray("supportedScopes").writeEnd();
        json.writeEnd();
    }

    private static void write(JsonGenerator json, ChildRelationship child) {
        json.writeStartObject();
        json.write("cascadeDelete", child.isCascading());
        json.write("childSObject", child.child().name());
        json.write("deprecatedAndHidden", false);
        json.write("field", child.field().name());
        json.writeStartArray("junctionIdListNames").writeEnd();
        json.writeStartArray("junctionReferenceTo").writeEnd();
        writeText(json, "relationshipName", child.field().childRelationshipName());
        json.write("restrictedDelete", false);
        json.writeEnd();
    }

    static void writeText(JsonGenerator json, String name, Optional<String> text) {
        json.writeKey(name);
        Json.write(json, text.orElse(null));
    }
}
