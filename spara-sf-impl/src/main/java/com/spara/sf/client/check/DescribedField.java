package com.spara.sf.client.check;

import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import com.spara.sf.client.describe.FieldDescribe;
import com.spara.sf.client.describe.FieldKind;
import com.spara.sf.client.json.JsonView;
import com.spara.sf.settings.OrgField;
import java.util.List;
import java.util.Optional;

/**
 * A field as the describe tells of it.
 *
 * @param json the field's part of the answer
 * @param describe what the push goes by
 * @param parts the fields that this one is made up of
 * @param isObjectWritable whether the connected user may make or write records of the object
 */
record DescribedField(JsonView json, FieldDescribe describe, List<String> parts, boolean isObjectWritable)
        implements OrgField {

    @Override
    public String name() {
        return describe.name();
    }

    @Override
    public String label() {
        return json.at("label").text().orElse(name());
    }

    @Override
    public String type() {
        return json.at("type").textOrEmpty();
    }

    @Override
    public int length() {
        return describe.length();
    }

    @Override
    public int decimals() {
        return describe.scale();
    }

    @Override
    public List<Choice> choices() {
        return json.at("picklistValues").items().stream()
                .filter(value -> value.at("active").isTrue())
                .map(DescribedField::choice)
                .toList();
    }

    private static Choice choice(JsonView json) {
        String value = json.at("value").textOrEmpty();
        return new Choice(value, json.at("label").text().orElse(value));
    }

    @Override
    public boolean isRestricted() {
        return describe.isRestricted();
    }

    @Override
    public List<String> referenceTo() {
        return describe.referenceTo();
    }

    @Override
    public boolean isRequired() {
        return describe.isRequiredOnCreate();
    }

    @Override
    public boolean isUnique() {
        return describe.isUnique();
    }

    @Override
    public boolean isCustom() {
        return json.at("custom").isTrue();
    }

    @Override
    public boolean isWritableOnCreate() {
        return describe.isCreateable() && !isMadeUp();
    }

    @Override
    public boolean isWritableOnUpdate() {
        return describe.isUpdateable() && !isMadeUp();
    }

    /** Whether the connected user may write it at all. */
    boolean isWritable() {
        return isWritableOnCreate() || isWritableOnUpdate();
    }

    private boolean isMadeUp() {
        return describe.kind() == FieldKind.NOT_WRITABLE;
    }

    @Override
    public Optional<Reason> whyNotWritable() {
        if (isWritableOnCreate() && isWritableOnUpdate()) {
            return Optional.empty();
        }
        return Optional.of(isObjectWritable ? Reason.of(ReasonCode.FIELD_READ_ONLY, why()) : noRight());
    }

    private static Reason noRight() {
        return Reason.of(
                ReasonCode.NO_RIGHT,
                "The connected user may not make or write records of the object. The admin gives Create and Edit on it.");
    }

    private String why() {
        if (isWritableOnCreate()) {
            return "The field can be written when the record is made, but not later. Make the rule on create only.";
        }
        if (isWritableOnUpdate()) {
            return "The field can be written of a record that is there, and not when one is made.";
        }
        if (isMadeUp() || !parts.isEmpty()) {
            return "The field is made up of others; map those instead" + named() + ".";
        }
        if (json.at("calculated").isTrue()) {
            return "The field is a formula, which Salesforce works out.";
        }
        return json.at("autoNumber").isTrue() ? "Salesforce numbers the records by this field." : right();
    }

    private String named() {
        return parts.isEmpty() ? "" : ": " + String.join(", ", parts);
    }

    /** A field that permissions can be given for is writable for somebody (REST API Developer Guide, "permissionable"). */
    private String right() {
        return json.at("permissionable").isTrue()
                ? "The connected user may see the field and not write it. The admin gives Edit on it in the field-level security."
                : "Salesforce keeps the field itself, or the connected user may see it and not write it.";
    }
}
