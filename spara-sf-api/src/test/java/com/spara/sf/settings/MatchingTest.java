package com.spara.sf.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.spara.sf.spi.Matcher;
import com.spara.sf.spi.Write;
import com.spara.sf.spi.WriteRule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MatchingTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void aPluginNeedsAName(String blank) {
        assertThrows(IllegalArgumentException.class, () -> Matcher.named(blank, (lead, object) -> List.of()));
        assertThrows(IllegalArgumentException.class, () -> WriteRule.named(blank, field -> Write.leave("no")));
    }

    private final Matcher own = Matcher.byField("customer_number", "Customer_No__c");

    @Test
    void theStandardOrderIsLeadIdContactIdConvertedLeadEmail() {
        assertEquals(
                List.of("salesforce_lead_id", "salesforce_contact_id", "converted lead", "e-mail"),
                names(Matching.standard()));
    }

    @Test
    void anOwnMatcherGoesBeforeBetweenAfterOrInstead() {
        Matching standard = Matching.standard();
        assertEquals("Customer_No__c", names(standard.first(own)).get(0));
        assertEquals(
                "Customer_No__c", names(standard.before(Matcher.EMAIL, own)).get(3));
        assertEquals(
                "Customer_No__c", names(standard.after(Matcher.LEAD_ID, own)).get(1));
        assertEquals("Customer_No__c", names(standard.last(own)).get(4));
        assertEquals(List.of("Customer_No__c"), names(Matching.by(own)));
        assertEquals(3, names(standard.without(Matcher.EMAIL)).size());
    }

    @Test
    void aNameThatIsTakenOrMissingIsRefused() {
        Matching standard = Matching.standard();
        assertThrows(IllegalArgumentException.class, () -> standard.last(own).last(own));
        assertThrows(IllegalArgumentException.class, () -> standard.before(own, Matcher.EMAIL));
        assertThrows(IllegalArgumentException.class, Matching::by);
    }

    private static List<String> names(Matching matching) {
        return matching.matchers().stream().map(Matcher::name).toList();
    }
}
