package com.spara.sf.settings;

import com.spara.sf.Reason;
import java.util.List;
import java.util.Optional;

/**
 * A field of an org as its describe tells the connected user of it (REST API Developer Guide, "sObject Describe"): what a row of a
 * mapping screen needs. Implemented by the library alone; immutable and safe to share between threads.
 */
public interface OrgField {

    /**
     * A value of a picklist.
     *
     * @param value what is stored, and what a lead has to hold
     * @param label what people in the org see
     */
    record Choice(String value, String label) {}

    /**
     * Returns the API name, which mappings are made by.
     *
     * @return for example {@code Chat_Transcript__c}
     */
    String name();

    /**
     * Returns what people in the org call the field.
     *
     * @return the label, in the connected user's language
     */
    String label();

    /**
     * Returns the type in Salesforce's own word.
     *
     * @return for example {@code string}, {@code textarea}, {@code picklist}, {@code reference}; types unknown to this library too
     */
    String type();

    /**
     * Returns the most characters that the field holds.
     *
     * @return the length in UTF-16 units, or 0 where there is no such limit
     */
    int length();

    /**
     * Returns the digits behind the point of a number.
     *
     * @return the number of digits; 0 for other types
     */
    int decimals();

    /**
     * Returns the active values of a picklist.
     *
     * @return the values in the org's order; those of all record types, of which one may allow fewer
     */
    List<Choice> choices();

    /**
     * Tells whether a picklist takes its own values only.
     *
     * @return true if another value is refused
     */
    boolean isRestricted();

    /**
     * Returns the objects that a reference may lead to.
     *
     * @return their API names; empty for other types
     */
    List<String> referenceTo();

    /**
     * Tells whether Salesforce makes no record without a value for it.
     *
     * @return true if it is required and has no default
     */
    boolean isRequired();

    /**
     * Tells whether Salesforce takes no two records with the same value, so that new records can be keyed by the field.
     *
     * @return true if it is unique
     */
    boolean isUnique();

    /**
     * Tells whether somebody in the org made the field.
     *
     * @return true for a custom field
     */
    boolean isCustom();

    /**
     * Tells whether the connected user may write the field when a record is made.
     *
     * @return true if so
     */
    boolean isWritableOnCreate();

    /**
     * Tells whether the connected user may write the field of a record that is there.
     *
     * @return true if so
     */
    boolean isWritableOnUpdate();

    /**
     * Returns what a mapping to the field may remember of it.
     *
     * @return the type, the length, and whether the picklist is restricted
     */
    default FieldShape shape() {
        FieldShape shape = FieldShape.of(type(), length());
        return isRestricted() ? shape.restricted() : shape;
    }

    /**
     * Returns why the field cannot be written, or not always: it is a formula, is made up of others, is kept by Salesforce, can be
     * written on create only, or the connected user has no right.
     *
     * @return the reason, with words for the admin; empty if it can be written on create and on update
     */
    Optional<Reason> whyNotWritable();
}
