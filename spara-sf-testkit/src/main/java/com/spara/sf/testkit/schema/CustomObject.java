package com.spara.sf.testkit.schema;

import static com.spara.sf.testkit.schema.FieldFlag.AGGREGATABLE;
import static com.spara.sf.testkit.schema.FieldFlag.CREATEABLE;
import static com.spara.sf.testkit.schema.FieldFlag.DEFAULTED_ON_CREATE;
import static com.spara.sf.testkit.schema.FieldFlag.FILTERABLE;
import static com.spara.sf.testkit.schema.FieldFlag.GROUPABLE;
import static com.spara.sf.testkit.schema.FieldFlag.ID_LOOKUP;
import static com.spara.sf.testkit.schema.FieldFlag.NAME_FIELD;
import static com.spara.sf.testkit.schema.FieldFlag.NILLABLE;
import static com.spara.sf.testkit.schema.FieldFlag.POLYMORPHIC_FOREIGN_KEY;
import static com.spara.sf.testkit.schema.FieldFlag.SORTABLE;
import static com.spara.sf.testkit.schema.FieldFlag.UPDATEABLE;

import java.util.ArrayList;
import java.util.List;

/** Describes a custom object as a new one is: an Id, a name, an owner and the audit fields, then the admin's own. */
public final class CustomObject {
    private static final int ID_LENGTH = 18;
    private static final int NAME_LENGTH = 80;

    private CustomObject() {}

    public static SObject of(String name, String keyPrefix, List<FieldDraft> own) {
        List<FieldDraft> fields = new ArrayList<>();
        fields.add(field("Id", FieldType.ID, "Record ID").length(ID_LENGTH).with(ID_LOOKUP));
        fields.add(reference("OwnerId", "Owner", "Group", "User")
                .label("Owner ID")
                .with(CREATEABLE, UPDATEABLE, POLYMORPHIC_FOREIGN_KEY));
        fields.add(field("IsDeleted", FieldType.BOOLEAN, "Deleted"));
        fields.add(field("Name", FieldType.STRING, "Name")
                .length(NAME_LENGTH)
                .with(NILLABLE, CREATEABLE, UPDATEABLE, NAME_FIELD, ID_LOOKUP));
        fields.add(field("CreatedDate", FieldType.DATETIME, "Created Date"));
        fields.add(reference("CreatedById", "CreatedBy", "User").label("Created By ID"));
        fields.add(field("LastModifiedDate", FieldType.DATETIME, "Last Modified Date"));
        fields.add(reference("LastModifiedById", "LastModifiedBy", "User").label("Last Modified By ID"));
        fields.add(field("SystemModstamp", FieldType.DATETIME, "System Modstamp"));
        fields.addAll(own);
        return SObject.of(ObjectHeader.custom(name, keyPrefix), fields);
    }

    private static FieldDraft reference(String name, String relationship, String... targets) {
        return field(name, FieldType.REFERENCE, name).length(ID_LENGTH).refersTo(List.of(targets), relationship, null);
    }

    private static FieldDraft field(String name, FieldType type, String label) {
        FieldDraft field =
                FieldDraft.of(name, type).label(label).with(DEFAULTED_ON_CREATE, FILTERABLE, SORTABLE, AGGREGATABLE);
        return type == FieldType.DATETIME ? field : field.with(GROUPABLE);
    }
}
