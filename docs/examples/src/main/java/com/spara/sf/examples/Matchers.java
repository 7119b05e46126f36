package com.spara.sf.examples;

import static com.spara.sf.LeadField.SALESFORCE_ACCOUNT_ID;

import com.spara.sf.spi.Lookup;
import com.spara.sf.spi.Matcher;
import java.util.List;

/** Two further ways to find a lead's record. */
final class Matchers {

    // region match by an external id
    /** Finds Leads and Contacts by the customer number that the host and Salesforce share. */
    static final Matcher BY_CUSTOMER_NUMBER = Matcher.byField("customer_number", "Customer_No__c");
    // endregion

    // region match by a lookup field
    /** Finds the Contact with the lead's last name in the Account whose Id the lead stores. */
    static final Matcher BY_ACCOUNT_AND_NAME = Matcher.named(
            "account and name",
            (lead, object) -> lead.id(SALESFORCE_ACCOUNT_ID)
                    .filter(account -> object.equals("Contact"))
                    .map(account -> Lookup.in(object).where("AccountId", account))
                    .flatMap(lookup -> lead.text("last_name").map(name -> lookup.where("LastName", name)))
                    .map(List::of)
                    .orElse(List.of()));
    // endregion

    private Matchers() {}
}
