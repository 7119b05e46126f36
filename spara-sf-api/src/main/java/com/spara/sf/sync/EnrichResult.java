package com.spara.sf.sync;

import com.spara.sf.Lead;
import com.spara.sf.Reason;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What Salesforce knows of one lead, read without pushing it. {@code toString} shows no data. Immutable and safe to share
 * between threads.
 */
public final class EnrichResult {

    private final Lead input;
    private final Lead enrichedLead;
    private final List<Reason> notes;
    private final @Nullable Reason failure;

    private EnrichResult(Lead input, Lead enrichedLead, List<Reason> notes, @Nullable Reason failure) {
        this.input = input;
        this.enrichedLead = enrichedLead;
        this.notes = notes;
        this.failure = failure;
    }

    /**
     * Returns a result.
     *
     * @param input the lead as it was given
     * @param enrichedLead the lead with what was read
     * @param notes how it was found, or why it was not
     * @return the result
     */
    public static EnrichResult of(Lead input, Lead enrichedLead, List<Reason> notes) {
        return new EnrichResult(input, enrichedLead, List.copyOf(notes), null);
    }

    /**
     * Returns the result of a lead for which Salesforce could not be read.
     *
     * @param input the lead as it was given
     * @param failure why
     * @return the result, with the lead unchanged
     */
    public static EnrichResult failed(Lead input, Reason failure) {
        return new EnrichResult(input, input, List.of(), failure);
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
     * Returns the lead with what was read.
     *
     * @return the lead; the one that was given if Salesforce could not be read
     */
    public Lead enrichedLead() {
        return enrichedLead;
    }

    /**
     * Returns which fields of the lead changed.
     *
     * @return old and new value of each
     */
    public List<LeadChange> changes() {
        return LeadChange.between(input, enrichedLead);
    }

    /**
     * Returns how things were found, or why they were not.
     *
     * @return the notes, unmodifiable
     */
    public List<Reason> notes() {
        return notes;
    }

    /**
     * Returns why Salesforce could not be read.
     *
     * @return the reason, or empty if it was read
     */
    public Optional<Reason> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public String toString() {
        return "EnrichResult" + changes();
    }
}
