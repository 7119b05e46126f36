package com.spara.sf.sync;

/** What became of one record in a push. Safe for use by any thread. */
public enum Outcome {
    /** A record was made. */
    CREATED,
    /** The matching record was written. */
    UPDATED,
    /** The matching record already holds everything; no write was made. */
    UNCHANGED,
    /** The settings or the state of the record ask for no write; the reason says which. */
    SKIPPED,
    /** A write was wanted and did not happen. */
    FAILED,
    /** A write was sent, and it is not known whether it was carried out. */
    UNKNOWN
}
