package com.spara.sf.spi;

import com.spara.sf.Lead;
import com.spara.sf.LeadField;
import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
        Map<String, @Nullable Object> data = new HashMap<>();
        data.put(LeadField.SALESFORCE_ACCOUNT_ID, account.id());
        data.put(LeadField.SALESFORCE_ACCOUNT_NAME, text(account, "Name"));
        data.put(LeadField.SALESFORCE_ACCOUNT_WEBSITE, text(account, "Website"));
        data.put(LeadField.SALESFORCE_ACCOUNT_OWNER_ID, text(account, "OwnerId"));
        data.put(
                LeadField.SALESFORCE_ACCOUNT_OWNER_NAME,
                owner.map(user -> text(user, "Name")).orElse(null));
        data.put(
                LeadField.SALESFORCE_ACCOUNT_OWNER_EMAIL,
                owner.map(user -> text(user, "Email")).orElse(null));
        return Enriched.of(lead.with(data));
    }

    private static @Nullable String text(SalesforceRecord record, String field) {
        return record.text(field).orElse(null);
    }

    /** No Account: what is stored is cleared only when Salesforce was read and positively had none. */
    static Enriched none(Lead lead, boolean allRead) {
        return StoredValues.cleared(
                lead, KEYS, allRead, Reason.of(ReasonCode.NO_ACCOUNT, "No Account was found for the lead."));
    }
}
