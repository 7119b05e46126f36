package com.spara.sf.orgcheck;

/** One thing about Salesforce that the library leans on, that no document settles, and that an org can tell. */
interface Assumption {

    /** What is assumed, as a sentence. */
    String statement();

    /** Whether it is asked only where an app of the org is given. */
    default boolean needsApp() {
        return false;
    }

    /**
     * Looks whether it holds.
     *
     * @throws UnansweredException if it cannot be told in this org
     */
    Finding look(Workbench bench);
}
