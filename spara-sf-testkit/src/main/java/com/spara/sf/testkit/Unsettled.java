package com.spara.sf.testkit;

import com.spara.sf.testkit.records.Question;

/**
 * What no source settles about Salesforce. A client should live with both answers; {@link FakeOrg#settle} chooses one.
 *
 * <pre>{@code
 * org.settle(Unsettled.COLLECTIONS_NAME_DUPLICATES, true);
 * }</pre>
 */
public enum Unsettled {
    /**
     * Whether the member with the duplicates is spelled {@code duplicateResut}, as two captures have it, rather than
     * {@code duplicateResult}, as the guide has it. True unless told otherwise.
     */
    DUPLICATE_RESULT_IS_MISSPELT(Question.DUPLICATE_RESULT_IS_MISSPELT),

    /** Whether a collection's error DUPLICATES_DETECTED names the records that were found. False. */
    COLLECTIONS_NAME_DUPLICATES(Question.COLLECTIONS_NAME_DUPLICATES),

    /** Whether a collection inside a composite obeys the headers of its own subrequest. True. */
    COLLECTIONS_OBEY_SUBREQUEST_HEADERS(Question.COLLECTIONS_OBEY_SUBREQUEST_HEADERS),

    /** Whether {@code If-Unmodified-Since} guards a row inside a composite; otherwise it is ignored there. True. */
    COMPOSITE_GUARDS_ROWS(Question.COMPOSITE_GUARDS_ROWS),

    /**
     * Whether a composite resolves <code>@{reference}</code> in the middle of a text of a body, and not only where it
     * is the whole text. True.
     */
    COMPOSITE_RESOLVES_VALUES(Question.COMPOSITE_RESOLVES_VALUES),

    /** Whether a subrequest with a url of more than 16,384 characters is answered with 414. False: it may be longer. */
    SUBREQUEST_URLS_END_AT_16_KB(Question.SUBREQUEST_URLS_END_AT_16_KB),

    /** Whether the GET of a deleted row answers NOT_FOUND rather than ENTITY_IS_DELETED. False. */
    DELETED_ROWS_READ_AS_MISSING(Question.DELETED_ROWS_READ_AS_MISSING),

    /** Whether a row of a collection that could not be upserted has the member {@code created}. False. */
    FAILED_UPSERTS_SAY_CREATED(Question.FAILED_UPSERTS_SAY_CREATED),

    /** Whether the active assignment rule replaces an owner that the request names. True. */
    ASSIGNMENT_OVERRIDES_OWNER(Question.ASSIGNMENT_OVERRIDES_OWNER),

    /** Whether decimals that a number field does not have are rounded rather than cut. False. */
    EXTRA_DECIMALS_ARE_ROUNDED(Question.EXTRA_DECIMALS_ARE_ROUNDED),

    /** Whether INSUFFICIENT_ACCESS_OR_READONLY comes with 403 rather than 400. False. */
    MISSING_RIGHTS_ANSWER_403(Question.MISSING_RIGHTS_ANSWER_403),

    /** Whether a login of an inactive user answers {@code inactive_user} rather than {@code invalid_grant}. False. */
    INACTIVE_USERS_HAVE_A_CODE(Question.INACTIVE_USERS_HAVE_A_CODE),

    /**
     * Whether the results of a bulk job come in the order of the upload, which Salesforce does not promise. False: every
     * second row comes first.
     */
    BULK_RESULTS_KEEP_ORDER(Question.BULK_RESULTS_KEEP_ORDER),

    /**
     * Whether a bulk job that is aborted while it is in progress still saves the 200 rows that it is at. False. If true, that takes ten
     * seconds by the org's clock, in which these rows are among the unprocessed ones.
     */
    ABORTED_JOBS_FINISH_THEIR_CHUNK(Question.ABORTED_JOBS_FINISH_THEIR_CHUNK),

    /**
     * Whether Ids sort by the codes of their characters, {@code Z} before {@code a}, rather than letter by letter, {@code a}
     * before {@code Z}. True.
     */
    IDS_SORT_BY_CASE(Question.IDS_SORT_BY_CASE);

    private final Question question;

    Unsettled(Question question) {
        this.question = question;
    }

    Question question() {
        return question;
    }
}
