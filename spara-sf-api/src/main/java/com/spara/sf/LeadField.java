package com.spara.sf;

import java.util.List;

/**
 * The keys of the fields that the library itself reads or writes on a {@link Lead}. Any other key is the host's own.
 * Constants only, so it can be used from any thread.
 */
public final class LeadField {

    /** The e-mail address, which is always mapped and by which leads are matched. */
    public static final String EMAIL = "email";

    /** The first name. */
    public static final String FIRST_NAME = "first_name";

    /** The last name. */
    public static final String LAST_NAME = "last_name";

    /** The company's name; an Account that bears it is the last way to find the Account. */
    public static final String COMPANY = "company";

    /** The conversation, a {@link Conversation} or a text. */
    public static final String CONVERSATION = "conversation";

    /** The Id of the Salesforce Lead, the first thing that is matched by. */
    public static final String SALESFORCE_LEAD_ID = "salesforce_lead_id";

    /** The Id of the Salesforce Contact, the second thing that is matched by. */
    public static final String SALESFORCE_CONTACT_ID = "salesforce_contact_id";

    /**
     * A pull's own note of the Salesforce Lead whose Id a lead bears: that Id, a space and that Lead's e-mail address, where the
     * lead has another one, of its Contact. Store it as it is, with the Ids: by it a pull knows who else had that address, and
     * whether another Lead is the same person. Without it, some of them may not be told until they change, or by a full look. It
     * says nothing once the lead bears another Id; a push neither reads nor writes it.
     */
    public static final String SALESFORCE_LEAD_NOTE = "salesforce_lead_note";

    /**
     * The same of the Salesforce Contact whose Id a lead bears, as {@link #SALESFORCE_LEAD_NOTE} has it of the Lead: that Id, a
     * space and that Contact's e-mail address, where the lead has another one, of its Lead. Store it as it is, with the Ids.
     */
    public static final String SALESFORCE_CONTACT_NOTE = "salesforce_contact_note";

    /** The Id of the Account that was found. */
    public static final String SALESFORCE_ACCOUNT_ID = "salesforce_account_id";

    /** The name of the Account that was found. */
    public static final String SALESFORCE_ACCOUNT_NAME = "salesforce_account_name";

    /** The website of the Account that was found. */
    public static final String SALESFORCE_ACCOUNT_WEBSITE = "salesforce_account_website";

    /** The Id of the Account's owner. */
    public static final String SALESFORCE_ACCOUNT_OWNER_ID = "salesforce_account_owner_id";

    /** The name of the Account's owner. */
    public static final String SALESFORCE_ACCOUNT_OWNER_NAME = "salesforce_account_owner_name";

    /** The e-mail address of the Account's owner. */
    public static final String SALESFORCE_ACCOUNT_OWNER_EMAIL = "salesforce_account_owner_email";

    /** The Id of the matched record's owner, an active user. */
    public static final String SALESFORCE_ASSIGNED_SALES_REP_ID = "salesforce_assigned_sales_rep_id";

    /** The name of the matched record's owner, an active user. */
    public static final String SALESFORCE_ASSIGNED_SALES_REP_NAME = "salesforce_assigned_sales_rep_name";

    /** The e-mail address of the matched record's owner, an active user. */
    public static final String SALESFORCE_ASSIGNED_SALES_REP_EMAIL = "salesforce_assigned_sales_rep_email";

    private static final List<String> STORED = List.of(
            SALESFORCE_LEAD_ID,
            SALESFORCE_CONTACT_ID,
            SALESFORCE_LEAD_NOTE,
            SALESFORCE_CONTACT_NOTE,
            SALESFORCE_ACCOUNT_ID,
            SALESFORCE_ACCOUNT_NAME,
            SALESFORCE_ACCOUNT_WEBSITE,
            SALESFORCE_ACCOUNT_OWNER_ID,
            SALESFORCE_ACCOUNT_OWNER_NAME,
            SALESFORCE_ACCOUNT_OWNER_EMAIL,
            SALESFORCE_ASSIGNED_SALES_REP_ID,
            SALESFORCE_ASSIGNED_SALES_REP_NAME,
            SALESFORCE_ASSIGNED_SALES_REP_EMAIL);

    private LeadField() {}

    /**
     * Returns the keys that the library stores on a lead: what it read from Salesforce. A push and a pull store the same, but
     * {@link #SALESFORCE_LEAD_NOTE} and {@link #SALESFORCE_CONTACT_NOTE}, which are a pull's alone.
     *
     * @return the {@code salesforce_*} keys
     */
    public static List<String> storedBySync() {
        return STORED;
    }
}
