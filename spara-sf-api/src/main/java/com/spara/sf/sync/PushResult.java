package com.spara.sf.sync;

import com.spara.sf.Lead;
import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a push of one lead did: with the Salesforce Lead, with the Contact, and the lead with what was read, for the host
 * to keep. {@code toString} shows no data. Immutable and safe to share between threads.
 */
public final class PushResult {

    private final Lead input;
    private final Lead enrichedLead;
    private final RecordResult lead;
    private final RecordResult contact;
    private final List<Reason> notes;
    private final List<String> unmapped;
    private final int apiCalls;

    private PushResult(
            Lead input,
            Lead enrichedLead,
            RecordResult lead,
            RecordResult contact,
            List<Reason> notes,
            List<String> unmapped,
            int apiCalls) {
        this.input = input;
        this.enrichedLead = enrichedLead;
        this.lead = lead;
        this.contact = contact;
        this.notes = notes;
        this.unmapped = unmapped;
        this.apiCalls = apiCalls;
    }

    /**
     * Returns a result.
     *
     * @param input the lead as it was given
     * @param enrichedLead the lead with what was read
     * @param lead what became of the Salesforce Lead
     * @param contact what became of the Contact
     * @return the result, of no API calls until {@link #costing} says otherwise
     */
    public static PushResult of(Lead input, Lead enrichedLead, RecordResult lead, RecordResult contact) {
        return new PushResult(input, enrichedLead, lead, contact, List.of(), List.of(), 0);
    }

    /**
     * Returns this result with what it cost.
     *
     * @param calls the API calls that were made for this lead, or for the up to 200 leads it was pushed with
     * @return the new result
     */
    public PushResult costing(int calls) {
        return new PushResult(input, enrichedLead, lead, contact, notes, unmapped, calls);
    }

    /**
     * Returns this result with notes about what was read onto the lead.
     *
     * @param newNotes how things were found, or why they were not
     * @return the new result
     */
    public PushResult noting(List<Reason> newNotes) {
        return new PushResult(input, enrichedLead, lead, contact, List.copyOf(newNotes), unmapped, apiCalls);
    }

    /**
     * Returns this result with the fields of the lead that no mapping takes.
     *
     * @param keys the host's names of the fields
     * @return the new result
     */
    public PushResult leavingUnmapped(List<String> keys) {
        return new PushResult(input, enrichedLead, lead, contact, notes, List.copyOf(keys), apiCalls);
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
     * Returns what is worth knowing about what was read onto the lead; warnings about a record are on its result.
     *
     * @return the notes, unmodifiable
     */
    public List<Reason> notes() {
        return notes;
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
     * Returns the lead with what was read from Salesforce and the Ids of the records that were found or made: what the
     * host keeps.
     *
     * @return the lead
     */
    public Lead enrichedLead() {
        return enrichedLead;
    }

    /**
     * Returns what became of the Salesforce Lead.
     *
     * @return the result
     */
    public RecordResult lead() {
        return lead;
    }

    /**
     * Returns what became of the Contact.
     *
     * @return the result
     */
    public RecordResult contact() {
        return contact;
    }

    /**
     * Returns how many API calls were made.
     *
     * @return the calls for this lead, or for the up to 200 leads it was pushed with
     */
    public int apiCalls() {
        return apiCalls;
    }

    /**
     * Tells whether the Salesforce Lead or the Contact came out so.
     *
     * @param outcome an outcome
     * @return true if either has it
     */
    public boolean has(Outcome outcome) {
        return lead.outcome() == outcome || contact.outcome() == outcome;
    }

    /**
     * Tells whether nothing at all was sent for this lead that could have changed anything, because the batch was stopped,
     * the org could not be reached, or a bulk push has the person; pushing it again is safe.
     *
     * @return true if so
     */
    public boolean isNeverSent() {
        return Stream.of(lead, contact).anyMatch(PushResult::isNotSent)
                && Stream.of(lead, contact).noneMatch(PushResult::mayHaveWritten);
    }

    private static boolean isNotSent(RecordResult result) {
        return result.reason().is(ReasonCode.NOT_SENT) || result.reason().is(ReasonCode.IN_BULK_PUSH);
    }

    private static boolean mayHaveWritten(RecordResult result) {
        return result.outcome() == Outcome.CREATED
                || result.outcome() == Outcome.UPDATED
                || result.outcome() == Outcome.UNKNOWN;
    }

    /**
     * Returns the result as a person reads it: which record and why, each field with its old and its new value, the rule and the
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
        return "PushResult[" + lead + ", " + contact + "]";
    }
}
