package com.spara.sf.client.pull;

import com.spara.sf.Lead;
import com.spara.sf.LeadField;
import com.spara.sf.RecordId;
import com.spara.sf.client.describe.FieldDescribe;
import com.spara.sf.client.describe.ObjectDescribe;
import com.spara.sf.client.describe.StoredValue;
import com.spara.sf.spi.KnownLeads;
import com.spara.sf.spi.SalesforceRecord;
import com.spara.sf.sync.PullChange;
import com.spara.sf.sync.PulledLead;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes leads of records, and recognises those that are the host's own. */
final class PulledRecords {

    private final Map<String, FieldDescribe> fieldOf = new LinkedHashMap<>();
    private final RidingAlong ridingAlong;

    PulledRecords(PullQuery query, ObjectDescribe described, RidingAlong ridingAlong) {
        this.ridingAlong = ridingAlong;
        query.mappings().forEach((field, key) -> described.field(field).ifPresent(known -> fieldOf.put(key, known)));
    }

    List<PulledLead> leads(List<SalesforceRecord> records, KnownLeads known) {
        List<PulledLead> leads = records.stream().map(this::lead).toList();
        return leads.isEmpty() ? leads : recognised(leads, known);
    }

    private PulledLead lead(SalesforceRecord record) {
        Lead lead = Lead.empty();
        for (Map.Entry<String, FieldDescribe> row : fieldOf.entrySet()) {
            lead = lead.with(row.getKey(), StoredValue.of(record, row.getValue()));
        }
        PullChange change = record.isTrue("IsConverted") ? PullChange.CONVERTED : PullChange.CHANGED;
        return PulledLead.of(record.id(), ridingAlong.onto(lead, record), change);
    }

    private static List<PulledLead> recognised(List<PulledLead> leads, KnownLeads known) {
        Set<RecordId> ids = new LinkedHashSet<>();
        Set<String> emails = new LinkedHashSet<>();
        leads.forEach(pulled -> {
            ids.addAll(idsOf(pulled.lead()));
            emailOf(pulled.lead()).ifPresent(emails::add);
        });
        Map<Object, Lead> byKey = new HashMap<>();
        for (Lead hosts : known.find(ids, emails)) {
            idsOf(hosts).forEach(id -> byKey.putIfAbsent(id, hosts));
            emailOf(hosts).ifPresent(email -> byKey.putIfAbsent(email, hosts));
        }
        return byKey.isEmpty()
                ? leads
                : leads.stream().map(pulled -> recognised(pulled, byKey)).toList();
    }

    private static PulledLead recognised(PulledLead pulled, Map<Object, Lead> byKey) {
        List<Object> keys = new ArrayList<>();
        keys.add(pulled.id());
        keys.addAll(idsOf(pulled.lead()));
        emailOf(pulled.lead()).ifPresent(keys::add);
        for (Object key : keys) {
            Lead hosts = byKey.get(key);
            if (hosts != null) {
                return sameSpelling(pulled, hosts).knownAs(hosts);
            }
        }
        return pulled;
    }

    /** Salesforce keeps addresses in lower case, which is no news to a host that keeps them as they were typed. */
    private static PulledLead sameSpelling(PulledLead pulled, Lead hosts) {
        Object spelt = emailOf(hosts).equals(emailOf(pulled.lead()))
                ? hosts.value(LeadField.EMAIL).orElse(null)
                : null;
        return spelt == null
                ? pulled
                : PulledLead.of(pulled.id(), pulled.lead().with(LeadField.EMAIL, spelt), pulled.change());
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
