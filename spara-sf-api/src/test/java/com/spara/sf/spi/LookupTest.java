package com.spara.sf.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LookupTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "Lead l", "Lead'", "Lead;", "1Lead", "Account.Name"})
    void whatIsNoNameIsRefused(String name) {
        assertThrows(IllegalArgumentException.class, () -> Lookup.in(name));
        assertThrows(IllegalArgumentException.class, () -> Lookup.in("Lead").where(name, "x"));
    }

    @Test
    void aValueThatNothingCanEqualIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Lookup.in("Lead").where("Phone", " "));
        assertThrows(IllegalArgumentException.class, () -> Lookup.in("Lead").where("Phone", List.of()));
    }

    @Test
    void aMatchedRecordTakesNoConditions() {
        Lookup matched = Lookup.matched("Lead");
        assertThrows(IllegalStateException.class, () -> matched.where("Phone", "1"));
        assertThrows(IllegalStateException.class, matched::count);
        assertThrows(IllegalStateException.class, () -> Lookup.in("Lead").parent("Owner"));
        assertThrows(IllegalArgumentException.class, () -> Lookup.matched("Account"));
    }

    @Test
    void lookupsAreEqualByWhatTheyAsk() {
        assertEquals(Lookup.in("Lead").where("Score__c", 1), Lookup.in("Lead").where("Score__c", 1L));
        assertFalse(Lookup.in("Lead")
                .where("Phone", "1")
                .equals(Lookup.in("Contact").where("Phone", "1")));
    }

    @Test
    void toStringShowsNoValue() {
        assertEquals(
                "Lead[Email]",
                Lookup.in("Lead").where("Email", "ada@example.com").toString());
    }
}
