package com.spara.sf;

/**
 * The codes of this library's own reasons. The set is open: later versions may add to it, and a refusal by Salesforce
 * carries Salesforce's own code, for example {@code FIELD_CUSTOM_VALIDATION_EXCEPTION}. What the library did
 * about it and what you do says its page, {@link Reason#page()}. Constants only, so it can be used from any thread.
 */
public final class ReasonCode {

    /** The record was written as planned. */
    public static final String WRITTEN = "WRITTEN";

    /** Salesforce already holds every value, so no write was made. */
    public static final String NO_CHANGE = "NO_CHANGE";

    /** Neither updating nor creating is switched on for the object. */
    public static final String RULE_OFF = "RULE_OFF";

    /** Nothing matched, and creating is off for the object. */
    public static final String CREATE_OFF = "CREATE_OFF";

    /** A matcher failed, so it is not known that nothing matches, and nothing is created. */
    public static final String MATCHER_FAILED = "MATCHER_FAILED";

    /** The lead has neither an Id nor an e-mail address nor anything else a matcher could look for. */
    public static final String NOTHING_TO_MATCH_BY = "NOTHING_TO_MATCH_BY";

    /** The matching Lead is converted; Salesforce does not let it be written. */
    public static final String CONVERTED_LEAD = "CONVERTED_LEAD";

    /** The Contact belongs to a person account; it is read and never written. */
    public static final String PERSON_ACCOUNT = "PERSON_ACCOUNT";

    /** Nothing is created because a record of the other object matched, as the settings ask. */
    public static final String OTHER_OBJECT_MATCHED = "OTHER_OBJECT_MATCHED";

    /** A field that Salesforce requires has no value, and placeholders are off. */
    public static final String REQUIRED_MISSING = "REQUIRED_MISSING";

    /** The e-mail address cannot be stored, so the new record could never be found again and is not created. */
    public static final String CREATE_WITHOUT_EMAIL = "CREATE_WITHOUT_EMAIL";

    /** Somebody changed the record between the read and the write. */
    public static final String CHANGED_MEANWHILE = "CHANGED_MEANWHILE";

    /** The request was sent, but its answer never came, so it is not known whether it was carried out. */
    public static final String ANSWER_LOST = "ANSWER_LOST";

    /** The answer did not have a result for each record. */
    public static final String ANSWER_INCOMPLETE = "ANSWER_INCOMPLETE";

    /** The request was never sent; pushing again is safe. */
    public static final String NOT_SENT = "NOT_SENT";

    /** The plan is too old to create records from; make a new one. */
    public static final String PLAN_EXPIRED = "PLAN_EXPIRED";

    /** The plan was pushed before; a plan is carried out once. */
    public static final String PLAN_ALREADY_PUSHED = "PLAN_ALREADY_PUSHED";

    /** Salesforce already holds this value. */
    public static final String ALREADY_THERE = "ALREADY_THERE";

    /** The lead has no value for the field; absent never clears. */
    public static final String NO_VALUE = "NO_VALUE";

    /** The Salesforce field has a value, and the rule writes only into an empty one. */
    public static final String NOT_EMPTY = "NOT_EMPTY";

    /** The rule writes when the record is made, never on update. */
    public static final String ON_CREATE_ONLY = "ON_CREATE_ONLY";

    /** The lead asked for the field to be cleared. */
    public static final String CLEARED = "CLEARED";

    /** Salesforce requires the field and the lead has no value, so a placeholder was written. */
    public static final String PLACEHOLDER = "PLACEHOLDER";

    /** The text was longer than the field and was cut, as the mapping allows. */
    public static final String CUT_TO_FIT = "CUT_TO_FIT";

    /** The conversation was longer than the field; its newest part was kept. */
    public static final String CONVERSATION_CUT = "CONVERSATION_CUT";

    /** The org has no such field, or the connected user may not see it. */
    public static final String FIELD_UNKNOWN = "FIELD_UNKNOWN";

    /** The connected user may not write the field. */
    public static final String FIELD_READ_ONLY = "FIELD_READ_ONLY";

    /** The field has become shorter, of another type or a restricted picklist since the mapping was made. */
    public static final String FIELD_CHANGED = "FIELD_CHANGED";

    /** The text is longer than the field. */
    public static final String TOO_LONG = "TOO_LONG";

    /** The value cannot be turned into the field's type. */
    public static final String WRONG_TYPE = "WRONG_TYPE";

    /** The number or the date does not fit the field. */
    public static final String OUT_OF_RANGE = "OUT_OF_RANGE";

    /** The value is not one of the restricted picklist's. */
    public static final String NOT_IN_PICKLIST = "NOT_IN_PICKLIST";

    /** The value is not an e-mail address that Salesforce accepts. */
    public static final String INVALID_EMAIL = "INVALID_EMAIL";

