package com.spara.sf.testkit.records;

import com.spara.sf.testkit.schema.Field;
import com.spara.sf.testkit.schema.FieldType;
import com.spara.sf.testkit.schema.ObjectRights;
import com.spara.sf.testkit.schema.SObject;
import java.util.Locale;
import java.util.function.Function;

/** A reference names a record of the right object that is there; an owner must be able to own. */
final class References implements SaveStep {
    private final RecordStore store;
    private final Function<String, UserView> views;

    References(RecordStore store, Function<String, UserView> views) {
        this.store = store;
        this.views = views;
    }

    @Override
    public void apply(Save save) {
        save.sentFields().filter(field -> field.type() == FieldType.REFERENCE).forEach(field -> check(save, field));
    }

    private void check(Save save, Field field) {
        if (!(save.get(field) instanceof String id) || save.isUnchanged(field)) {
            return;
        }
        requireObject(field, id);
        Row target = store.find(id)
                .orElseThrow(() -> save.refuse("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id", field));
        if (save.options().isApi()) {
            requireVisible(save, field, target);
        }
        if (target.isDeleted()) {
            throw save.refuse("ENTITY_IS_DELETED", "entity is deleted", field);
        }
        if (ConvertedLeads.isConverted(target)) {
            throw ConvertedLeads.refusal();
        }
        if (field.name().equals("OwnerId")) {
            requireOwner(save.type(), field, target);
        }
    }

    /** A record that the user may not read is like one that is not there; an object is not. */
    private void requireVisible(Save save, Field field, Row target) {
        UserView view = views.apply(save.options().userId());
        if (!view.allows(ObjectRights.Right.READ, target.type().name())) {
            throw save.refuse(
                    "INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY",
                    "insufficient access rights on cross-reference id: " + target.id(),
                    field);
        }
        if (!view.sees(target)) {
            throw save.refuse("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id", field);
        }
    }

    private void requireObject(Field field, String id) {
        boolean fits = field.referenceTo().stream()
                .flatMap(name -> store.schema().object(name).stream())
                .anyMatch(object -> id.startsWith(object.keyPrefix()));
        boolean known = field.referenceTo().stream()
                .allMatch(name -> store.schema().object(name).isPresent());
        if (!fits && known) {
            throw TextValues.refuse("FIELD_INTEGRITY_EXCEPTION", field, "id value of incorrect type: " + id);
        }
    }

    /** Also asked for the owner that an assignment rule chose. */
    void requireOwner(SObject owned, Field field, Row owner) {
        if (owner.type().name().equals("User") && !owner.isTrue("IsActive")) {
            throw refuse(
                    "INACTIVE_OWNER_OR_USER",
                    field,
                    "operation performed with inactive user [" + owner.id() + "] as owner of "
                            + owned.label().toLowerCase(Locale.ROOT));
        }
        if (owner.type().name().equals("Group") && !isQueueFor(owned, owner)) {
            throw refuse("INVALID_OPERATION", field, "Queue not associated with this SObject type");
        }
    }

    private boolean isQueueFor(SObject owned, Row group) {
        SObject queueObject = store.schema().require("QueueSobject");
        return store.rowsWith(queueObject, queueObject.require("QueueId"), group.id()).stream()
                .anyMatch(row -> owned.name().equals(row.value("SobjectType")));
    }

    private static RefusedException refuse(String statusCode, Field field, String message) {
        return new RefusedException(SaveError.of(statusCode, message, field.name()));
    }
}
