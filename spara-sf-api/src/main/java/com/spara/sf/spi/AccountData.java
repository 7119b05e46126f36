package com.spara.sf.spi;

import com.spara.sf.Lead;
import com.spara.sf.LeadField;
import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The fields of an Account that are stored on a lead. */
final class AccountData {

    static final String[] FIELDS = {"Name", "Website", "OwnerId", "Owner.Name", "Owner.Email"};

    private static final List<String> KEYS = List.of(
            LeadField.SALESFORCE_ACCOUNT_ID,
            LeadField.SALESFORCE_ACCOUNT_NAME,
            LeadField.SALESFORCE_ACCOUNT_WEBSITE,
            LeadField.SALESFORCE_ACCOUNT_OWNER_ID,
            LeadField.SALESFORCE_ACCOUNT_OWNER_NAME,
            LeadField.SALESFORCE_ACCOUNT_OWNER_EMAIL);

    private AccountData() {}

    /** The same fields behind a relationship, with the Account's own Id. */
    static String[] fieldsBehind(String relationship) {
        return Stream.concat(Stream.of("Id"), Stream.of(FIELDS))
                .map(field -> relationship + "." + field)
                .toArray(String[]::new);
    }

    static Enriched put(SalesforceRecord account, Lead lead) {
        Optional<SalesforceRecord> owner = account.parent("Owner");
        return Enriched.of(lead.with(LeadField.SALESFORCE_ACCOUNT_ID, account.id())
                .with(LeadField.SALESFORCE_ACCOUNT_NAME, account.text("Name").orElse(null))
                .with(
                        LeadField.SALESFORCE_ACCOUNT_WEBSITE,
                        account.text("Website").orElse(null))
                .with(
                        LeadField.SALESFORCE_ACCOUNT_OWNER_ID,
                        account.text("OwnerId").orElse(null))
                .with(
                        LeadField.SALESFORCE_ACCOUNT_OWNER_NAME,
                        owner.flatMap(user -> user.text("Name")).orElse(null))
                .with(
                        LeadField.SALESFORCE_ACCOUNT_OWNER_EMAIL,
                        owner.flatMap(user -> user.text("Email")).orElse(null)));
    }

    /** No Account: what is stored is cleared only when Salesforce was read and positively had none. */
    static Enriched none(Lead lead, boolean allRead) {
        return StoredValues.cleared(
                lead, KEYS, allRead, Reason.of(ReasonCode.NO_ACCOUNT, "No Account was found for the lead."));
    }
}
