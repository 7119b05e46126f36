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

    private final boolean isAnybodyKnown;
    private final Map<Object, Lead> byKey = new HashMap<>();
    private final Set<RecordId> held = new HashSet<>();
    private final Set<RecordId> dead = new HashSet<>();
    private final Set<RecordId> ofOnePerson = new LinkedHashSet<>();

    private HostLeads(boolean isAnybodyKnown, Collection<Lead> leads) {
        this.isAnybodyKnown = isAnybodyKnown;
        for (Lead lead : leads) {
            keysOf(lead).forEach(key -> byKey.putIfAbsent(key, lead));
            held.addAll(idsOf(lead));
        }
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
        boolean isAnybodyKnown = !known.equals(KnownLeads.none());
        return new HostLeads(isAnybodyKnown, ids.isEmpty() ? List.of() : known.find(ids, emails));
    }

    /** Those that the host holds; all of them if it recognises its leads by itself. */
    List<SalesforceRecord> held(List<SalesforceRecord> rows) {
        return isAnybodyKnown
                ? rows.stream().filter(row -> held.contains(row.id())).toList()
                : rows;
    }

    /** The host's lead that a record is. */
    Optional<Lead> of(PulledLead pulled) {
        List<Object> keys = new ArrayList<>();
        keys.add(pulled.id());
        keys.addAll(keysOf(pulled.lead()));
        return keys.stream().map(byKey::get).filter(Objects::nonNull).findFirst();
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
        return lead.email().map(email -> email.toLowerCase(Locale.ROOT));
    }
}
