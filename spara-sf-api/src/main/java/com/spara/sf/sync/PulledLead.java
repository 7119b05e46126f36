package com.spara.sf.sync;

import com.spara.sf.Lead;
import com.spara.sf.RecordId;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A record that became a lead. {@code toString} holds no people's data. Immutable and safe to share between threads.
 */
public final class PulledLead {

    private final RecordId id;
    private final PullChange change;
    private final Lead read;
    private final Lead lead;
    private final @Nullable Lead known;
    private final Set<String> emptied;

    private PulledLead(
            RecordId id, PullChange change, Lead read, Lead lead, @Nullable Lead known, Set<String> emptied) {
        this.id = id;
        this.change = change;
        this.read = read;
        this.lead = lead;
        this.known = known;
        this.emptied = emptied.isEmpty() ? Set.of() : Collections.unmodifiableSet(new TreeSet<>(emptied));
    }

    /**
     * Returns a record that is new or changed, and that the host does not know.
     *
     * @param id the record
     * @param read what was read of it
     * @return the value
     */
    public static PulledLead changed(RecordId id, Lead read) {
        return new PulledLead(id, PullChange.CHANGED, read, read, null, Set.of());
    }

    /**
     * Returns a converted Lead that the host does not know.
     *
     * @param id the record
     * @param read what was read of it
     * @return the value
     */
    public static PulledLead converted(RecordId id, Lead read) {
        return new PulledLead(id, PullChange.CONVERTED, read, read, null, Set.of());
    }

    /**
     * Returns this, recognised as a lead of the host.
     *
     * @param hosts the host's lead
     * @param kept the lead to keep
     * @param newlyEmpty the keys of which the host has a value, and Salesforce none
     * @return the new value
     */
    public PulledLead knownAs(Lead hosts, Lead kept, Set<String> newlyEmpty) {
        return new PulledLead(id, change, read, kept, hosts, newlyEmpty);
    }

    /**
     * Returns the record.
     *
     * @return its Id
     */
    public RecordId id() {
        return id;
    }

    /**
     * Returns the lead to keep: what was read, laid over the host's own lead if it knew one. The host's value stays where
     * Salesforce holds the same, or nothing, or where the host marked it to be cleared.
     *
     * @return the lead
     */
    public Lead lead() {
        return lead;
    }

    /**
     * Returns what was read of the record, by itself.
     *
     * @return the lead as Salesforce has it
     */
    public Lead read() {
        return read;
    }

    /**
     * Returns the keys of which {@link #lead} keeps the host's value, though the field is empty in Salesforce: somebody emptied
     * it, or nobody ever pushed the value. Whoever wants to follow Salesforce takes them off the lead.
     *
     * @return the keys, ordered, unmodifiable
     */
    public Set<String> emptied() {
        return emptied;
    }

    /**
     * Returns what happened to the record.
     *
     * @return {@link PullChange#CHANGED} or {@link PullChange#CONVERTED}
     */
    public PullChange change() {
        return change;
    }

    /**
     * Returns the host's lead that this record is, by stored Id or else by e-mail address.
     *
     * @return the lead as the host gave it, or as an earlier record of the page left it; empty if nobody knew one
     */
    public Optional<Lead> known() {
        return Optional.ofNullable(known);
    }

    /**
     * Tells whether the host already holds everything that was read, as after its own push. A conversion, and a field that was
     * emptied, are always news.
     *
     * @return true if there is nothing new
     */
    public boolean isEcho() {
        return change == PullChange.CHANGED && emptied.isEmpty() && lead.equals(known);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PulledLead pulled
                && id.equals(pulled.id)
                && change == pulled.change
                && read.equals(pulled.read)
                && lead.equals(pulled.lead)
                && Objects.equals(known, pulled.known)
                && emptied.equals(pulled.emptied);
    }

    @Override
    public int hashCode() {
        return 31 * id.hashCode() + lead.hashCode();
    }

    @Override
    public String toString() {
        return "PulledLead[" + id + " " + change + (emptied.isEmpty() ? "" : " emptied " + emptied) + "]";
    }
}
