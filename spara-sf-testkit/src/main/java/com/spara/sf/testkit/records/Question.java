package com.spara.sf.testkit.records;

/** What no source settles about Salesforce, each with the answer that is taken unless the other one is asked for. */
public enum Question {
    DUPLICATE_RESULT_IS_MISSPELT(true),
    COLLECTIONS_NAME_DUPLICATES(false),
    COLLECTIONS_OBEY_SUBREQUEST_HEADERS(true),
    COMPOSITE_GUARDS_ROWS(true),
    COMPOSITE_RESOLVES_VALUES(true),
    SUBREQUEST_URLS_END_AT_16_KB(false),
    DELETED_ROWS_READ_AS_MISSING(false),
    FAILED_UPSERTS_SAY_CREATED(false),
    ASSIGNMENT_OVERRIDES_OWNER(true),
    EXTRA_DECIMALS_ARE_ROUNDED(false),
    MISSING_RIGHTS_ANSWER_403(false),
    INACTIVE_USERS_HAVE_A_CODE(false),
    BULK_RESULTS_KEEP_ORDER(false),
    ABORTED_JOBS_FINISH_THEIR_CHUNK(false),
    IDS_SORT_BY_CASE(true);

    private final boolean usual;

    Question(boolean usual) {
        this.usual = usual;
    }

    boolean usual() {
        return usual;
    }
}
