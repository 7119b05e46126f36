package com.spara.sf.testkit.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** One object of an org, such as Lead, with its fields. Field names are found in any case. */
public final class SObject {
    private final ObjectHeader header;
    private final List<FieldDraft> drafts;
    private final List<Field> fields;
    private final Map<String, Field> byName;

    private SObject(ObjectHeader header, List<FieldDraft> drafts, List<Field> fields) {
        this.header = header;
        this.drafts = List.copyOf(drafts);
        this.fields = List.copyOf(fields);
        this.byName = new HashMap<>();
        fields.forEach(this::register);
    }

    /** The first field is the Id. Throws {@link IllegalArgumentException} when a name stands twice. */
    public static SObject of(ObjectHeader header, List<FieldDraft> fields) {
        List<Field> positioned = new ArrayList<>();
        fields.forEach(draft -> positioned.add(new Field(draft, positioned.size())));
        return new SObject(header, fields, positioned);
    }

    private void register(Field field) {
        if (byName.putIfAbsent(key(field.name()), field) != null) {
            throw new IllegalArgumentException(
                    header.name() + " already has a field " + field.name() + "; give the new one another name");
        }
    }

    /** This object with one more field; the positions of the others stay. */
    public SObject with(FieldDraft field) {
        List<FieldDraft> more = new ArrayList<>(drafts);
        more.add(field);
        return of(header, more);
    }

    /** This object with one of its fields described anew. */
    public SObject changing(String field, UnaryOperator<FieldDraft> change) {
        List<FieldDraft> changed = new ArrayList<>(drafts);
        changed.set(
                require(field).position(),
                change.apply(drafts.get(require(field).position()).copy()));
        return of(header, changed);
    }

    /** This object as a user with these rights sees it: fewer fields, in the positions that they have for everybody. */
    SObject seenWith(ObjectRights rights) {
        boolean creates = rights.allows(ObjectRights.Right.CREATE);
        boolean edits = rights.allows(ObjectRights.Right.EDIT);
        List<Field> seen = fields.stream()
                .filter(field -> !rights.hides(field))
                .map(field -> field.writable(creates && !rights.locks(field), edits && !rights.locks(field)))
                .toList();
        return new SObject(header.allowing(creates, edits), drafts, seen);
    }

    public String name() {
        return header.name();
    }

    public String label() {
        return header.label();
    }

    public String labelPlural() {
        return header.labelPlural();
    }

    /** The three characters that the Ids of its records begin with. */
    public String keyPrefix() {
        return header.keyPrefix();
    }

    public boolean can(ObjectTrait trait) {
        return header.traits().contains(trait);
    }

    public boolean isCustom() {
        return name().endsWith("__c");
    }

    public List<Field> fields() {
        return fields;
    }

    public Optional<Field> field(String name) {
        Field exact = byName.get(name);
        return Optional.ofNullable(exact != null ? exact : byName.get(key(name)));
    }

    /** A field that is known to be there. Throws {@link IllegalArgumentException} when it is not. */
    public Field require(String name) {
        return field(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        name() + " has no field " + name + "; add it to the org first, or take one of its describe"));
    }

    @Override
    public String toString() {
        return name();
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
