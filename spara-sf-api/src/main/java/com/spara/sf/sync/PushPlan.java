package com.spara.sf.sync;

import com.spara.sf.Lead;
import com.spara.sf.Reason;
import java.time.Instant;
import java.util.List;

/**
 * What a push of one lead would do now, made by the same reads and the same thinking, and not carried out yet:
 * {@link SalesforceSync#push(PushPlan)} does that. {@code toString} shows no data. Immutable and safe to share between
 * threads.
 */
public final class PushPlan {

    private final String id;
    private final Instant madeAt;
    private final Lead input;
    private final Lead enrichedLead;
    private final RecordPlan lead;
    private final RecordPlan contact;
    private final List<Reason> notes;
    private final List<String> unmapped;

    private PushPlan(
            String id,
            Instant madeAt,
            Lead input,
            Lead enrichedLead,
            RecordPlan lead,
            RecordPlan contact,
            List<Reason> notes,
            List<String> unmapped) {
        this.id = id;
        this.madeAt = madeAt;
        this.input = input;
        this.enrichedLead = enrichedLead;
        this.lead = lead;
        this.contact = contact;
        this.notes = notes;
        this.unmapped = unmapped;
    }

    /**
     * Returns a plan.
     *
     * @param input the lead as it was given
     * @param enrichedLead the lead with what was read
     * @param lead what is to be done with the Salesforce Lead
     * @param contact what is to be done with the Contact
     * @return the plan, without a name and made at the beginning of time until {@link #made} says otherwise
     */
    public static PushPlan of(Lead input, Lead enrichedLead, RecordPlan lead, RecordPlan contact) {
        return new PushPlan("", Instant.EPOCH, input, enrichedLead, lead, contact, List.of(), List.of());
    }

    /**
     * Returns this plan with its name and its time.
     *
     * @param newId a name that no other plan has
     * @param at when it was made
     * @return the new plan
     */
    public PushPlan made(String newId, Instant at) {
        return new PushPlan(newId, at, input, enrichedLead, lead, contact, notes, unmapped);
    }

    /**
     * Returns this plan with notes about what was read onto the lead.
     *
     * @param newNotes how things were found, or why they were not
     * @return the new plan
     */
    public PushPlan noting(List<Reason> newNotes) {
        return new PushPlan(id, madeAt, input, enrichedLead, lead, contact, List.copyOf(newNotes), unmapped);
    }

    /**
     * Returns this plan with the fields of the lead that no mapping takes.
     *
     * @param keys the host's names of the fields
     * @return the new plan
     */
    public PushPlan leavingUnmapped(List<String> keys) {
        return new PushPlan(id, madeAt, input, enrichedLead, lead, contact, notes, List.copyOf(keys));
    }

    /**
     * Returns which fields of the lead no mapping takes, so that a misspelt name is seen; the e-mail address and the
     * {@code salesforce_*} fields are never among them.
     *
     * @return the host's names of the fields, in order
     */
    public List<String> unmapped() {
        return unmapped;
    }

    /**
     * Returns which fields of the lead changed, the {@code salesforce_*} ones among them that a push stores: all but the two
     * notes of a pull, {@link com.spara.sf.LeadField#SALESFORCE_LEAD_NOTE} and its like for Contacts.
     *
     * @return old and new value of each
     */
    public List<LeadChange> changes() {
        return LeadChange.between(input, enrichedLead);
    }

    /**
     * Returns what is worth knowing about what was read onto the lead; warnings about a record are on its plan.
     *
     * @return the notes, unmodifiable
     */
    public List<Reason> notes() {
        return notes;
    }

    /**
     * Returns the plan's name.
     *
     * @return a name that no other plan has
     */
    public String id() {
        return id;
    }

    /**
     * Returns when the plan was made.
     *
     * @return the time by the host's clock
     */
    public Instant madeAt() {
        return madeAt;
    }

    /**
     * Returns the lead as it was given.
     *
     * @return the lead
     */
    public Lead input() {
        return input;
    }

    /**
     * Returns the lead with what was read from Salesforce.
     *
     * @return the lead
     */
    public Lead enrichedLead() {
        return enrichedLead;
    }

    /**
     * Returns what is to be done with the Salesforce Lead.
     *
     * @return the plan
     */
    public RecordPlan lead() {
        return lead;
    }

    /**
     * Returns what is to be done with the Contact.
     *
     * @return the plan
     */
    public RecordPlan contact() {
        return contact;
    }

    /**
     * Returns the plan for an object.
     *
     * @param object {@code Lead} or {@code Contact}
     * @return the plan
     */
    public RecordPlan record(String object) {
        return object.equals("Lead") ? lead : contact;
    }

    /**
     * Returns how many API calls carrying it out will cost.
     *
     * @return 0 when nothing is to be written, else 1; a record with a text in it that Composite could take for a reference
     *     (an at sign and a brace) travels in a call of its own
     */
    public int apiCalls() {
        int alone = (isAlone(lead) ? 1 : 0) + (isAlone(contact) ? 1 : 0);
        boolean together = lead.isWrite() && !isAlone(lead) || contact.isWrite() && !isAlone(contact);
        return alone + (together ? 1 : 0);
    }

    private static boolean isAlone(RecordPlan record) {
        return record.isWrite()
                && record.fieldsToWrite().stream()
                        .flatMap(field -> field.after().stream())
                        .anyMatch(value -> value.toString().contains("@{"));
    }

    /**
     * Returns the plan as a person reads it: which record and why, each field with its old and its new value, the rule and the
     * reason, what was left out, what was read, and the API calls. It holds people's data.
     *
     * @return several lines
     */
    public String explain() {
        return Explanation.of(this, Shown.DATA);
    }

    /**
     * Returns the same without people's data, for a ticket: in the place of each value stands of which kind and how long it is,
     * and what Salesforce and write rules of the host's own said is left away. Ids of records stay.
     *
     * @return several lines
     */
    public String explainWithoutData() {
        return Explanation.of(this, Shown.SHAPE);
    }

    @Override
    public String toString() {
        return "PushPlan[" + lead + ", " + contact + "]";
    }
}
