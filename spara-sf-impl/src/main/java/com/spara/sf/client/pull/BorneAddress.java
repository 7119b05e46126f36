package com.spara.sf.client.pull;

import com.spara.sf.Lead;
import com.spara.sf.LeadField;
import com.spara.sf.RecordId;
import java.util.Optional;

/**
 * Which address the record of one object has whose Id a lead bears, as far as it was read. That is the lead's own; but a lead that
 * bears a Lead and a Contact has the address of the one that was read last, and notes that of the other where it differs. For by
 * its own address, and by no other, further records of its object were taken for the same person.
 *
 * @param idKey where a lead bears the Id
 * @param noteKey where it notes that Id and the address of that record, if its own is another
 */
record BorneAddress(String idKey, String noteKey) {

    private static final BorneAddress OF_LEADS =
            new BorneAddress(LeadField.SALESFORCE_LEAD_ID, LeadField.SALESFORCE_LEAD_NOTE);
    private static final BorneAddress OF_CONTACTS =
            new BorneAddress(LeadField.SALESFORCE_CONTACT_ID, LeadField.SALESFORCE_CONTACT_NOTE);

    /** That of the records of an object. */
    static BorneAddress of(String object) {
        return object.equals("Lead") ? OF_LEADS : OF_CONTACTS;
    }

    private BorneAddress ofOther() {
        return equals(OF_LEADS) ? OF_CONTACTS : OF_LEADS;
    }

    /** The Id of the record of the object that a lead bears. */
    Optional<RecordId> id(Lead lead) {
        return lead.id(idKey);
    }

    /** The address, in lower case; empty if the lead bears no record of the object. */
    Optional<String> of(Lead lead) {
        return as(lead).map(LeadKeys::address);
    }

    private Optional<String> as(Lead lead) {
        return id(lead).isEmpty() ? Optional.empty() : noted(lead).or(lead::email);
    }

    /** A note of another record than the lead bears now says nothing: a push or the host gave it that one's Id since. */
    private Optional<String> noted(Lead lead) {
        Optional<String> note = lead.text(noteKey);
        return note.isEmpty()
                ? note
                : id(lead).map(BorneAddress::begun)
                        .filter(note.get()::startsWith)
                        .map(begun -> note.get().substring(begun.length()));
    }

    private static String begun(RecordId id) {
        return id.value() + " ";
    }

    /** Whether a record of the object that has the lead's address is the same person. */
    boolean isTheLeads(Lead lead) {
        Optional<String> noted = noted(lead).map(LeadKeys::address);
        return noted.isEmpty() || noted.equals(LeadKeys.emailOf(lead));
    }

    /** Whether the record was read with another address than before. */
    boolean isMoved(Lead lead, Lead read) {
        Optional<String> before = of(lead);
        Optional<String> now = read.email().isPresent() ? LeadKeys.emailOf(read) : LeadKeys.emailOf(lead);
        return before.isPresent() && !before.equals(now);
    }

    /** What a lead is after its record was read: it has that one's address now, and notes the one of the other object's. */
    Lead noted(Lead known, Lead kept) {
        Optional<String> email = LeadKeys.emailOf(kept);
        Optional<String> others =
                ofOther().as(known).filter(address -> !email.equals(Optional.of(LeadKeys.address(address))));
        return ofOther().with(with(kept, Optional.empty()), others);
    }

    private Lead with(Lead lead, Optional<String> address) {
        Optional<String> note = address.flatMap(noted -> id(lead).map(id -> begun(id) + noted));
        return lead.text(noteKey).equals(note) ? lead : lead.with(noteKey, note.orElse(null));
    }
}
