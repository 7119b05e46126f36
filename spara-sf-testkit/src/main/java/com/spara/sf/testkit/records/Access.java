package com.spara.sf.testkit.records;

import com.spara.sf.testkit.schema.ObjectRights;
import java.util.function.Function;

/** Refuses a change that the user has no right to make. */
final class Access implements SaveStep {
    private static final String REFUSED = "INSUFFICIENT_ACCESS_OR_READONLY";

    private final Function<String, UserView> views;

    Access(Function<String, UserView> views) {
        this.views = views;
    }

    @Override
    public void apply(Save save) {
        UserView view = views.apply(save.options().userId());
        ObjectRights.Right needed = save.isCreate() ? ObjectRights.Right.CREATE : ObjectRights.Right.EDIT;
        if (!view.allows(needed, save.type().name())) {
            throw new RefusedException(SaveError.of(REFUSED, "insufficient access rights on object id"));
        }
        Row before = save.before();
        if (before != null) {
            requireEditable(view, before);
        }
    }

    /** Also asked before a record is deleted. */
    static void requireEditable(UserView view, Row row) {
        if (!view.edits(row)) {
            throw new RefusedException(SaveError.of(REFUSED, "insufficient access rights on object id"));
        }
    }
}
