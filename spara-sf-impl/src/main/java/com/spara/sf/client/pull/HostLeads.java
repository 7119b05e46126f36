package com.spara.sf.client.pull;

import com.spara.sf.Lead;
import com.spara.sf.LeadField;
import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import com.spara.sf.RecordId;
import com.spara.sf.spi.KnownLeads;
import com.spara.sf.spi.SalesforceRecord;
import com.spara.sf.sync.PulledLead;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The host's leads of one page, found by Id, else by e-mail address. What a record was laid over takes the place of what it was,
 * so that the next record of the same person is laid over that.
 */
final class HostLeads {

    private final KnownLeads known;
    private final List<PulledLead> read;
    private final List<Lead> leads = new ArrayList<>();
    private final Map<Object, Lead> byKey = new HashMap<>();
    private final Set<RecordId> held = new HashSet<>();
    private final Set<RecordId> dead = new HashSet<>();
    private final Set<RecordId> ofOnePerson = new LinkedHashSet<>();

    private HostLeads(KnownLeads known, List<PulledLead> read) {
        this.known = known;
        this.read = read;
    }

    /** Asks the host once, if there is anything to ask. */
    static HostLeads asked(KnownLeads known, List<PulledLead> read, List<SalesforceRecord> gone) {
        Set<RecordId> ids = new LinkedHashSet<>();
        Set<String> emails = new LinkedHashSet<>();
        read.forEach(pulled -> {
            ids.addAll(idsOf(pulled.lead()));
            emailOf(pulled.lead()).ifPresent(emails::add);
        });
        gone.forEach(row -> ids.add(row.id()));
        HostLeads hosts = new HostLeads(known, read);
        hosts.askFor(ids, emails);
        return hosts;
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
        held.addAll(idsOf(lead));
        find(lead);
    }

    private void find(Lead lead) {
        keysOf(lead).forEach(key -> byKey.putIfAbsent(key, lead));
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
                emailOf(lead).ifPresent(left::add);
                query.address(row).ifPresent(left::add);
            }
        }
        if (!left.isEmpty()) {
            read.forEach(pulled -> emailOf(pulled.lead()).ifPresent(left::remove));
        }
        return left;
    }

    private Collection<String> moved() {
        Map<Lead, String> moved = new HashMap<>();
        for (PulledLead pulled : read) {
            Lead lead = byKey.get(pulled.id());
            if (lead != null && isMoved(lead, pulled.lead())) {
                emailOf(lead).ifPresent(address -> moved.put(lead, address));
            }
        }
        if (!moved.isEmpty()) {
            moved.values().forEach(byKey::remove);
            leads.stream().filter(lead -> !moved.containsKey(lead)).forEach(this::find);
        }
        return moved.values();
    }

    private static boolean isMoved(Lead lead, Lead read) {
        return read.email().isPresent() && !emailOf(lead).equals(emailOf(read));
    }

    /** The host's lead that a record is. */
    Optional<Lead> of(PulledLead pulled) {
        List<Object> keys = new ArrayList<>();
        keys.add(pulled.id());
        keys.addAll(keysOf(pulled.lead()));
        return keys.stream().map(byKey::get).filter(Objects::nonNull).findFirst();
    }

    /** Whether another lead than this one bears the Id. */
    boolean isOfAnother(RecordId id, Lead lead) {
        Lead bearer = byKey.get(id);
        return bearer != null && !bearer.equals(lead);
    }

    /** Notes what the host holds now of a person; the lead before that is empty if it knew none. */
    void keep(Optional<Lead> before, Lead kept) {
        before.ifPresent(lead -> keysOf(lead).forEach(key -> byKey.replace(key, lead, kept)));
        keysOf(kept).forEach(key -> byKey.putIfAbsent(key, kept));
    }

    /** Notes that these records were deleted or merged, so that no lead may bear their Ids any longer. */
    void bury(Collection<RecordId> deleted) {
        dead.addAll(deleted);
    }

    /** Whether a lead may go on to bear an Id: of what is taken no more, or cannot be seen, nobody knows that it is gone. */
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

    private static List<Object> keysOf(Lead lead) {
        List<Object> keys = new ArrayList<>(idsOf(lead));
        emailOf(lead).ifPresent(keys::add);
        return keys;
    }

    private static List<RecordId> idsOf(Lead lead) {
        List<RecordId> ids = new ArrayList<>();
        lead.id(LeadField.SALESFORCE_LEAD_ID).ifPresent(ids::add);
        lead.id(LeadField.SALESFORCE_CONTACT_ID).ifPresent(ids::add);
        return ids;
    }

    private static Optional<String> emailOf(Lead lead) {
        return lead.email().map(HostLeads::address);
    }

    /** An address as the host is asked for it. */
    static String address(String email) {
        return email.toLowerCase(Locale.ROOT);
    }
}
