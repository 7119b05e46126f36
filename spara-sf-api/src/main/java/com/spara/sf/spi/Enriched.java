package com.spara.sf.spi;

import com.spara.sf.Lead;
import com.spara.sf.Reason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A lead with what an {@link Enricher} put onto it, and what is worth knowing about that. Immutable and safe to share
 * between threads.
 */
public final class Enriched {

    private final Lead lead;
    private final List<Reason> notes;

    private Enriched(Lead lead, List<Reason> notes) {
        this.lead = lead;
        this.notes = notes;
    }

    /**
     * Returns a lead without notes.
     *
     * @param lead the lead, changed or not
     * @return the value
     */
    public static Enriched of(Lead lead) {
        return new Enriched(lead, List.of());
    }

    /**
     * Returns this with one more note, which the result will show.
     *
     * @param note for example how something was found, or why it was not
     * @return the new value
     */
    public Enriched noting(Reason note) {
        if (notes.isEmpty()) {
            return new Enriched(lead, List.of(note));
        }
        List<Reason> more = new ArrayList<>(notes);
        more.add(note);
        return new Enriched(lead, Collections.unmodifiableList(more));
    }

    /**
     * Returns the lead.
     *
     * @return the lead
     */
    public Lead lead() {
        return lead;
    }

    /**
     * Returns the notes.
     *
     * @return the notes, unmodifiable
     */
    public List<Reason> notes() {
        return notes;
    }

    @Override
    public String toString() {
        return lead + " " + notes;
    }
}
