package com.spara.sf.settings;

/**
 * What happens when a duplicate rule of the org refuses a new record. Alert rules refuse saves over the API too, and are
 * on in new orgs. Safe for use by any thread.
 */
public enum DuplicateHandling {

    /** Nothing is made; the result names the rule and the records that Salesforce named. The default. */
    REPORT("report"),

    /**
     * The record that Salesforce named is taken for the match, if it is just one of the same object. A Contact named by a
     * rule for Leads becomes the Contact match, and no Lead is made.
     */
    USE_EXISTING("use existing"),

    /** The record is made all the same where the rule only alerts; a rule that blocks still blocks. */
    SAVE_ANYWAY("save anyway");

    private final String text;

    DuplicateHandling(String text) {
        this.text = text;
    }

    /**
     * Returns how settings in JSON spell it.
     *
     * @return the text
     */
    public String text() {
        return text;
    }
}
