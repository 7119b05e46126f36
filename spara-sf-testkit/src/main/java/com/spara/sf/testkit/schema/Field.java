package com.spara.sf.testkit.schema;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One field of an object: what its describe says, and its position in a row. */
public final class Field {
    private static final int LONG_TEXT = 255;

    private final FieldDraft draft;
    private final int position;
    private final Set<FieldFlag> flags;
    private final List<PicklistValue> picklistValues;
    private final @Nullable Object defaultValue;

    Field(FieldDraft draft, int position) {
        this(draft, position, EnumSet.copyOf(draft.flags));
    }

    private Field(FieldDraft draft, int position, EnumSet<FieldFlag> flags) {
        this.draft = draft;
        this.position = position;
        this.flags = Collections.unmodifiableSet(flags);
        this.picklistValues = List.copyOf(draft.picklistValues);
        this.defaultValue = defaultValue(draft);
    }

    /** This field for a user who may not write it on create, or not on update. */
    Field writable(boolean onCreate, boolean onUpdate) {
        EnumSet<FieldFlag> fewer = EnumSet.copyOf(draft.flags);
        fewer.removeIf(flag -> flag == FieldFlag.CREATEABLE && !onCreate || flag == FieldFlag.UPDATEABLE && !onUpdate);
        return new Field(draft, position, fewer);
    }

    public String name() {
        return draft.name;
    }

    public String label() {
        return draft.label;
    }

    public FieldType type() {
        return draft.type;
    }

    /** The most characters a text may have; 0 for other types. */
    public int length() {
        return draft.length;
    }

    /** The most digits a number may have in all; 0 for other types. */
    public int precision() {
        return draft.precision;
    }

    /** How many of a number's digits are decimals. */
    public int scale() {
        return draft.scale;
    }

    /** Where a row keeps the value. */
    public int position() {
        return position;
    }

    public boolean is(FieldFlag flag) {
        return flags.contains(flag);
    }

    /** Whether rights to the field can be given and taken, whatever those of the user who asks. */
    public boolean isPermissionable() {
        return draft.flags.contains(FieldFlag.NILLABLE) && draft.flags.contains(FieldFlag.UPDATEABLE);
    }

    public boolean isCustom() {
        return draft.name.endsWith("__c");
    }

    /** Whether it is text too long to be filtered or sorted. */
    public boolean isLongText() {
        return draft.type == FieldType.TEXTAREA && draft.length > LONG_TEXT;
    }

    /** Whether rows are found by this field without looking at all of them. */
    public boolean isIndexed() {
        return is(FieldFlag.ID_LOOKUP)
                || is(FieldFlag.EXTERNAL_ID)
                || is(FieldFlag.UNIQUE)
                || is(FieldFlag.NAME_FIELD)
                || isFollowedReference();
    }

    /** The names of the objects that a reference may point to, known to this schema or not. */
    public List<String> referenceTo() {
        return draft.referenceTo;
    }

    public Optional<String> relationshipName() {
        return Optional.ofNullable(draft.relationshipName);
    }

    /** How the object referred to calls the rows that refer to it. */
    public Optional<String> childRelationshipName() {
        return Optional.ofNullable(draft.childRelationshipName);
    }

    /** The compound field that this one is a part of, such as {@code Address}. */
    public Optional<String> compoundFieldName() {
        return Optional.ofNullable(draft.compoundFieldName);
    }

    public List<PicklistValue> picklistValues() {
        return picklistValues;
    }

    /** The value that a new record gets when none is sent; null when there is none. */
    public @Nullable Object defaultValue() {
        return defaultValue;
    }

    private static @Nullable Object defaultValue(FieldDraft draft) {
        if (draft.defaultValue != null) {
            return draft.defaultValue;
        }
        return draft.picklistValues.stream()
                .filter(PicklistValue::isDefault)
                .<Object>map(PicklistValue::value)
                .findFirst()
                .orElse(draft.type == FieldType.BOOLEAN ? Boolean.FALSE : null);
    }

    /** Every row points to a user by its audit fields: an index on them would cost more than it finds. */
    private boolean isFollowedReference() {
        return draft.type == FieldType.REFERENCE && (is(FieldFlag.CREATEABLE) || is(FieldFlag.NILLABLE));
    }

    @Override
    public String toString() {
        return draft.name + " " + draft.type.wireName() + (draft.length > 0 ? "(" + draft.length + ")" : "");
    }
}
