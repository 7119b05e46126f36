package com.spara.sf.testkit.records;

import com.spara.sf.testkit.schema.Field;
import com.spara.sf.testkit.schema.FieldDraft;
import com.spara.sf.testkit.schema.FieldFlag;
import com.spara.sf.testkit.schema.FieldType;
import com.spara.sf.testkit.schema.SObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A record may only have a record type of its object, and only the restricted values that the type offers. */
final class RecordTypes implements SaveStep {
    static final String FIELD = "RecordTypeId";
    private static final int ID_LENGTH = 18;

    private final Map<String, List<RecordTypeInfo>> byObject = new HashMap<>();

    static FieldDraft field() {
        return FieldDraft.of(FIELD, FieldType.REFERENCE)
                .label("Record Type ID")
                .length(ID_LENGTH)
                .refersTo(List.of("RecordType"), "RecordType", null)
                .with(FieldFlag.NILLABLE, FieldFlag.CREATEABLE, FieldFlag.UPDATEABLE)
                .with(FieldFlag.FILTERABLE, FieldFlag.SORTABLE, FieldFlag.GROUPABLE, FieldFlag.AGGREGATABLE);
    }

    void add(String object, RecordTypeInfo type) {
        byObject.computeIfAbsent(object, key -> new ArrayList<>()).add(type);
    }

    List<RecordTypeInfo> of(SObject type) {
        return List.copyOf(byObject.getOrDefault(type.name(), List.of()));
    }

    @Override
    public void apply(Save save) {
        Optional<Field> field = save.type().field(FIELD);
        if (field.isPresent() && save.get(field.get()) instanceof String id) {
            RecordTypeInfo type = find(save, id)
                    .orElseThrow(() -> save.refuse(
                            "INVALID_CROSS_REFERENCE_KEY",
                            "Record Type ID: this ID value isn't valid for the user: " + id,
                            field.get()));
            save.sentFields()
                    .filter(sent -> sent.is(FieldFlag.RESTRICTED_PICKLIST))
                    .forEach(sent -> requireOffered(save, sent, type));
        }
    }

    private Optional<RecordTypeInfo> find(Save save, String id) {
        return of(save.type()).stream().filter(type -> type.id().equals(id)).findFirst();
    }

    private static void requireOffered(Save save, Field field, RecordTypeInfo type) {
        List<String> offered = type.values(field);
        if (save.get(field) instanceof String text && !offered.isEmpty()) {
            Arrays.stream(text.split(";", -1))
                    .filter(value -> !offered.contains(value))
                    .findFirst()
                    .ifPresent(value -> {
                        throw RestrictedPicklists.refusal(field, value);
                    });
        }
    }
}
