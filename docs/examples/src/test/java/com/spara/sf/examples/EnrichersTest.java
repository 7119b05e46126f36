package com.spara.sf.examples;

import static com.spara.sf.LeadField.SALESFORCE_ACCOUNT_ID;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.spara.sf.Lead;
import com.spara.sf.RecordId;
import com.spara.sf.spi.Answer;
import com.spara.sf.spi.Enricher;
import com.spara.sf.spi.Found;
import com.spara.sf.spi.Lookup;
import com.spara.sf.spi.SalesforceRecord;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** No org is needed: an enricher is given what was found. */
class EnrichersTest {

    private static final RecordId ACME = RecordId.of("001000000000001");
    private static final SalesforceRecord CONTACT = SalesforceRecord.of("Contact", RecordId.of("003000000000001"));
    private static final SalesforceRecord LEAD = SalesforceRecord.of("Lead", RecordId.of("00Q000000000001"));

    // region test an enricher without an org
    @Test
    void theCountIsPutOntoTheLead() {
        Lead lead = Lead.empty().with(SALESFORCE_ACCOUNT_ID, ACME);
        Lead enriched = enrich(Enrichers.OPEN_OPPORTUNITIES, lead, Found.afterRead(), Answer.ofCount(3));
        assertEquals(Optional.of("3"), enriched.text("open_opportunities"));
    }

    private static Lead enrich(Enricher enricher, Lead lead, Found found, Answer answer) {
        Lookup asked = enricher.lookups(lead, found).get(0);
        return enricher.enrich(lead, found.withAnswer(asked, answer)).lead();
    }
    // endregion

    @Test
    void onlyOpenOpportunitiesOfTheAccountAreCounted() {
        Lead lead = Lead.empty().with(SALESFORCE_ACCOUNT_ID, ACME);
        Lookup counting = Lookup.in("Opportunity")
                .where("AccountId", ACME)
                .where("IsClosed", false)
                .count();
        assertEquals(List.of(counting), Enrichers.OPEN_OPPORTUNITIES.lookups(lead, Found.afterRead()));
    }

    @Test
    void withoutAnAccountNothingIsAskedAndNothingIsChanged() {
        Lead lead = Lead.empty().with("open_opportunities", 2);
        assertEquals(List.of(), Enrichers.OPEN_OPPORTUNITIES.lookups(lead, Found.afterRead()));
        assertEquals(
                lead,
                Enrichers.OPEN_OPPORTUNITIES.enrich(lead, Found.afterRead()).lead());
    }

    @Test
    void theNewestMembershipIsTaken() {
        Answer answer = Answer.of(List.of(
                membership("Spring", "2026-03-01T09:00:00.000+0000"),
                membership("Autumn", "2026-09-01T09:00:00.000+0000"),
                membership("Summer", "2026-06-01T09:00:00.000+0000")));
        Found contact = Found.afterRead().withMatch(CONTACT, "e-mail");
        Lead enriched = enrich(Enrichers.LATEST_CAMPAIGN, Lead.empty(), contact, answer);
        assertEquals(Optional.of("Autumn"), enriched.text("latest_campaign"));
    }

    @Test
    void theContactsMembershipsComeBeforeTheLeads() {
        Found both = Found.afterRead().withMatch(LEAD, "e-mail").withMatch(CONTACT, "e-mail");
        assertEquals("CampaignMember[ContactId]", asked(both));
        assertEquals("CampaignMember[LeadId]", asked(Found.afterRead().withMatch(LEAD, "e-mail")));
    }

    @Test
    void withoutAMembershipWhatIsStoredIsTakenAway() {
        Lead stored = Lead.empty().with("latest_campaign", "Spring");
        Found lead = Found.afterRead().withMatch(LEAD, "e-mail");
        assertEquals(Lead.empty(), enrich(Enrichers.LATEST_CAMPAIGN, stored, lead, Answer.nothing()));
    }

    @Test
    void withoutAMatchNothingIsAsked() {
        assertEquals(List.of(), Enrichers.LATEST_CAMPAIGN.lookups(Lead.empty(), Found.nothing()));
    }

    private static String asked(Found found) {
        return Enrichers.LATEST_CAMPAIGN.lookups(Lead.empty(), found).get(0).toString();
    }

    private static SalesforceRecord membership(String campaign, String created) {
        RecordId id = RecordId.of("701000000000001");
        return SalesforceRecord.of("CampaignMember", RecordId.of("00v000000000001"))
                .with("CreatedDate", created)
                .with("Campaign", SalesforceRecord.of("Campaign", id).with("Name", campaign));
    }
}