    /** The write rule threw an exception or gave an unusable answer. */
    public static final String RULE_FAILED = "RULE_FAILED";

    /** The write rule decided to leave the field. */
    public static final String LEFT_BY_RULE = "LEFT_BY_RULE";

    /** A stored Id leads to no record any more; take the new one from the enriched lead, or clear it. */
    public static final String STALE_ID = "STALE_ID";

    /** A stored Id is not a Salesforce Id of the object. */
    public static final String NOT_AN_ID = "NOT_AN_ID";

    /** The record was merged away; its master record was taken instead. */
    public static final String MERGED = "MERGED";

    /** The stored Lead Id and Contact Id lead to records with different e-mail addresses. */
    public static final String IDS_DISAGREE = "IDS_DISAGREE";

    /** Several leads of one push, or records of one page, are the same person; their fields were folded together. */
    public static final String SAME_PERSON_TWICE = "SAME_PERSON_TWICE";

    /** An enricher failed; only what it would have read is missing. */
    public static final String ENRICHER_FAILED = "ENRICHER_FAILED";

    /** Salesforce refused what a plug-in asked for. */
    public static final String LOOKUP_REFUSED = "LOOKUP_REFUSED";

    /** The answer was not what Salesforce answers: a page of a proxy, or an org in maintenance. */
    public static final String NOT_UNDERSTOOD = "NOT_UNDERSTOOD";

    /** The answer is longer than is read at once. */
    public static final String ANSWER_TOO_LONG = "ANSWER_TOO_LONG";

    /** The org could not be reached. */
    public static final String UNREACHABLE = "UNREACHABLE";

    /** The access token is expired, revoked or unknown. */
    public static final String SESSION_EXPIRED = "SESSION_EXPIRED";

    /** Salesforce refused the whole request. */
    public static final String REQUEST_REFUSED = "REQUEST_REFUSED";

    /** One record alone matched. */
    public static final String ONLY_CANDIDATE = "ONLY_CANDIDATE";

    /** Of several records, the chosen Lead is the one that is not converted. */
    public static final String UNCONVERTED_FIRST = "UNCONVERTED_FIRST";

    /** Of several records, the chosen one was created most recently. */
    public static final String MOST_RECENT_FIRST = "MOST_RECENT_FIRST";

    /** Of several records created in the same second, the chosen one has the highest Id. */
    public static final String HIGHEST_ID_FIRST = "HIGHEST_ID_FIRST";

    /** The number had more decimals than the field; it was rounded half up to what Salesforce stores. */
    public static final String ROUNDED = "ROUNDED";

    /** The field cannot be empty, so it cannot be cleared. */
    public static final String NOT_CLEARABLE = "NOT_CLEARABLE";

    /** Salesforce found a record that this library does not recognise as the one asked for, so nothing is concluded. */
    public static final String COMPARED_DIFFERENTLY = "COMPARED_DIFFERENTLY";

    /** A query was longer than Salesforce takes, even when it was cut into pieces. */
    public static final String QUERY_TOO_LONG = "QUERY_TOO_LONG";

    /** The connected user may not make, or may not write, records of the object. */
    public static final String NO_RIGHT = "NO_RIGHT";

    /** A duplicate rule for Leads named a Contact, which was taken for the Contact match, as the settings ask. */
    public static final String DUPLICATE_IS_CONTACT = "DUPLICATE_IS_CONTACT";

    /** Salesforce refused the record because of one field; it was tried once more without it. */
    public static final String REFUSED_BY_SALESFORCE = "REFUSED_BY_SALESFORCE";

    /** Only-if-empty never writes a field that always has a value. */
    public static final String NEVER_EMPTY = "NEVER_EMPTY";

    /** The field is short for a conversation, so that most of it would be cut. */
    public static final String SHORT_FOR_CONVERSATION = "SHORT_FOR_CONVERSATION";

    /** New Contacts would belong to no Account. */
    public static final String CONTACT_WITHOUT_ACCOUNT = "CONTACT_WITHOUT_ACCOUNT";

    /** The Account is that of the converted Lead. */
    public static final String ACCOUNT_OF_CONVERTED_LEAD = "ACCOUNT_OF_CONVERTED_LEAD";

    /** The Account is that of the most recently created Contact with the e-mail address. */
    public static final String ACCOUNT_OF_CONTACT = "ACCOUNT_OF_CONTACT";

    /** The Account bears the company's name. */
    public static final String ACCOUNT_OF_COMPANY = "ACCOUNT_OF_COMPANY";

    /** The Account's website is the domain of the e-mail address. */
    public static final String ACCOUNT_OF_DOMAIN = "ACCOUNT_OF_DOMAIN";

    /** No Account was found for the lead. */
    public static final String NO_ACCOUNT = "NO_ACCOUNT";

    /** No record matched that has an owner. */
    public static final String NO_OWNER = "NO_OWNER";

