package com.spara.sf.testkit;

import com.spara.sf.testkit.schema.CustomField;
import com.spara.sf.testkit.schema.Field;
import com.spara.sf.testkit.schema.FieldFlag;
import com.spara.sf.testkit.schema.PicklistValue;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Custom fields in the form that org data reads. */
final class FieldDump {
    private final Field field;
    private final Map<String, Object> members = new LinkedHashMap<>();

    private FieldDump(Field field) {
        this.field = field;
    }

    static Map<String, Object> of(Field field) {
        FieldDump dump = new FieldDump(field);
        dump.members.put("name", field.name());
        dump.type();
        dump.flags();
        dump.labelAndDefault();
        return dump.members;
    }

    private void type() {
        switch (field.type()) {
            case STRING, TEXTAREA -> typed(field.isLongText() ? "longText" : "text", "length", field.length());
            case DOUBLE -> {
                typed("number", "precision", field.precision());
                members.put("scale", BigDecimal.valueOf(field.scale()));
            }
            case PICKLIST -> choice("picklist");
            case MULTIPICKLIST -> choice("multiPicklist");
            case REFERENCE -> reference();
            case BOOLEAN -> members.put("type", "checkbox");
            case DATETIME -> members.put("type", "dateTime");
            default -> members.put("type", field.type().wireName());
        }
    }

    private void typed(String type, String size, int value) {
        members.put("type", type);
        members.put(size, BigDecimal.valueOf(value));
    }

    private void choice(String type) {
        members.put("type", type);
        List<String> values = field.picklistValues().stream()
                .filter(PicklistValue::isActive)
                .map(PicklistValue::value)
                .toList();
        members.put("values", values);
    }

    private void reference() {
        members.put("type", "reference");
        members.put("to", field.referenceTo().get(0));
        field.childRelationshipName().ifPresent(name -> members.put("children", name));
    }

    private void flags() {
        flag("externalId", field.is(FieldFlag.EXTERNAL_ID));
        flag("unique", field.is(FieldFlag.UNIQUE));
        flag("caseSensitive", field.is(FieldFlag.CASE_SENSITIVE));
        flag("required", !field.is(FieldFlag.NILLABLE) && !members.containsValue("checkbox"));
        flag("restricted", field.is(FieldFlag.RESTRICTED_PICKLIST));
        flag("readOnly", !field.is(FieldFlag.CREATEABLE) && !field.is(FieldFlag.UPDATEABLE));
    }

    private void flag(String name, boolean isSet) {
        if (isSet) {
            members.put(name, true);
        }
    }

    private void labelAndDefault() {
        if (!field.label().equals(CustomField.usualLabel(field.name()))) {
            members.put("label", field.label());
        }
        Object value = field.defaultValue();
        if (value != null && !Boolean.FALSE.equals(value)) {
            members.put("default", value);
        }
    }
}
