package com.spara.sf.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.Lead;
import com.spara.sf.LeadField;
import com.spara.sf.RecordId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The samples of {@code docs/first-push.md}. */
class FirstPushTest extends OnFreshOrg {

    private final List<Lead> kept = new ArrayList<>();
    private final List<String> log = new ArrayList<>();
    private final FirstPush host = new FirstPush(sync(FirstPush.SETTINGS), kept::add, log::add);
    private final Lead ada = Lead.of("ada@example.com")
            .with("first_name", "Ada")
            .with("last_name", "Lovelace")
            .with("company", "Acme")
            .with("phone", "+44 20 7946 0000");

    @Test
    void theFirstPushMakesTheLeadAndTheSecondWritesNothing() {
        host.push(ada);
        host.push(kept.get(0));
        assertEquals(
                List.of(
                        "Lead: [Email, FirstName, LastName, Company, Phone]",
                        "Contact: Nothing matched, and creating is off for Contacts.",
                        "Lead: Nothing is left to write.",
                        "Contact: Nothing matched, and creating is off for Contacts."),
                log);
        org.expect().records("Lead", 1);
    }

    @Test
    void theOwnerIsOnTheLeadThatIsKept() {
        RecordId grace = org.user("Grace Okafor", "grace@acme.example");
        org.lead("ada@example.com", "LastName", "Lovelace", "OwnerId", grace);
        host.push(ada);
        assertEquals(Optional.of("Grace Okafor"), kept.get(0).text(LeadField.SALESFORCE_ASSIGNED_SALES_REP_NAME));
    }

    @Test
    void aTextThatIsTooLongIsLeftOutAndSaid() {
        assertEquals(
                "TOO_LONG: The text has 41 characters, and the field holds 40.",
                why(ada.with("first_name", "A".repeat(41)), "FirstName"));
    }

    @Test
    void aFieldThatIsKeptIsSaid() {
        org.lead("ada@example.com", "LastName", "Lovelace", "Phone", "1");
        assertTrue(why(ada, "Phone").startsWith("NOT_EMPTY: "), () -> why(ada, "Phone"));
        assertTrue(why(Lead.of("ada@example.com"), "Company").startsWith("NO_VALUE: "));
    }

    @Test
    void aFieldOfARecordThatWasRefusedIsSaidWithSalesforcesWords() {
        org.rules("Lead").validation(lead -> true, "Ask the owner first.");
        String said = why(ada, "Company");
        assertTrue(said.startsWith("FIELD_CUSTOM_VALIDATION_EXCEPTION: "), said);
        assertTrue(said.contains("Salesforce says: ") && said.contains("Ask the owner first."), said);
    }

    private String why(Lead lead, String field) {
        return FirstPush.why(sync(FirstPush.SETTINGS).push(lead).lead(), field);
    }

    @Test
    void whatIsNotAgreedIsNotWritten() {
        assertFalse(host.pushIf(shown -> shown.contains("nonsense"), ada));
        org.expect().records("Lead", 0);
        assertTrue(host.pushIf(shown -> shown.contains("Lovelace"), ada));
        org.expect().records("Lead", 1);
    }

    @Test
    void settingsThatFitHaveNoProblems() {
        assertEquals(List.of(), host.problems());
    }

    @Test
    void aRightThatIsMissingIsAProblem() {
        org.rights().hides("Lead", "Phone");
        assertTrue(host.problems().get(0).contains("may not see it"), host.problems()::toString);
    }
}
