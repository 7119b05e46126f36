package com.spara.sf.sync;

import com.spara.sf.Lead;
import com.spara.sf.RecordId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A record that became a lead. {@code toString} holds no people's data. Immutable and safe to share between threads.
 */
public final class PulledLead {

    private final RecordId id;
    private final Lead lead;
    private final PullChange change;
    private final @Nullable Lead known;

    private PulledLead(RecordId id, Lead lead, PullChange change, @Nullable Lead known) {
        this.id = id;
        this.lead = lead;
        this.change = change;
        this.known = known;
    }

    /**
     * Returns a lead that the host does not know.
     *
     * @param id the record
     * @param lead what was read of it
     * @param change what happened to it
     * @return the value
     */
    public static PulledLead of(RecordId id, Lead lead, PullChange change) {
        return new PulledLead(id, lead, change, null);
    }

    /**
     * Returns this, recognised as a lead of the host: what was read is laid over it.
     *
     * @param hosts the host's lead
     * @return the new value
     */
    public PulledLead knownAs(Lead hosts) {
        return new PulledLead(id, hosts.foldedWith(lead), change, hosts);
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
     * Returns the lead to keep: what was read, laid over the host's own lead if it knew one.
     *
     * @return the lead
     */
    public Lead lead() {
        return lead;
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
     * @return the lead as the host gave it, or empty if it knew none
     */
    public Optional<Lead> known() {
        return Optional.ofNullable(known);
    }

    /**
     * Tells whether the host already holds everything that was read, as after its own push.
     *
     * @return true if there is nothing new
     */
    public boolean isEcho() {
        return lead.equals(known);
    }

    @Override
    public String toString() {
        return "PulledLead[" + id + " " + change + "]";
    }
}
