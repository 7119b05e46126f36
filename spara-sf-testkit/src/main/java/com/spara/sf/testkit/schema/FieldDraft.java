package com.spara.sf.testkit.schema;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A field before it belongs to an object. Confined to one thread, and not changed once an object was made with it. */
public final class FieldDraft {
    final String name;
    final FieldType type;
    final EnumSet<FieldFlag> flags = EnumSet.noneOf(FieldFlag.class);
    final List<PicklistValue> picklistValues = new ArrayList<>();
    String label;
    int length;
    int precision;
    int scale;
    List<String> referenceTo = List.of();

    @Nullable
    String relationshipName;

    @Nullable
    String childRelationshipName;

    @Nullable
    String compoundFieldName;

    @Nullable
    Object defaultValue;

    private FieldDraft(String name, FieldType type) {
        this.name = name;
        this.type = type;
        this.label = name;
    }

    public static FieldDraft of(String name, FieldType type) {
        return new FieldDraft(name, type);
    }

    FieldDraft copy() {
        FieldDraft copy = new FieldDraft(name, type);
        copy.flags.addAll(flags);
        copy.picklistValues.addAll(picklistValues);
        copy.defaultValue = defaultValue;
        copy.compoundFieldName = compoundFieldName;
        return copy.label(label)
                .length(length)
                .digits(precision, scale)
                .refersTo(referenceTo, relationshipName, childRelationshipName);
    }

    public FieldDraft label(String text) {
        label = text;
        return this;
    }

    public FieldDraft length(int characters) {
        length = characters;
        return this;
    }

    public FieldDraft digits(int total, int decimals) {
        precision = total;
        scale = decimals;
        return this;
    }

    public FieldDraft with(FieldFlag... more) {
        flags.addAll(Arrays.asList(more));
        return this;
    }

    public FieldDraft without(FieldFlag... fewer) {
        flags.removeAll(Arrays.asList(fewer));
        return this;
    }

    public FieldDraft picklist(List<String> values) {
        values.forEach(value -> picklistValues.add(new PicklistValue(value, false, true)));
        return this;
    }

    /** Values that records have and nobody can choose any more; those that were offered are not. */
    public FieldDraft inactive(List<String> values) {
        picklistValues.removeIf(value -> values.contains(value.value()));
        values.forEach(value -> picklistValues.add(new PicklistValue(value, false, false)));
        return this;
    }

    /** References under {@code Region__r}, and under a name of its own from the other side. */
    public FieldDraft refersTo(List<String> objects, @Nullable String upwards, @Nullable String downwards) {
        referenceTo = List.copyOf(objects);
        relationshipName = upwards;
        childRelationshipName = downwards;
        return this;
    }

    public FieldDraft childRelationship(String downwards) {
        childRelationshipName = downwards;
        return this;
    }

    public FieldDraft defaultValue(Object value) {
        defaultValue = value;
        return this;
    }
}
