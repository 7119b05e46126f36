package com.spara.sf.testkit.schema;

/** A custom field as a new one is: written, filtered, sorted and grouped by, and not required. */
public final class CustomField {
    private CustomField() {}

    public static FieldDraft of(String name, FieldType type) {
        return FieldDraft.of(name, type)
                .label(usualLabel(name))
                .with(
                        FieldFlag.NILLABLE,
                        FieldFlag.CREATEABLE,
                        FieldFlag.UPDATEABLE,
                        FieldFlag.FILTERABLE,
                        FieldFlag.SORTABLE,
                        FieldFlag.GROUPABLE,
                        FieldFlag.AGGREGATABLE);
    }

    /** The label of a field that is given none. */
    public static String usualLabel(String name) {
        return name.replace("__c", "").replace('_', ' ');
    }
}
