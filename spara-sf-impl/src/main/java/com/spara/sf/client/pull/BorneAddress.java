package com.spara.sf.client.pull;

import com.spara.sf.Lead;
import com.spara.sf.LeadField;
import java.util.Optional;

/**
 * Which address the record of one object has whose Id a lead bears, as far as it was read. That is the lead's own; but a lead that
 * bears a Lead and a Contact has the address of the one that was read last, and notes that of the other where it differs. For by
 * its own address, and by no other, further records of its object were taken for the same person.
 *
 * @param idKey where a lead bears the Id
 * @param noteKey where it notes the address of that record, if its own is another
 */
record BorneAddress(String idKey, String noteKey) {

    private static final BorneAddress OF_LEADS =
            new BorneAddress(LeadField.SALESFORCE_LEAD_ID, LeadField.SALESFORCE_LEAD_EMAIL);
    private static final BorneAddress OF_CONTACTS =
            new BorneAddress(LeadField.SALESFORCE_CONTACT_ID, LeadField.SALESFORCE_CONTACT_EMAIL);

    /** That of the records of an object. */
    static BorneAddress of(String object) {
        return object.equals("Lead") ? OF_LEADS : OF_CONTACTS;
    }

    private BorneAddress ofOther() {
        return equals(OF_LEADS) ? OF_CONTACTS : OF_LEADS;
    }

    /** The address, in lower case; empty if the lead bears no record of the object. */
    Optional<String> of(Lead lead) {
        return as(lead).map(HostLeads::address);
    }

    private Optional<String> as(Lead lead) {
        return lead.text(idKey).isEmpty()
                ? Optional.empty()
                : lead.text(noteKey).or(lead::email);
    }

    /** Whether a record of the object that has the lead's address is the same person. */
    boolean isTheLeads(Lead lead) {
        return lead.text(idKey).isEmpty() || of(lead).equals(HostLeads.emailOf(lead));
    }

    /** Whether the record was read with another address than before. */
    boolean isMoved(Lead lead, Lead read) {
        Optional<String> before = of(lead);
        Optional<String> now = read.email().isPresent() ? HostLeads.emailOf(read) : HostLeads.emailOf(lead);
        return before.isPresent() && !before.equals(now);
    }

    /** What a lead is after its record was read: it has that one's address now, and notes the one of the other object's. */
    Lead noted(Lead known, Lead kept) {
        Optional<String> email = HostLeads.emailOf(kept);
        Optional<String> others =
                ofOther().as(known).filter(address -> !email.equals(Optional.of(HostLeads.address(address))));
        return ofOther().with(with(kept, Optional.empty()), others);
    }

    private Lead with(Lead lead, Optional<String> note) {
        return lead.text(noteKey).equals(note) ? lead : lead.with(noteKey, note.orElse(null));
    }
}
