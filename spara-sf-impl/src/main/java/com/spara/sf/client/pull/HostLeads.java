package com.spara.sf.client.pull;

import com.spara.sf.Lead;
import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import com.spara.sf.RecordId;
import com.spara.sf.spi.KnownLeads;
import com.spara.sf.spi.SalesforceRecord;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The host's leads of one page, found by Id, else by e-mail address. What a record was laid over takes the place of what it was,
 * so that the next record of the same person is laid over that.
 */
final class HostLeads {

    private final KnownLeads known;
    private final BorneAddress borne;
    private final List<PulledRecords.Read> read;
    private final List<Lead> leads = new ArrayList<>();
    private final Map<String, Deque<Lead>> byAddress = new HashMap<>();
    private final Map<Object, Lead> byKey = new HashMap<>();
    private final Set<RecordId> held = new HashSet<>();
    private final Set<RecordId> dead = new HashSet<>();
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
        this.borne = borne;
        this.read = read;
    }

    /** Those of the host that some records may be; it is asked once, if there is anything to ask. */
    static HostLeads asked(KnownLeads known, BorneAddress borne, Question question) {
        HostLeads hosts = new HostLeads(known, borne, question.read());
        if (!known.equals(KnownLeads.none())) {
            hosts.ask(question);
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
            Set<Lead> had = new HashSet<>(leads);
            known.find(ids, emails).stream().filter(lead -> !had.contains(lead)).forEach(this::take);
        }
    }

    private void take(Lead lead) {
        leads.add(lead);
        for (Object key : LeadKeys.of(lead)) {
            if (key instanceof RecordId id) {
                held.add(id);
            } else {
                hasNow(key.toString(), lead);
            }
        }
        find(lead);
    }

    private void hasNow(String address, Lead lead) {
        byAddress.computeIfAbsent(address, any -> new ArrayDeque<>()).add(lead);
    }

    private void find(Lead lead) {
        foundBy(lead).forEach(key -> byKey.putIfAbsent(key, lead));
    }

    private List<Object> foundBy(Lead lead) {
        List<Object> keys = LeadKeys.of(lead);
        if (isHeldBack(lead)) {
            keys.removeIf(String.class::isInstance);
        }
        return keys;
    }

    /** A lead whose record of this object has another address is nobody's of its own, as long as that record is there. */
    private boolean isHeldBack(Lead lead) {
        return !borne.isTheLeads(lead) && borne.id(lead).filter(this::isAlive).isPresent();
    }

    /** The Ids for whose sake leads are not found by their address, as far as records have it that no lead bears. */
    Stream<RecordId> holdingBack(List<PulledRecords.Read> rows) {
        if (leads.stream().noneMatch(this::isHeldBack)) {
            return Stream.of();
        }
        return rows.stream()
                .filter(row -> !isHeld(row.record().id()))
                .flatMap(row -> row.keys().stream())
                .distinct()
                .flatMap(key -> Stream.ofNullable(byAddress.get(key)))
                .flatMap(Collection::stream)
                .filter(this::isHeldBack)
                .flatMap(lead -> borne.id(lead).stream());
    }

    /** Those that the host holds; all of them if it recognises its leads by itself. */
    List<SalesforceRecord> held(List<SalesforceRecord> rows) {
        return known.equals(KnownLeads.none())
                ? rows
                : rows.stream().filter(row -> isHeld(row.id())).toList();
    }

    /** Whether a lead of the host's bears the Id. */
    boolean isHeld(RecordId id) {
        return held.contains(id);
    }

    /** Whether a lead of the host's bears the Id, and the record had that address when it was read last. */
    boolean isHeldWith(RecordId id, String address) {
        return Optional.ofNullable(byKey.get(id))
                .flatMap(borne::of)
                .filter(address::equals)
                .isPresent();
    }

    /**
     * The addresses by which records that are there no more, or that are read with another address, were known, unless one that is
     * read has them now, and is not the lead that bears the Contact which it became, and that may have another. Leads that have
     * another address now are not found by the old one any longer.
     */
    Set<String> left(Collection<RecordId> lost) {
        Set<String> left = new LinkedHashSet<>(moved());
        lost.stream()
                .flatMap(id -> Stream.ofNullable(byKey.get(id)))
                .flatMap(lead -> borne.of(lead).stream())
                .forEach(left::add);
        if (!left.isEmpty()) {
            read.stream()
                    .filter(row -> isAlive(row.lead().id())) // it was read, and then deleted before the other query
                    .filter(row -> row.record()
                            .id(RidingAlong.CONTACT)
                            .filter(this::isHeld)
                            .isEmpty())
                    .forEach(row -> LeadKeys.emailOf(row.lead().lead()).ifPresent(left::remove));
        }
        return left;
    }

    private Collection<String> moved() {
        Map<Lead, String> moved = new HashMap<>();
        for (PulledRecords.Read row : read) {
            Lead lead = byKey.get(row.lead().id());
            if (lead != null && borne.isMoved(lead, row.lead().lead())) {
                borne.of(lead).ifPresent(address -> moved.put(lead, address));
            }
        }
        if (!moved.isEmpty()) {
            moved.values().forEach(byKey::remove);
            leads.stream().filter(lead -> !moved.containsKey(lead)).forEach(this::find);
        }
        return moved.values();
    }

    /** The host's lead that a record is. */
    Optional<Lead> of(PulledRecords.Read row) {
        Lead found = null;
        for (int i = 0; i < row.keys().size() && found == null; i++) {
            found = byKey.get(row.keys().get(i));
        }
        return Optional.ofNullable(found);
    }

    /** Whether another lead than this one bears the Id. */
    boolean isOfAnother(RecordId id, Lead lead) {
        Lead bearer = byKey.get(id);
        return bearer != null && !bearer.equals(lead);
    }

    /** Notes what the host holds now of a person; the lead before that is empty if it knew none. */
    void keep(PulledRecords.Read row, Optional<Lead> before, Lead kept) {
        if (before.isPresent()) {
            keep(before.get(), kept);
        } else {
            row.keys().forEach(key -> byKey.putIfAbsent(key, kept));
        }
    }

    private void keep(Lead before, Lead kept) {
        List<Object> had = foundBy(before);
        List<Object> has = foundBy(kept);
        LeadKeys.of(before).forEach(key -> byKey.replace(key, before, kept));
        has.forEach(key -> byKey.putIfAbsent(key, kept));
        LeadKeys.emailOf(kept)
                .filter(has::contains)
                .filter(now -> !had.contains(now))
                .ifPresent(now -> hasNow(now, kept));
        LeadKeys.emailOf(before).ifPresent(address -> {
            if (had.stream().noneMatch(RecordId.class::isInstance)) {
                byAddress.getOrDefault(address, new ArrayDeque<>()).remove(before);
            }
            if (!has.contains(address) && byKey.remove(address, kept)) {
                leaveToOthers(address);
            }
        });
    }

    /** Another lead of the host's that has the address is found by it now. Who has it no more is not asked again. */
    private void leaveToOthers(String address) {
        Deque<Lead> others = byAddress.getOrDefault(address, new ArrayDeque<>());
        while (!others.isEmpty() && !byKey.containsKey(address)) {
            Lead lead = asItIs(others.peek());
            if (foundBy(lead).contains(address)) {
                byKey.put(address, lead);
            } else {
                others.poll();
            }
        }
    }

    private Lead asItIs(Lead lead) {
        return LeadKeys.of(lead).stream()
                .filter(RecordId.class::isInstance)
                .flatMap(id -> Optional.ofNullable(byKey.get(id)).stream())
                .findFirst()
                .orElse(lead);
    }

    /**
     * Notes that these records are there no more, or are told as gone on this page, so that no lead may bear their Ids any longer,
     * nor is held back by what it notes of them.
     */
    void bury(Collection<RecordId> lost) {
        if (dead.addAll(lost)) {
            leads.stream()
                    .filter(lead -> !borne.isTheLeads(lead) && !isHeldBack(lead))
                    .forEach(this::find);
        }
    }

    /** Whether a lead may go on to bear an Id. */
    boolean isAlive(RecordId id) {
        return !dead.contains(id);
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
