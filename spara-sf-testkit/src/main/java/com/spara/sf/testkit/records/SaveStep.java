package com.spara.sf.testkit.records;

/** One rule on the way of a record into the org: it looks, changes, or refuses with a {@link RefusedException}. */
@FunctionalInterface
interface SaveStep {
    void apply(Save save);

    /** The same step, which lets pass what is done in the org directly. */
    default SaveStep forRequests() {
        return save -> {
            if (save.options().isApi()) {
                apply(save);
            }
        };
    }
}
