package com.spara.sf.examples;

import static com.spara.sf.LeadField.SALESFORCE_ACCOUNT_ID;

import com.spara.sf.spi.Enricher;
import com.spara.sf.spi.Lookup;
import java.time.Instant;
import java.util.Comparator;

/** Two things more that the host wants to know of a lead. */
final class Enrichers {

    // region count the open opportunities
    /** Puts the number of the Account's open opportunities onto the lead. */
    static final Enricher OPEN_OPPORTUNITIES = Enricher.named(
            "open opportunities",
            (lead, found) -> lead.id(SALESFORCE_ACCOUNT_ID)
                    .map(account -> Lookup.in("Opportunity")
                            .where("AccountId", account)
                            .where("IsClosed", false)
                            .count()),
            (lead, answer) -> lead.with("open_opportunities", answer.count()));
    // endregion

    // region take the latest campaign
    /** Puts the name of the campaign that the matched Contact, else the matched Lead, joined last onto the lead. */
    static final Enricher LATEST_CAMPAIGN = Enricher.named(
            "latest campaign",
            (lead, found) -> found.contact()
                    .or(found::lead)
                    .map(person -> Lookup.in("CampaignMember")
                            .where(person.object() + "Id", person.id())
                            .select("CreatedDate", "Campaign.Name")),
            (lead, answer) -> answer.records().stream()
                    .max(Comparator.comparing(
                            member -> member.time("CreatedDate").orElse(Instant.EPOCH)))
                    .map(newest -> lead.with(
                            "latest_campaign", newest.text("Campaign.Name").orElse(null)))
                    .orElseGet(() -> lead.with("latest_campaign", null)));
    // endregion

    private Enrichers() {}
}
