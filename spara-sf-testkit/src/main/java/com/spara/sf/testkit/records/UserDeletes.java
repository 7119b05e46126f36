package com.spara.sf.testkit.records;

import com.spara.sf.testkit.schema.SObject;
import java.util.Map;
import java.util.function.Function;

/** Deletes a record as a request does: the user's rights, locks and triggers come in between. */
final class UserDeletes {
    private final OrgRules rules;
    private final Removals removals;
    private final Function<String, UserView> views;

    UserDeletes(OrgRules rules, Removals removals, Function<String, UserView> views) {
        this.rules = rules;
        this.removals = removals;
        this.views = views;
    }

    /** Throws {@link RefusedException} when the record must stay; what was done till then is to be rolled back. */
    void delete(Row row, SObject type, SaveOptions options) {
        Access.requireEditable(views.apply(options.userId()), row);
        rules.locks().requireFree(row);
        Attempt attempt = Attempt.begin(() -> Save.update(type, row, Map.of(), options));
        rules.triggers().runOne(TriggerEvent.BEFORE_DELETE, type, attempt);
        removals.delete(row);
        rules.triggers().runOne(TriggerEvent.AFTER_DELETE, type, attempt);
    }
}
