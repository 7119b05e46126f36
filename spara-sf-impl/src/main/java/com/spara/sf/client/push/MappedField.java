package com.spara.sf.client.push;

import com.spara.sf.Lead;
import com.spara.sf.client.describe.FieldDescribe;
import com.spara.sf.client.describe.ObjectDescribe;
import com.spara.sf.settings.FieldMapping;
import com.spara.sf.spi.FieldToWrite;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A mapping with what the describe tells of its field, which is the same for all leads of a push. */
final class MappedField {

    private final FieldMapping mapping;
    private final @Nullable Object constant;
    private final String leadField;
    private final boolean described;
    private final @Nullable FieldDescribe field;
    private final String name;
    private final FieldToWrite onCreate;
    private final FieldToWrite onUpdate;

    MappedField(String object, FieldMapping mapping, Optional<ObjectDescribe> describe) {
        this.mapping = mapping;
        this.constant = mapping.constantValue().orElse(null);
        this.leadField = mapping.leadField().orElse("");
        this.described = describe.isPresent();
        this.field = describe.flatMap(known -> known.field(mapping.salesforceField()))
                .orElse(null);
        this.name = field == null ? mapping.salesforceField() : field.name();
        this.onCreate = FieldToWrite.onCreate(object, name);
        this.onUpdate = FieldToWrite.onUpdate(object, name);
    }

    /** What is mapped: the constant, or the lead's value; null if the lead has none. */
    @Nullable
    Object value(Lead lead) {
        return constant == null ? lead.values().get(leadField) : constant;
    }

    FieldMapping mapping() {
        return mapping;
    }

    /** Whether the object is described, so that a field that is not is one that the org does not have. */
    boolean isDescribed() {
        return described;
    }

    /** The field; null if nothing is known of it. */
    @Nullable
    FieldDescribe field() {
        return field;
    }

    /** The field's API name, in Salesforce's own spelling if that is known. */
    String name() {
        return name;
    }

    /** The field as a write rule sees it, with no values yet. */
    FieldToWrite toWrite(boolean isCreating) {
        return isCreating ? onCreate : onUpdate;
    }
}
