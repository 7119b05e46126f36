package com.spara.sf.testkit.records;

import com.spara.sf.testkit.schema.Field;
import com.spara.sf.testkit.schema.FieldFlag;
import com.spara.sf.testkit.schema.SObject;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes what was sent: each name must be a field that may be written, each value must fit it. */
final class IncomingValues implements SaveStep {
    private static final Set<String> AUDIT =
            Set.of("CreatedDate", "CreatedById", "LastModifiedDate", "LastModifiedById");

    private final RecordStore store;
    private final Function<String, UserView> views;
    private final Answers answers;

    IncomingValues(RecordStore store, Function<String, UserView> views, Answers answers) {
        this.store = store;
        this.views = views;
        this.answers = answers;
    }

    @Override
    public void apply(Save save) {
        SObject seen = save.options().isApi() ? seen(save) : save.type();
        save.incoming().forEach((name, value) -> take(save, seen, name, value));
    }

    /** The object with the fields that the user may see. */
    private SObject seen(Save save) {
        String name = save.type().name();
        return views.apply(save.options().userId())
                .schema()
                .object(name)
                .orElseThrow(() -> new RefusedException(
                        SaveError.of("INVALID_TYPE", "sObject type '" + name + "' is not supported.")));
    }

    private void take(Save save, SObject seen, String name, @Nullable Object value) {
        if (value instanceof Map<?, ?> parent && !hasField(seen, name)) {
            Field field = reference(seen, name);
            requireWritable(save, field);
            save.send(field, foreignKey(field, name, parent));
            return;
        }
        Field field = seen.field(name).orElseThrow(() -> noSuchField(seen, name));
        requireWritable(save, field);
        save.send(field, ValueReader.read(field, value, rounding()));
    }

    private RoundingMode rounding() {
        return answers.is(Question.EXTRA_DECIMALS_ARE_ROUNDED) ? RoundingMode.HALF_UP : RoundingMode.DOWN;
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
    private String foreignKey(Field reference, String relationship, Map<?, ?> parent) {
        Map.Entry<?, ?> key = parent.entrySet().stream()
                .filter(entry -> !"attributes".equals(entry.getKey()))
                .findFirst()
                .orElseThrow(() -> new RefusedException(SaveError.of(
                        "INVALID_FIELD", "The relationship " + relationship + " needs an external id of its parent")));
        return foreignKey(targets(reference, parent), String.valueOf(key.getKey()), String.valueOf(key.getValue()));
    }

    /** The objects that the parent may be of, of which its attributes can choose one. */
    private static List<String> targets(Field reference, Map<?, ?> parent) {
        Object type = parent.get("attributes") instanceof Map<?, ?> attributes ? attributes.get("type") : null;
        return reference.referenceTo().stream()
                .filter(target -> type == null || target.equalsIgnoreCase(type.toString()))
                .toList();
    }

    private static Field reference(SObject seen, String relationship) {
        return seen.fields().stream()
                .filter(each -> each.relationshipName()
                        .filter(relationship::equalsIgnoreCase)
                        .isPresent())
                .findFirst()
                .orElseThrow(() -> noSuchField(seen, relationship));
    }

    private String foreignKey(List<String> targets, String keyName, String value) {
        List<Row> found = targets.stream()
                .flatMap(target -> store.schema().object(target).stream())
                .flatMap(target -> target.field(keyName).stream()
                        .filter(ExternalIds::isKey)
                        .flatMap(key -> ExternalIds.find(store, target, key, value).stream()))
                .toList();
        if (found.isEmpty()) {
            throw new RefusedException(SaveError.of(
                    "INVALID_FIELD",
                    "Foreign key external ID: " + value + " not found for field " + keyName + " in entity "
                            + String.join(", ", targets)));
        }
        return found.get(0).id();
    }
}
