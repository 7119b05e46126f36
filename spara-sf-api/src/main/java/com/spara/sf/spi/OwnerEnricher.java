package com.spara.sf.spi;

import com.spara.sf.Lead;
import com.spara.sf.LeadField;
import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The contract's owner data, written as a host would write its own enricher. */
final class OwnerEnricher implements Enricher {

    private static final String QUEUE_PREFIX = "00G";
    private static final Lookup OF_LEAD = Lookup.matched("Lead").parent("Owner").select("Name", "Email", "IsActive");
    private static final Lookup OF_CONTACT =
            Lookup.matched("Contact").parent("Owner").select("Name", "Email", "IsActive");
    private static final List<String> KEYS = List.of(
            LeadField.SALESFORCE_ASSIGNED_SALES_REP_ID,
            LeadField.SALESFORCE_ASSIGNED_SALES_REP_NAME,
            LeadField.SALESFORCE_ASSIGNED_SALES_REP_EMAIL);

    @Override
    public String name() {
        return "owner";
    }

    @Override
    public List<Lookup> lookups(Lead lead, Found found) {
        return List.of(OF_LEAD, OF_CONTACT);
    }

    @Override
    public Enriched enrich(Lead lead, Found found) {
        String object = whose(found);
        boolean leadIdUnread =
                found.isUnread("Lead") && lead.id(LeadField.SALESFORCE_LEAD_ID).isPresent();
        if (leadIdUnread || found.matched(object).isEmpty()) {
            boolean allRead = !found.isUnread("Lead") && !found.isUnread("Contact");
            return StoredValues.cleared(
                    lead, KEYS, allRead, Reason.of(ReasonCode.NO_OWNER, "No record matched that has an owner."));
        }
        return found.answer(object.equals("Lead") ? OF_LEAD : OF_CONTACT)
                .flatMap(Answer::first)
                .map(owner -> owner(owner, lead))
                .orElseGet(() -> StoredValues.cleared(lead, KEYS, false, Reason.of(ReasonCode.NO_OWNER, "")));
    }

    /** The record matched by Lead Id, else by Contact Id, else the Contact, else the Lead. */
    private static String whose(Found found) {
        if (found.matchedBy("Lead").filter(Matcher.LEAD_ID.name()::equals).isPresent()) {
            return "Lead";
        }
        return found.contact().isPresent() ? "Contact" : "Lead";
    }

    private static Enriched owner(SalesforceRecord owner, Lead lead) {
        return whyNone(owner)
                .map(reason -> StoredValues.cleared(lead, KEYS, true, reason.about(List.of(owner.id()))))
                .orElseGet(() -> Enriched.of(lead.with(rep(owner))));
    }

    private static Map<String, @Nullable Object> rep(SalesforceRecord owner) {
        Map<String, @Nullable Object> rep = new HashMap<>();
        rep.put(LeadField.SALESFORCE_ASSIGNED_SALES_REP_ID, owner.id());
        rep.put(LeadField.SALESFORCE_ASSIGNED_SALES_REP_NAME, owner.text("Name").orElse(null));
        rep.put(
                LeadField.SALESFORCE_ASSIGNED_SALES_REP_EMAIL,
                owner.text("Email").orElse(null));
        return rep;
    }

    private static Optional<Reason> whyNone(SalesforceRecord owner) {
        if (owner.id().value().startsWith(QUEUE_PREFIX)) {
            return Optional.of(
                    Reason.of(ReasonCode.OWNER_IS_QUEUE, "The owner of the record is a queue, not a person."));
        }
        return owner.isTrue("IsActive")
                ? Optional.empty()
                : Optional.of(Reason.of(ReasonCode.OWNER_INACTIVE, "The owner of the record is not an active user."));
    }
}
