package com.spara.sf.client.pull;

import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import com.spara.sf.RecordId;
import com.spara.sf.spi.KnownLeads;
import com.spara.sf.spi.SalesforceRecord;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The host's leads of one page, which addresses their records left, and who of them has several records. */
final class HostLeads {

    private final KnownLeads known;
    private final List<PulledRecords.Read> read;
    private final LeadIndex leads;
    private final Set<String> moved = new LinkedHashSet<>();
    private final Set<RecordId> ofOnePerson = new LinkedHashSet<>();

    /**
     * What a host is asked for at once.
     *
     * @param read records of one object
     * @param gone records of that object that may be gone
     */
    record Question(List<PulledRecords.Read> read, List<SalesforceRecord> gone) {}

    private HostLeads(KnownLeads known, BorneAddress borne, List<PulledRecords.Read> read) {
        this.known = known;
        this.read = read;
        this.leads = new LeadIndex(borne);
    }

    /** Those of the host that some records may be; it is asked once, if there is anything to ask. */
    static HostLeads asked(KnownLeads known, BorneAddress borne, Question question) {
        HostLeads hosts = new HostLeads(known, borne, question.read());
        if (!known.equals(KnownLeads.none())) {
            hosts.ask(question);
            hosts.moved.addAll(hosts.leads.move(question.read()));
        }
        return hosts;
    }

    private void ask(Question question) {
        Set<RecordId> ids = new LinkedHashSet<>();
        Set<String> emails = new LinkedHashSet<>();
        question.read().stream().flatMap(row -> row.keys().stream()).forEach(key -> {
            if (key instanceof RecordId id) {
                ids.add(id);
            } else {
                emails.add(key.toString());
            }
        });
        question.gone().forEach(row -> ids.add(row.id()));
        askFor(ids, emails);
    }

    /** Asks the host for further leads. */
    void askFor(Collection<RecordId> ids, Collection<String> emails) {
        if (!ids.isEmpty()) {
            leads.take(known.find(ids, emails));
        }
    }

    /** Where they are found. */
    LeadIndex leads() {
        return leads;
    }

    /** Those of the records that the host holds; all of them if it recognises its leads by itself. */
    List<SalesforceRecord> held(List<SalesforceRecord> rows) {
        return known.equals(KnownLeads.none())
                ? rows
                : rows.stream().filter(row -> leads.isHeld(row.id())).toList();
    }

    /** The Ids of the records that the page read. */
    Set<RecordId> readIds() {
        return read.stream().map(row -> row.record().id()).collect(Collectors.toSet());
    }

    /**
     * The addresses that are left: those of records that are no more there, and those that records had before they were read with
     * another one. Not if a record that is there was read with that address, and becomes its lead.
     */
    Set<String> left(Collection<SalesforceRecord> noMoreThere, PullQuery query) {
        Set<String> left = new LinkedHashSet<>(moved);
        left.addAll(addresses(noMoreThere, query));
        if (!left.isEmpty()) {
            read.stream()
                    .filter(this::isOfItsAddress)
                    .forEach(row -> LeadKeys.emailOf(row.lead().lead()).ifPresent(left::remove));
        }
        return left;
    }

    /** Those that they had when they were read last, and in the end. */
    private Set<String> addresses(Collection<SalesforceRecord> noMoreThere, PullQuery query) {
        Set<RecordId> ids = noMoreThere.stream().map(SalesforceRecord::id).collect(Collectors.toSet());
        Set<String> addresses = leads.addresses(ids).collect(Collectors.toSet());
        noMoreThere.stream()
                .filter(row -> leads.isHeld(row.id()))
                .flatMap(row -> query.address(row).stream())
                .forEach(addresses::add);
        return addresses;
    }

    /** It is not if it was deleted after it was read, or if it is laid over a lead that bears the Contact which it became. */
    private boolean isOfItsAddress(PulledRecords.Read row) {
        return leads.isAlive(row.record().id())
                && row.record().id(RidingAlong.CONTACT).filter(leads::isHeld).isEmpty();
    }

    /** Notes that a record is a further one of a person whose lead bears the Id of another. */
    void haveTwice(RecordId stored, RecordId further) {
        ofOnePerson.add(stored);
        ofOnePerson.add(further);
    }

    List<Reason> notes() {
        return ofOnePerson.isEmpty()
                ? List.of()
                : List.of(Reason.of(
                                ReasonCode.SAME_PERSON_TWICE,
                                "Several records have the e-mail address of one lead. Their values were laid over it"
                                        + " in the order of their changes, and it keeps the Id that it bore first.")
                        .about(List.copyOf(ofOnePerson)));
    }
}
