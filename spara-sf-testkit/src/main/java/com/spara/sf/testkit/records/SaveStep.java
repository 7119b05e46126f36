package com.spara.sf.testkit.records;

/** One rule on the way of a record into the org: it looks, changes, or refuses with a {@link RefusedException}. */
@FunctionalInterface
interface SaveStep {
    void apply(Save save);
}
