package com.spara.sf.client.push;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.spara.sf.Lead;
import com.spara.sf.settings.PushRule;
import com.spara.sf.settings.SyncSettings;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which leads are kept together, since they may hang on one Account. */
class SlotTest {

    private static final SyncSettings UNKNOWN = SyncSettings.standard()
            .leads(PushRule.updateExisting().createWhenNoMatch().placeholder("Unknown GmbH"));

    private static Set<Object> accounts(String company) {
        return new Slot(Lead.empty().with("company", company), Set.of(), NoCompany.of(UNKNOWN)).accounts();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Unknown GmbH", " unknown gmbh ", "[not provided]", " "})
    void whatStandsForAMissingCompanyIsNoAccount(String company) {
        assertEquals(Set.of(), accounts(company));
    }

    @Test
    void aCompanyIsOneAccountHoweverItIsSpelt() {
        assertEquals(1, accounts("Acme").size());
        assertEquals(accounts("Acme"), accounts(" ACME "));
    }

    @Test
    void anAccountIsKnownByItsIdToo() {
        Lead lead = Lead.empty().with("company", "Unknown GmbH").with("salesforce_account_id", "001000000000001AAA");
        assertEquals(
                1, new Slot(lead, Set.of(), NoCompany.of(UNKNOWN)).accounts().size());
    }

    @Test
    void peopleWhoseCompanyNobodyKnowsDoNotWaitForOneAnother() {
        Waiting waiting = new Waiting(true);
        List<Slot> slots = List.of(unknown("a"), unknown("b"));
        slots.forEach(waiting::add);
        waiting.begin(waiting.next(1));
        assertEquals(List.of(slots.get(1)), waiting.next(1));
    }

    private static Slot unknown(String person) {
        return new Slot(Lead.empty().with("company", "Unknown GmbH"), Set.of(person), NoCompany.of(UNKNOWN));
    }
}
