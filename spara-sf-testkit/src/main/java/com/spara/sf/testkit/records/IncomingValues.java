package com.spara.sf.testkit.records;

import com.spara.sf.testkit.schema.Field;
import com.spara.sf.testkit.schema.FieldFlag;
import com.spara.sf.testkit.schema.SObject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes what was sent: each name must be a field that may be written, each value must fit it. */
final class IncomingValues implements SaveStep {
    private static final Set<String> AUDIT =
            Set.of("CreatedDate", "CreatedById", "LastModifiedDate", "LastModifiedById");

    private final RecordStore store;

    IncomingValues(RecordStore store) {
        this.store = store;
    }

    @Override
    public void apply(Save save) {
        save.incoming().forEach((name, value) -> take(save, name, value));
    }

    private void take(Save save, String name, @Nullable Object value) {
        if (value instanceof Map<?, ?> parent && !hasField(save.type(), name)) {
            takeParent(save, name, parent);
            return;
        }
        Field field = save.type().field(name).orElseThrow(() -> noSuchField(save.type(), name));
        requireWritable(save, field);
        save.send(field, ValueReader.read(field, value));
    }

    private static boolean hasField(SObject type, String name) {
        return type.field(name).isPresent();
    }

    static RefusedException noSuchField(SObject type, String name) {
        return new RefusedException(
                SaveError.of("INVALID_FIELD", "No such column '" + name + "' on sobject of type " + type));
    }

    private static void requireWritable(Save save, Field field) {
        FieldFlag needed = save.isCreate() ? FieldFlag.CREATEABLE : FieldFlag.UPDATEABLE;
        boolean audit = save.isCreate() && save.options().setsAuditFields() && AUDIT.contains(field.name());
        if (!field.is(needed) && !audit) {
            throw save.refuse(
                    "INVALID_FIELD_FOR_INSERT_UPDATE",
                    "Unable to create/update fields: " + field.name()
                            + ". Please check the security settings of this field and verify that it is read/write for"
                            + " your profile or permission set.",
                    field);
        }
    }

    /** A parent named by its external id, as in {@code "Account": {"Number__c": "7"}}. */
    private void takeParent(Save save, String relationship, Map<?, ?> parent) {
        Field field = save.type().fields().stream()
                .filter(each -> each.relationshipName()
                        .filter(relationship::equalsIgnoreCase)
                        .isPresent())
                .findFirst()
                .orElseThrow(() -> noSuchField(save.type(), relationship));
        requireWritable(save, field);
        Map.Entry<?, ?> key = parent.entrySet().stream()
                .filter(entry -> !"attributes".equals(entry.getKey()))
                .findFirst()
                .orElseThrow(() -> noSuchField(save.type(), relationship));
        save.send(field, foreignKey(field, String.valueOf(key.getKey()), String.valueOf(key.getValue())));
    }

    private String foreignKey(Field reference, String keyName, String value) {
        List<Row> found = reference.referenceTo().stream()
                .flatMap(target -> store.schema().object(target).stream())
                .flatMap(target -> target.field(keyName).stream()
                        .filter(ExternalIds::isKey)
                        .flatMap(key -> ExternalIds.find(store, target, key, value).stream()))
                .toList();
        if (found.isEmpty()) {
            throw new RefusedException(SaveError.of(
                    "INVALID_FIELD",
                    "Foreign key external ID: " + value + " not found for field " + keyName + " in entity "
                            + String.join(", ", reference.referenceTo())));
        }
        return found.get(0).id();
    }
}
