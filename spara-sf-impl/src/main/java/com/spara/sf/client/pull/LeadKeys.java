package com.spara.sf.client.pull;

import com.spara.sf.Lead;
import com.spara.sf.LeadField;
import com.spara.sf.RecordId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** By which a lead is known: the Ids that it bears, and its e-mail address. */
final class LeadKeys {

    private static final int MOST = 3;

    private LeadKeys() {}

    /** By which a lead is known, in the order in which it is looked for: Ids, then the e-mail address. */
    static List<Object> of(Lead lead) {
        return of(lead, null);
    }

    /** The same of a lead that was just read of a record, whose Id is known. */
    static List<Object> of(Lead lead, @Nullable RecordId read) {
        List<Object> keys = new ArrayList<>(MOST);
        addId(lead.values().get(LeadField.SALESFORCE_LEAD_ID), read, keys);
        addId(lead.values().get(LeadField.SALESFORCE_CONTACT_ID), read, keys);
        emailOf(lead).ifPresent(keys::add);
        return keys;
    }

    private static void addId(@Nullable Object id, @Nullable RecordId read, Collection<Object> ids) {
        if (read != null && read.value().equals(id)) {
            ids.add(read);
        } else if (id != null) {
            RecordId.parse(id.toString()).ifPresent(ids::add);
        }
    }

    /** The address of a lead as the host is asked for it. */
    static Optional<String> emailOf(Lead lead) {
        return lead.email().map(LeadKeys::address);
    }

    /** An address as the host is asked for it. */
    static String address(String email) {
        return email.toLowerCase(Locale.ROOT);
    }
}
