package com.spara.sf.testkit.records;

import com.spara.sf.testkit.schema.Field;
import java.util.HashMap;
import java.util.Map;

/** Lets the active assignment rule of an object choose the owner, also over one that was sent. */
final class AssignmentRules implements SaveStep {
    private final RecordStore store;
    private final References references;
    private final Answers answers;
    private final Map<String, OwnerRule> active = new HashMap<>();

    AssignmentRules(RecordStore store, References references, Answers answers) {
        this.store = store;
        this.references = references;
        this.answers = answers;
    }

    void activate(String object, OwnerRule rule) {
        active.put(object, rule);
    }

    @Override
    public void apply(Save save) {
        OwnerRule rule = active.get(save.type().name());
        if (rule != null && save.options().runsAssignmentRule() && !keepsOwner(save)) {
            String owner = rule.ownerOf(save.row());
            if (owner != null) {
                assign(save, owner);
            }
        }
    }

    private boolean keepsOwner(Save save) {
        return save.isSent(save.type().require("OwnerId")) && !answers.is(Question.ASSIGNMENT_OVERRIDES_OWNER);
    }

    private void assign(Save save, String owner) {
        Field field = save.type().require("OwnerId");
        Row user = store.find(owner)
                .orElseThrow(() -> save.refuse("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id", field));
        references.requireOwner(save.type(), field, user);
        save.set(field, user.id());
    }
}