    /** The owner of the record is a queue. */
    public static final String OWNER_IS_QUEUE = "OWNER_IS_QUEUE";

    /** The owner of the record is not an active user. */
    public static final String OWNER_INACTIVE = "OWNER_INACTIVE";

    /** Salesforce could not be read for a stored value, so it was kept. */
    public static final String STORED_VALUE_KEPT = "STORED_VALUE_KEPT";

    /** The text held half a surrogate pair, which cannot be sent; it was replaced. */
    public static final String REPLACED = "REPLACED";

    /** The plan was made for another org. */
    public static final String PLAN_FOREIGN = "PLAN_FOREIGN";

    /** The push ended in a fault of this library or of a plug-in after a write was begun. */
    public static final String UNEXPECTED = "UNEXPECTED";

    /** Nobody has connected the org yet. */
    public static final String NEVER_CONNECTED = "NEVER_CONNECTED";

    /** The connection can be used. */
    public static final String CONNECTED = "CONNECTED";

    /** The connection was let go. */
    public static final String DISCONNECTED = "DISCONNECTED";

    /** The connection leads to another org than before; record Ids and pull cursors do not carry over. */
    public static final String ANOTHER_ORG = "ANOTHER_ORG";

    /** The grant could not be revoked at Salesforce. */
    public static final String NOT_REVOKED = "NOT_REVOKED";

    /** Salesforce refused a token that it had just given. */
    public static final String SESSION_REFUSED = "SESSION_REFUSED";

    /** A token request may have used up the refresh token, and its answer did not come. */
    public static final String REFRESH_LOST = "REFRESH_LOST";

    /** The login was begun too long ago, by somebody else, or was finished already. */
    public static final String LOGIN_NOT_OURS = "LOGIN_NOT_OURS";

    /** Salesforce gave a grant that ends with its first access token. */
    public static final String NO_REFRESH_TOKEN = "NO_REFRESH_TOKEN";

    /** Requests were sent again after Salesforce or the network failed. */
    public static final String REPEATED = "REPEATED";

    /** The answer to the write was lost, and the record was found as it was to be when it was looked for. */
    public static final String FOUND_AFTER_LOSS = "FOUND_AFTER_LOSS";

    /** An earlier push whose answer was lost may still make the record, so nothing is created now. */
    public static final String CREATE_IN_DOUBT = "CREATE_IN_DOUBT";

    /** The key of new records is not unique in the org. */
    public static final String KEY_NOT_UNIQUE = "KEY_NOT_UNIQUE";

    /** A matcher looks by a field without an index, so it is asked after all others. */
    public static final String NOT_INDEXED = "NOT_INDEXED";

    /** The key cannot be stored, and a record without it would be made again and again. */
    public static final String CREATE_WITHOUT_KEY = "CREATE_WITHOUT_KEY";

    /** The pull rule is another than the one that the cursor was made by. */
    public static final String PULL_RULE_CHANGED = "PULL_RULE_CHANGED";

    /** Records may have left the recycle bin between two pulls, so a full look is due. */
    public static final String FULL_LOOK_DUE = "FULL_LOOK_DUE";

    /** Push mappings cannot be turned round, because one field of the lead goes into several Salesforce fields. */
    public static final String AMBIGUOUS_MAPPING = "AMBIGUOUS_MAPPING";

    /** A condition of a pull rule cannot be asked for. */
    public static final String FILTER_REFUSED = "FILTER_REFUSED";

    /** A bulk job is not there any more; jobs and their results are kept for seven days. */
    public static final String JOB_GONE = "JOB_GONE";

    /** A bulk job is not known to be over. */
    public static final String JOB_UNDER_WAY = "JOB_UNDER_WAY";

    /** A bulk push of the same process has the person, and nothing was sent. */
    public static final String IN_BULK_PUSH = "IN_BULK_PUSH";

    /** Salesforce gave a bulk job up. */
    public static final String JOB_FAILED = "JOB_FAILED";

    /** Somebody stopped a bulk job. */
    public static final String JOB_ABORTED = "JOB_ABORTED";

    /** The calls that are left of the day are those that the push was to leave to others. */
    public static final String RESERVE_REACHED = "RESERVE_REACHED";

    /** The host ended the push of many leads before this one's turn came. */
    public static final String STOPPED = "STOPPED";

    /** A pull rule has relative dates, so records begin and cease to match without changing. */
    public static final String RELATIVE_DATES = "RELATIVE_DATES";

    /** A write rule of the host's own may change what is pushed, which a pull does not turn round. */
    public static final String RULE_NOT_TURNED = "RULE_NOT_TURNED";

    /** More records changed within the overlap of two pulls than the cursor remembers one by one, so some come again. */
    public static final String OVERLAP_FULL = "OVERLAP_FULL";

    private ReasonCode() {}
}
