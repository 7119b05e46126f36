package com.spara.sf.client.check;

import com.spara.sf.LeadField;
import com.spara.sf.settings.FieldMapping;
import java.util.Map;
import java.util.Optional;

/** What the library's own fields of a lead hold; of those of the host nobody knows it. */
final class OwnFields {

    private static final Map<String, Object> TYPICAL = Map.ofEntries(
            Map.entry(LeadField.EMAIL, "ada@example.com"),
            Map.entry(LeadField.FIRST_NAME, "Ada"),
            Map.entry(LeadField.LAST_NAME, "Lovelace"),
            Map.entry(LeadField.COMPANY, "Acme"),
            Map.entry(LeadField.SALESFORCE_LEAD_ID, "00Q000000000001AAA"),
            Map.entry(LeadField.SALESFORCE_CONTACT_ID, "003000000000001AAA"),
            Map.entry(LeadField.SALESFORCE_LEAD_NOTE, "00Q000000000001AAA ada@example.com"),
            Map.entry(LeadField.SALESFORCE_CONTACT_NOTE, "003000000000001AAA ada@example.com"),
            Map.entry(LeadField.SALESFORCE_ACCOUNT_ID, "001000000000001AAA"),
            Map.entry(LeadField.SALESFORCE_ACCOUNT_NAME, "Acme"),
            Map.entry(LeadField.SALESFORCE_ACCOUNT_WEBSITE, "https://acme.example"),
            Map.entry(LeadField.SALESFORCE_ACCOUNT_OWNER_ID, "005000000000001AAA"),
            Map.entry(LeadField.SALESFORCE_ACCOUNT_OWNER_NAME, "Ada Lovelace"),
            Map.entry(LeadField.SALESFORCE_ACCOUNT_OWNER_EMAIL, "ada@example.com"),
            Map.entry(LeadField.SALESFORCE_ASSIGNED_SALES_REP_ID, "005000000000001AAA"),
            Map.entry(LeadField.SALESFORCE_ASSIGNED_SALES_REP_NAME, "Ada Lovelace"),
            Map.entry(LeadField.SALESFORCE_ASSIGNED_SALES_REP_EMAIL, "ada@example.com"));

    private OwnFields() {}

    /** A value that the mapping's field of the lead may have. */
    static Optional<Object> typical(FieldMapping mapping) {
        return mapping.leadField().flatMap(key -> Optional.ofNullable(TYPICAL.get(key)));
    }
}
