package com.spara.sf.examples;

import static com.spara.sf.LeadField.SALESFORCE_ACCOUNT_ID;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.spara.sf.Lead;
import com.spara.sf.RecordId;
import com.spara.sf.spi.Lookup;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No org is needed: a matcher is given a lead and says what to look for. */
class MatchersTest {

    private static final RecordId ACME = RecordId.of("001000000000001");

    private final Lead stored = Lead.empty().with(SALESFORCE_ACCOUNT_ID, ACME).with("last_name", "Lovelace");

    // region test a matcher without an org
    @ParameterizedTest
    @ValueSource(strings = {"Lead", "Contact"})
    void theCustomerNumberIsLookedUpInBothObjects(String object) {
        Lead lead = Lead.empty().with("customer_number", "C-17");
        assertEquals(
                List.of(Lookup.in(object).where("Customer_No__c", "C-17")),
                Matchers.BY_CUSTOMER_NUMBER.lookups(lead, object));
    }
    // endregion

    @Test
    void withoutACustomerNumberNothingIsLookedUp() {
        assertEquals(List.of(), Matchers.BY_CUSTOMER_NUMBER.lookups(Lead.of("ada@example.com"), "Lead"));
    }

    @Test
    void theContactOfTheStoredAccountMustHaveTheNameToo() {
        assertEquals(
                List.of(Lookup.in("Contact").where("AccountId", ACME).where("LastName", "Lovelace")),
                Matchers.BY_ACCOUNT_AND_NAME.lookups(stored, "Contact"));
    }

    @Test
    void aLeadHasNoAccountToBeFoundIn() {
        assertEquals(List.of(), Matchers.BY_ACCOUNT_AND_NAME.lookups(stored, "Lead"));
    }

    @ParameterizedTest
    @ValueSource(strings = {SALESFORCE_ACCOUNT_ID, "last_name"})
    void accountAndNameAreBothNeeded(String missing) {
        assertEquals(List.of(), Matchers.BY_ACCOUNT_AND_NAME.lookups(stored.with(missing, null), "Contact"));
    }
}
