package com.spara.sf.client.pull;

import com.spara.sf.Lead;
import com.spara.sf.LeadField;
import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import com.spara.sf.RecordId;
import com.spara.sf.spi.KnownLeads;
import com.spara.sf.spi.SalesforceRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The host's leads of one page, found by Id, else by e-mail address. What a record was laid over takes the place of what it was,
 * so that the next record of the same person is laid over that.
 */
final class HostLeads {

    private static final int MOST_KEYS = 3;

    private final KnownLeads known;
    private final BorneAddress borne;
    private final List<PulledRecords.Read> read;
    private final List<Lead> leads = new ArrayList<>();
    private final Map<Object, Lead> byKey = new HashMap<>();
    private final Set<RecordId> held = new HashSet<>();
    private final Set<RecordId> dead = new HashSet<>();
    private final Set<RecordId> ofOnePerson = new LinkedHashSet<>();

    /** Makes those of the host that these records may be, all of one object. */
    HostLeads(KnownLeads known, BorneAddress borne, List<PulledRecords.Read> read) {
        this.known = known;
        this.borne = borne;
        this.read = read;
    }

    /** Asks the host once, if there is anything to ask; for the leads of these records too, which may be gone. */
    void ask(List<SalesforceRecord> gone) {
        if (known.equals(KnownLeads.none())) {
            return;
        }
        Set<RecordId> ids = new LinkedHashSet<>();
        Set<String> emails = new LinkedHashSet<>();
        read.stream().flatMap(row -> row.keys().stream()).forEach(key -> {
            if (key instanceof RecordId id) {
                ids.add(id);
            } else {
                emails.add(key.toString());
            }
        });
        gone.forEach(row -> ids.add(row.id()));
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
        addId(lead.values().get(LeadField.SALESFORCE_LEAD_ID), null, held);
        addId(lead.values().get(LeadField.SALESFORCE_CONTACT_ID), null, held);
        find(lead);
    }

    private void find(Lead lead) {
        foundBy(lead).forEach(key -> byKey.putIfAbsent(key, lead));
    }

    /** A lead whose record of this object has another address is nobody's of its own. */
    private List<Object> foundBy(Lead lead) {
        List<Object> keys = keysOf(lead);
        if (!borne.isTheLeads(lead)) {
            keys.removeIf(String.class::isInstance);
        }
        return keys;
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

    /**
     * The addresses by which records that are gone, or that are read with another address, were known, unless one that is read has
     * them now. Leads that have another address now are not found by the old one any longer.
     */
    Set<String> left(Collection<SalesforceRecord> gone, PullQuery query) {
        Set<String> left = new LinkedHashSet<>(moved());
        for (SalesforceRecord row : gone) {
            Lead lead = byKey.get(row.id());
            if (lead != null) {
                borne.of(lead).ifPresent(left::add);
                query.address(row).ifPresent(left::add);
            }
        }
        if (!left.isEmpty()) {
            Set<RecordId> lost = gone.stream().map(SalesforceRecord::id).collect(Collectors.toSet());
            read.stream()
                    .filter(row ->
                            !lost.contains(row.lead().id())) // it was read, and then deleted before the other query
                    .forEach(row -> emailOf(row.lead().lead()).ifPresent(left::remove));
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
            keysOf(before.get()).forEach(key -> byKey.replace(key, before.get(), kept));
            List<Object> keys = foundBy(kept);
            keys.forEach(key -> byKey.putIfAbsent(key, kept));
            emailOf(before.get())
                    .filter(address -> !keys.contains(address))
                    .filter(address -> byKey.remove(address, kept))
                    .ifPresent(this::leaveToOthers);
        } else {
            row.keys().forEach(key -> byKey.putIfAbsent(key, kept));
        }
    }

    /** Another lead of the host's that has the address is found by it now. */
    private void leaveToOthers(String address) {
        leads.stream()
                .filter(lead -> emailOf(lead).filter(address::equals).isPresent())
                .map(this::asItIs)
                .filter(lead -> foundBy(lead).contains(address))
                .findFirst()
                .ifPresent(lead -> byKey.put(address, lead));
    }

    private Lead asItIs(Lead lead) {
        return keysOf(lead).stream()
                .filter(RecordId.class::isInstance)
                .flatMap(id -> Optional.ofNullable(byKey.get(id)).stream())
                .findFirst()
                .orElse(lead);
    }

    /** Notes that these records are there no more, or are told as gone on this page, so that no lead may bear their Ids any longer. */
    void bury(Collection<RecordId> deleted) {
        dead.addAll(deleted);
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

    /** By which a lead is known, in the order in which it is looked for: Ids, then the e-mail address. */
    static List<Object> keysOf(Lead lead) {
        return keysOf(lead, null);
    }

    /** The same of a lead that was just read of a record, whose Id is known. */
    static List<Object> keysOf(Lead lead, @Nullable RecordId read) {
        List<Object> keys = new ArrayList<>(MOST_KEYS);
        addId(lead.values().get(LeadField.SALESFORCE_LEAD_ID), read, keys);
        addId(lead.values().get(LeadField.SALESFORCE_CONTACT_ID), read, keys);
        emailOf(lead).ifPresent(keys::add);
        return keys;
    }

    private static void addId(@Nullable Object id, @Nullable RecordId read, Collection<? super RecordId> ids) {
        if (read != null && read.value().equals(id)) {
            ids.add(read);
        } else if (id != null) {
            RecordId.parse(id.toString()).ifPresent(ids::add);
        }
    }

    /** The address of a lead as the host is asked for it. */
    static Optional<String> emailOf(Lead lead) {
        return lead.email().map(HostLeads::address);
    }

    /** An address as the host is asked for it. */
    static String address(String email) {
        return email.toLowerCase(Locale.ROOT);
    }
}
