package com.spara.sf.client.push;

import com.spara.sf.Lead;
import com.spara.sf.Reason;
import com.spara.sf.spi.Found;
import com.spara.sf.spi.Lookup;
import java.util.List;
import java.util.stream.Stream;

/** One lead on its way through the pipeline. Used by one thread. */
final class LeadWork {

    private final Lead input;
    private List<Reason> notes = List.of();
    private final ObjectWork leadWork;
    private final ObjectWork contactWork;
    private Lead lead;
    private List<String> unmapped = List.of();
    private List<Lookup> enricherLookups = List.of();
    private Found found = Found.nothing();

    LeadWork(Lead input, ObjectWork leadWork, ObjectWork contactWork) {
        this.input = input;
        this.lead = input;
        this.leadWork = leadWork;
        this.contactWork = contactWork;
    }

    /** The lead as it was given. */
    Lead input() {
        return input;
    }

    /** The lead with what is known by now. */
    Lead lead() {
        return lead;
    }

    void lead(Lead newLead) {
        lead = newLead;
    }

    /** The fields of the lead that no mapping takes. */
    List<String> unmapped() {
        return unmapped;
    }

    void unmapped(List<String> keys) {
        unmapped = keys;
    }

    Found found() {
        return found;
    }

    void found(Found newFound) {
        found = newFound;
    }

    List<Reason> notes() {
        return notes;
    }

    void note(Reason note) {
        notes = Few.plus(notes, note);
    }

    /** Before the enrichers are asked anew, with more to go by. */
    void forgetNotes() {
        notes = List.of();
    }

    ObjectWork object(String object) {
        return object.equals("Lead") ? leadWork : contactWork;
    }

    Stream<ObjectWork> objects() {
        return Stream.of(leadWork, contactWork);
    }

    /** What the enrichers want to know before anything was read. */
    List<Lookup> enricherLookups() {
        return enricherLookups;
    }

    void enricherLookups(List<Lookup> lookups) {
        enricherLookups = lookups;
    }

    /** Whether a record of either object is known. */
    boolean hasRecord() {
        return leadWork.hasRecord() || contactWork.hasRecord();
    }

    /** Whether there is anything to match by. */
    boolean hasLookups() {
        return leadWork.hasLookups() || contactWork.hasLookups();
    }

    /** Whether an enricher can find something even though nothing can be matched. */
    boolean hasEnricherLookups() {
        return enricherLookups.stream().anyMatch(lookup -> !lookup.isOfMatched());
    }
}
