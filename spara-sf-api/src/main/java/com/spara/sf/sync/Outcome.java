package com.spara.sf.sync;

/** What became of one record in a push. Safe for use by any thread. */
public enum Outcome {
    /** A record was made. */
    CREATED,
    /** The matching record was written. */
    UPDATED,
    /**
     * The matching record stays as it was: it holds everything that could be written. What could not be, because it does not fit
     * or because Salesforce refused it, is in {@code fieldsLeftOut()}, as with every outcome.
     */
    UNCHANGED,
    /** The settings or the state of the record ask for no write; the reason says which. */
    SKIPPED,
    /** A write was wanted and did not happen. */
    FAILED,
    /** A write was sent, and it is not known whether it was carried out. */
    UNKNOWN
}
