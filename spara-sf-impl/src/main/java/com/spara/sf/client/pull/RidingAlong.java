package com.spara.sf.client.pull;

import com.spara.sf.Lead;
import com.spara.sf.LeadField;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.spi.Enricher;
import com.spara.sf.spi.SalesforceRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is read with a record by its relationships, at no further call: its owner, its Account, and what a Lead was converted
 * to. Only what the settings' own enrichers would put onto a lead.
 */
final class RidingAlong {

    private static final List<String> OWNER = List.of("OwnerId", "Owner.Name", "Owner.Email", "Owner.IsActive");
    private static final List<String> ACCOUNT = List.of("Name", "Website", "OwnerId", "Owner.Name", "Owner.Email");
    private static final List<String> CONVERSION = List.of("IsConverted", "ConvertedContactId");
    private static final String USER = "005";

    private final boolean isLead;
    private final boolean withOwner;
    private final boolean withAccount;

    RidingAlong(String object, SyncSettings settings) {
        this.isLead = object.equals("Lead");
        this.withOwner = settings.enrichers().contains(Enricher.OWNER);
        this.withAccount = settings.enrichers().contains(Enricher.ACCOUNT);
    }

    /** The fields and paths. */
    List<String> paths() {
        List<String> paths = new ArrayList<>(isLead ? CONVERSION : List.of());
        if (withOwner) {
            paths.addAll(OWNER);
        }
        if (withAccount) {
            paths.add(account() + "Id");
            ACCOUNT.forEach(field -> paths.add(account() + "." + field));
        }
        return paths;
    }

    private String account() {
        return isLead ? "ConvertedAccount" : "Account";
    }

    /** The lead with what rode along. */
    Lead onto(Lead bare, SalesforceRecord record) {
        Lead lead = bare.with(isLead ? LeadField.SALESFORCE_LEAD_ID : LeadField.SALESFORCE_CONTACT_ID, record.id());
        if (isLead) {
            lead = with(lead, LeadField.SALESFORCE_CONTACT_ID, record.text("ConvertedContactId"));
        }
        lead = withOwner ? owner(lead, record) : lead;
        return withAccount ? account(lead, record) : lead;
    }

    /** Queues and users who left are nobody's sales rep. */
    private static Lead owner(Lead lead, SalesforceRecord record) {
        Optional<String> id = record.text("OwnerId").filter(owner -> owner.startsWith(USER));
        if (id.isEmpty() || !record.isTrue("Owner.IsActive")) {
            return lead;
        }
        Lead owned = with(lead, LeadField.SALESFORCE_ASSIGNED_SALES_REP_ID, id);
        owned = with(owned, LeadField.SALESFORCE_ASSIGNED_SALES_REP_NAME, record.text("Owner.Name"));
        return with(owned, LeadField.SALESFORCE_ASSIGNED_SALES_REP_EMAIL, record.text("Owner.Email"));
    }

    private Lead account(Lead lead, SalesforceRecord record) {
        String account = account();
        Lead found = with(lead, LeadField.SALESFORCE_ACCOUNT_ID, record.text(account + "Id"));
        found = with(found, LeadField.SALESFORCE_ACCOUNT_NAME, record.text(account + ".Name"));
        found = with(found, LeadField.SALESFORCE_ACCOUNT_WEBSITE, record.text(account + ".Website"));
        found = with(found, LeadField.SALESFORCE_ACCOUNT_OWNER_ID, record.text(account + ".OwnerId"));
        found = with(found, LeadField.SALESFORCE_ACCOUNT_OWNER_NAME, record.text(account + ".Owner.Name"));
        return with(found, LeadField.SALESFORCE_ACCOUNT_OWNER_EMAIL, record.text(account + ".Owner.Email"));
    }

    private static Lead with(Lead lead, String key, Optional<String> value) {
        return lead.with(key, value.orElse(null));
    }
}
