package com.spara.sf.spi;

import com.spara.sf.Lead;
import com.spara.sf.LeadField;
import com.spara.sf.RecordId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The four matchers of the contract, written as a host would write its own. */
final class BuiltInMatchers {

    private static final int EMAIL_LENGTH = 80;
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@]+@[^\\s@]+");

    private static final List<Lookup> OF_CONVERTED_LEAD =
            List.of(Lookup.matched("Lead").parent("ConvertedContact"));

    private BuiltInMatchers() {}

    static Matcher leadId() {
        return byId("Lead", "00Q", LeadField.SALESFORCE_LEAD_ID);
    }

    static Matcher contactId() {
        return byId("Contact", "003", LeadField.SALESFORCE_CONTACT_ID);
    }

    static Matcher convertedContact() {
        return Matcher.named(
                "converted lead", (lead, object) -> object.equals("Contact") ? OF_CONVERTED_LEAD : List.of());
    }

    static Matcher email() {
        return Matcher.named(
                "e-mail",
                (lead, object) -> address(lead)
                        .map(address -> List.of(Lookup.in(object).where("Email", address)))
                        .orElse(List.of()));
    }

    private static Matcher byId(String wanted, String prefix, String key) {
        return Matcher.named(
                key, (lead, object) -> object.equals(wanted) ? byId(lead.id(key), wanted, prefix) : List.of());
    }

    private static List<Lookup> byId(Optional<RecordId> stored, String object, String prefix) {
        return stored.filter(id -> id.value().startsWith(prefix))
                .map(id -> List.of(Lookup.in(object).where("Id", id)))
                .orElse(List.of());
    }

    /** An e-mail field of Salesforce holds at most 80 characters in lower case, so nothing else can be found by it. */
    static Optional<String> address(Lead lead) {
        return lead.email()
                .map(address -> address.toLowerCase(Locale.ROOT))
                .filter(address -> address.length() <= EMAIL_LENGTH
                        && ADDRESS.matcher(address).matches());
    }
}
