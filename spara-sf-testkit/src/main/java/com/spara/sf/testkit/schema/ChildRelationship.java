package com.spara.sf.testkit.schema;

/** The rows of another object that refer to this one by a field. */
public record ChildRelationship(SObject child, Field field) {
    /** Whether those rows are deleted with the record that they refer to. */
    public boolean isCascading() {
        return field.is(FieldFlag.CASCADE_DELETE);
    }
}
