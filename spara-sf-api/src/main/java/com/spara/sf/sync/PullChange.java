package com.spara.sf.sync;

/** What happened to a record since it was read before. A closed set; safe to use from any thread. */
public enum PullChange {

    /** It is new, or it changed, and the rule takes it. */
    CHANGED,

    /** It is a converted Lead that the rule takes; its Contact and Account are on the lead. */
    CONVERTED,

    /** It was deleted. */
    DELETED,

    /** It was merged into another record, which lives on. */
    MERGED,

    /** It changed, and the rule does not take it any more. */
    NO_LONGER_MATCHES
}
