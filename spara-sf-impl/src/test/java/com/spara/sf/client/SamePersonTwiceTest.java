package com.spara.sf.client;

import static com.spara.sf.sync.Outcome.CREATED;
import static com.spara.sf.sync.Outcome.UPDATED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.spara.sf.Lead;
import com.spara.sf.RecordId;
import com.spara.sf.settings.Matching;
import com.spara.sf.settings.PushRule;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.spi.Matcher;
import com.spara.sf.sync.PushBatch;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Leads of one push that are one person, though no two of them need to say so. */
class SamePersonTwiceTest extends OnFakeOrg {

    private final SyncSettings byPhoneToo =
            both.contacts(PushRule.off()).matching(Matching.standard().last(Matcher.byField("phone", "Phone")));

    private static Lead person(String email, String phone) {
        return Lead.of(email).with("phone", phone);
    }

    @Test
    void oneThatSharesSomethingWithTwoOthersMakesThemOne() {
        Lead onlyEmail = ada;
        Lead onlyPhone = Lead.empty().with("phone", "1");
        Lead linking = person(ADA, "1");
        PushBatch batch = sync(byPhoneToo).pushAll(List.of(onlyEmail, onlyPhone, linking, onlyPhone));
        assertEquals(4, batch.count("Lead", CREATED));
        assertEquals(ADA, org.only("Lead").text("Email"));
        assertEquals("1", org.only("Lead").text("Phone"));
    }

    @Test
    void alsoWhereOneOfTheOthersHasItsRecord() {
        RecordId id = org.add("Lead", "LastName", "L", "Company", "C", "Email", "old@example.com", "Phone", "1");
        Lead known = person(ADA, "1");
        Lead unknown = Lead.empty().with("phone", "2");
        Lead linking = person(ADA, "2");
        PushBatch batch = sync(byPhoneToo).pushAll(List.of(known, unknown, linking));
        assertEquals(3, batch.count("Lead", UPDATED));
        assertEquals(id, org.only("Lead").id());
    }

    @Test
    void theLaterLeadWinsAlsoWhereItIsTheOneThatFindsTheRecord() {
        org.add("Lead", "LastName", "L", "Company", "C", "Email", "old@example.com", "Phone", "1");
        Lead first = ada.with("company", "First");
        Lead later = person(ADA, "1").with("company", "Later");
        sync(byPhoneToo).pushAll(List.of(first, later));
        assertEquals("Later", org.only("Lead").text("Company"));
    }

    @Test
    void oneThatCouldNotBeLookedUpDoesNotKeepTheOtherFromBeingMade() {
        Matcher choosy = Matcher.named("choosy", (lead, object) -> {
            if (lead.text("bad").isPresent()) {
                throw new IllegalStateException("bad");
            }
            return List.of();
        });
        SyncSettings settings =
                both.contacts(PushRule.off()).matching(Matching.standard().last(choosy));
        for (List<Lead> leads : List.of(
                List.of(Lead.of("a@example.com").with("bad", "x"), Lead.of("a@example.com")),
                List.of(Lead.of("b@example.com"), Lead.of("b@example.com").with("bad", "x")))) {
            assertEquals(2, sync(settings).pushAll(leads).count("Lead", CREATED));
        }
    }
}
