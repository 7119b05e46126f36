package com.spara.sf.client.pull;

import com.spara.sf.Lead;
import com.spara.sf.LeadField;
import com.spara.sf.RecordId;
import com.spara.sf.client.describe.KeyPrefixes;
import com.spara.sf.client.json.JsonMembers;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.spi.Enricher;
import com.spara.sf.spi.SalesforceRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is read with a record by its relationships, at no further call: its owner, its Account, and what a Lead was converted
 * to. Only what the settings' own enrichers would put onto a lead. Owner and Account are laid over as a whole, so that no lead
 * shows parts of two; a value goes when Salesforce was read and has none, and stays when it could not be read.
 */
final class RidingAlong {

    private static final List<String> OWNER = List.of("OwnerId", "Owner.Name", "Owner.Email", "Owner.IsActive");
    /** The Contact that a Lead became. */
    static final String CONTACT = "ConvertedContactId";

    private static final List<String> CONVERSION = List.of("IsConverted", CONTACT);
    private static final List<String> REP = List.of(
            LeadField.SALESFORCE_ASSIGNED_SALES_REP_ID,
            LeadField.SALESFORCE_ASSIGNED_SALES_REP_NAME,
            LeadField.SALESFORCE_ASSIGNED_SALES_REP_EMAIL);
    private static final String[] REP_KEYS = REP.toArray(String[]::new);
    private static final Map<String, String> ACCOUNT = account();

    private final boolean isLead;
    private final boolean withOwner;
    private final boolean withAccount;

    RidingAlong(String object, SyncSettings settings) {
        this.isLead = object.equals("Lead");
        this.withOwner = settings.enrichers().contains(Enricher.OWNER);
        this.withAccount = settings.enrichers().contains(Enricher.ACCOUNT);
    }

    private static Map<String, String> account() {
        Map<String, String> paths = new LinkedHashMap<>();
        paths.put("Name", LeadField.SALESFORCE_ACCOUNT_NAME);
        paths.put("Website", LeadField.SALESFORCE_ACCOUNT_WEBSITE);
        paths.put("OwnerId", LeadField.SALESFORCE_ACCOUNT_OWNER_ID);
        paths.put("Owner.Name", LeadField.SALESFORCE_ACCOUNT_OWNER_NAME);
        paths.put("Owner.Email", LeadField.SALESFORCE_ACCOUNT_OWNER_EMAIL);
        return paths;
    }

    /** The fields and paths. */
    List<String> paths() {
        List<String> paths = new ArrayList<>(isLead ? CONVERSION : List.of());
        if (withOwner) {
            paths.addAll(OWNER);
        }
        if (withAccount) {
            paths.add(relationship() + "Id");
            ACCOUNT.keySet().forEach(field -> paths.add(relationship() + "." + field));
        }
        return paths;
    }

    /** All keys under which something of it may stand on a lead. */
    Set<String> keys() {
        Set<String> keys = new TreeSet<>(Set.of(idKey()));
        if (isLead) {
            keys.add(LeadField.SALESFORCE_CONTACT_ID);
        }
        if (withOwner) {
            keys.addAll(REP);
        }
        if (withAccount) {
            keys.add(LeadField.SALESFORCE_ACCOUNT_ID);
            keys.addAll(ACCOUNT.values());
        }
        return keys;
    }

    private String relationship() {
        return isLead ? "ConvertedAccount" : "Account";
    }

    /** What a lead calls the Id of such a record. */
    String idKey() {
        return isLead ? LeadField.SALESFORCE_LEAD_ID : LeadField.SALESFORCE_CONTACT_ID;
    }

    /** The Id of another record of the same object that a lead bears. */
    Optional<RecordId> otherId(Lead lead, SalesforceRecord record) {
        return lead.id(idKey()).filter(id -> !id.equals(record.id()));
    }

