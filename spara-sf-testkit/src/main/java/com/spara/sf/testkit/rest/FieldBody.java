package com.spara.sf.testkit.rest;

import com.spara.sf.testkit.schema.Field;
import com.spara.sf.testkit.schema.FieldFlag;
import com.spara.sf.testkit.schema.FieldType;
import com.spara.sf.testkit.schema.PicklistValue;
import jakarta.json.stream.JsonGenerator;

/** The describe of one field. */
record FieldBody(Field field) implements JsonBody {
    private static final int BYTES_A_CHARACTER = 3;

    @Override
    public void write(JsonGenerator json) {
        json.writeStartObject();
        writeFlags(json);
        writeNothing(json);
        writeSize(json);
        json.write("label", field.label());
        json.write("name", field.name());
        json.write("type", field.type().wireName());
        json.write("soapType", field.type().soapType());
        json.writeKey("defaultValue");
        Json.write(json, field.picklistValues().isEmpty() ? field.defaultValue() : null);
        DescribeBody.writeText(json, "compoundFieldName", field.compoundFieldName());
        DescribeBody.writeText(json, "relationshipName", field.relationshipName());
        json.writeStartArray("referenceTo");
        field.referenceTo().forEach(json::write);
        json.writeEnd();
        writePicklist(json);
        json.writeEnd();
    }

    private void writeFlags(JsonGenerator json) {
        json.write("aggregatable", field.is(FieldFlag.AGGREGATABLE));
        json.write("calculated", field.is(FieldFlag.CALCULATED));
        json.write("cascadeDelete", field.is(FieldFlag.CASCADE_DELETE));
        json.write("caseSensitive", field.is(FieldFlag.CASE_SENSITIVE));
        json.write("createable", field.is(FieldFlag.CREATEABLE));
        json.write("custom", field.isCustom());
        json.write("defaultedOnCreate", field.is(FieldFlag.DEFAULTED_ON_CREATE));
        json.write("externalId", field.is(FieldFlag.EXTERNAL_ID));
        json.write("filterable", field.is(FieldFlag.FILTERABLE));
        json.write("groupable", field.is(FieldFlag.GROUPABLE));
        json.write("idLookup", field.is(FieldFlag.ID_LOOKUP));
        json.write("nameField", field.is(FieldFlag.NAME_FIELD));
        json.write("namePointing", field.is(FieldFlag.POLYMORPHIC_FOREIGN_KEY));
        json.write("nillable", field.is(FieldFlag.NILLABLE));
        json.write("permissionable", field.isPermissionable());
        json.write("polymorphicForeignKey", field.is(FieldFlag.POLYMORPHIC_FOREIGN_KEY));
        json.write("restrictedPicklist", field.is(FieldFlag.RESTRICTED_PICKLIST));
        json.write("sortable", field.is(FieldFlag.SORTABLE));
        json.write("unique", field.is(FieldFlag.UNIQUE));
        json.write("updateable", field.is(FieldFlag.UPDATEABLE));
    }

    /** What no field of this fake has. */
    private static void writeNothing(JsonGenerator json) {
        json.write("autoNumber", false);
        json.write("dependentPicklist", false);
        json.write("deprecatedAndHidden", false);
        json.write("encrypted", false);
        json.write("htmlFormatted", false);
        json.write("restrictedDelete", false);
        json.writeNull("calculatedFormula");
        json.writeNull("controllerName");
        json.writeNull("defaultValueFormula");
        json.writeNull("inlineHelpText");
    }

    private void writeSize(JsonGenerator json) {
        boolean whole = field.type() == FieldType.INT;
        json.write("byteLength", field.type().isText() ? field.length() * BYTES_A_CHARACTER : field.length());
        json.write("digits", whole ? field.precision() : 0);
        json.write("length", field.length());
        json.write("precision", whole ? 0 : field.precision());
        json.write("scale", field.scale());
    }

    private void writePicklist(JsonGenerator json) {
        json.writeStartArray("picklistValues");
        for (PicklistValue value : field.picklistValues()) {
            json.writeStartObject();
            json.write("active", value.isActive());
            json.write("defaultValue", value.isDefault());
            json.write("label", value.value());
            json.writeNull("validFor");
            json.write("value", value.value());
            json.writeEnd();
        }
        json.writeEnd();
    }
}