    /** The lead with what rode along laid over it, as far as these paths were asked for. */
    Lead over(Lead hosts, SalesforceRecord record, Set<String> asked) {
        Lead lead = withId(hosts, idKey(), record.id());
        Optional<RecordId> contact = record.id(CONTACT);
        if (isLead
                && contact.isPresent()
                && lead.id(LeadField.SALESFORCE_CONTACT_ID).isEmpty()) {
            lead = lead.with(LeadField.SALESFORCE_CONTACT_ID, contact.get());
        }
        lead = withOwner && isOwnerOfRep(hosts) ? owner(lead, record, asked) : lead;
        return withAccount ? account(lead, record, asked) : lead;
    }

    private static Lead withId(Lead lead, String key, RecordId id) {
        boolean isThere = id.value().equals(lead.values().get(key))
                || lead.id(key).filter(id::equals).isPresent();
        return isThere ? lead : lead.with(key, id);
    }

    /** An Id that is the same is left as the host spells it. */
    private static Object asItIsSpelled(Lead lead, String key, RecordId id) {
        Object there = lead.values().get(key);
        return there != null && lead.id(key).filter(id::equals).isPresent() ? there : id.value();
    }

    /** The assigned rep is the owner of the record matched by Lead Id, else of the Contact. */
    private boolean isOwnerOfRep(Lead hosts) {
        return isLead || hosts.id(LeadField.SALESFORCE_LEAD_ID).isEmpty();
    }

    /** Queues and users who left are nobody's sales rep. */
    private static Lead owner(Lead lead, SalesforceRecord record, Set<String> asked) {
        Optional<RecordId> id = record.id("OwnerId");
        boolean isUser = id.filter(owner -> KeyPrefixes.isOf("User", owner)).isPresent();
        boolean isKnown = !isUser
                || asked.contains("Owner.IsActive")
                        && record.value("Owner.IsActive").isPresent();
        if (id.isEmpty() || !isKnown) {
            return lead;
        }
        if (!isUser || !record.isTrue("Owner.IsActive")) {
            return without(lead, REP);
        }
        return lead.with(JsonMembers.of(REP_KEYS, new @Nullable Object[] {
            asItIsSpelled(lead, LeadField.SALESFORCE_ASSIGNED_SALES_REP_ID, id.get()),
            record.text("Owner.Name").orElse(null),
            record.text("Owner.Email").orElse(null)
        }));
    }

    private Lead account(Lead lead, SalesforceRecord record, Set<String> asked) {
        if (!asked.contains(relationship() + "Id")) {
            return lead;
        }
        Optional<RecordId> id = record.id(relationship() + "Id");
        if (id.isEmpty()) {
            return isLead || isFoundByName(lead) ? lead : withoutAccount(lead);
        }
        boolean isSame = lead.id(LeadField.SALESFORCE_ACCOUNT_ID).equals(id);
        Lead found = isSame ? lead : withoutAccount(lead).with(LeadField.SALESFORCE_ACCOUNT_ID, id.get());
        return record.parent(relationship()).isEmpty() ? found : found.with(accountData(record, asked));
    }

    private Map<String, @Nullable Object> accountData(SalesforceRecord record, Set<String> asked) {
        Map<String, @Nullable Object> data = new HashMap<>();
        ACCOUNT.forEach((field, key) -> {
            String path = relationship() + "." + field;
            if (asked.contains(path)) {
                data.put(key, record.text(path).orElse(null));
            }
        });
        return data;
    }

    /** An Account that bears the company's name was found by a search, whatever the record says. */
    private static boolean isFoundByName(Lead lead) {
        return lead.text(LeadField.COMPANY)
                .filter(company -> company.equalsIgnoreCase(
                        lead.text(LeadField.SALESFORCE_ACCOUNT_NAME).orElse("")))
                .isPresent();
    }

    private static Lead withoutAccount(Lead lead) {
        return without(without(lead, ACCOUNT.values()), List.of(LeadField.SALESFORCE_ACCOUNT_ID));
    }

    private static Lead without(Lead lead, Iterable<String> keys) {
        Lead less = lead;
        for (String key : keys) {
            less = less.with(key, null);
        }
        return less;
    }
}
