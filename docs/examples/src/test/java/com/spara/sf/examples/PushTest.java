package com.spara.sf.examples;

import static com.spara.sf.LeadField.SALESFORCE_ACCOUNT_ID;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.Lead;
import com.spara.sf.ReasonCode;
import com.spara.sf.RecordId;
import com.spara.sf.client.Salesforce;
import com.spara.sf.connect.AccessToken;
import com.spara.sf.settings.PushRule;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.spi.Enricher;
import com.spara.sf.sync.Outcome;
import com.spara.sf.sync.PushBatch;
import com.spara.sf.sync.PushResult;
import com.spara.sf.sync.SalesforceSync;
import com.spara.sf.testkit.Call;
import com.spara.sf.testkit.FakeField;
import com.spara.sf.testkit.FakeOrg;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The plug-ins in pushes into the fake org, whose ledger counts the calls. */
@Timeout(60)
class PushTest {

    private static final String ADA = "ada@example.com";

    private final FakeOrg org = FakeOrg.create();
    private final RecordId acme = org.add("Account", "Name", "Acme");

    @BeforeEach
    void theOrgHasTheFieldsOfItsCustomer() {
        for (String object : List.of("Lead", "Contact")) {
            org.addField(
                    object, FakeField.text("Customer_No__c", 20).externalId().unique());
        }
        org.addField("Lead", FakeField.number("Score__c", 5, 0));
    }

    private SalesforceSync sync() {
        return sync(HostSettings.inCode());
    }

    private SalesforceSync sync(SyncSettings settings) {
        SalesforceSync sync = Salesforce.over(org.transport())
                .withClock(org.clock())
                .connect(org.url(), AccessToken.of(org.token()))
                .sync(settings);
        sync.enrich(Lead.of("warm@example.com"));
        org.calls().clear();
        return sync;
    }

    /** Those of the host without its enrichers, which cost a call of their own. */
    private static SyncSettings withoutEnrichers() {
        return HostSettings.inCode().enrichedBy(Enricher.ACCOUNT, Enricher.OWNER);
    }

    private RecordId addLead(Object... more) {
        RecordId id = org.add("Lead", "LastName", "Lovelace", "Company", "Acme", "Email", ADA);
        org.update(id, more);
        return id;
    }

    private static Optional<RecordId> matched(PushResult result) {
        return result.lead().id();
    }

    @Test
    void theCustomerNumberFindsTheLeadBeforeTheEmailAddressDoes() {
        addLead();
        RecordId customer = org.add("Lead", "LastName", "L", "Company", "C", "Customer_No__c", "C-17");
        PushResult result = sync(withoutEnrichers()).push(Lead.of(ADA).with("customer_number", "C-17"));
        assertEquals(Optional.of(customer), matched(result));
        assertEquals("Customer_No__c", result.lead().match().orElseThrow().matcher());
        assertEquals(2, org.calls().count());
    }

    @Test
    void anUnknownCustomerNumberLeavesTheDecisionToTheEmailAddress() {
        RecordId ada = addLead();
        PushResult result = sync(withoutEnrichers()).push(Lead.of(ADA).with("customer_number", "C-17"));
        assertEquals(Optional.of(ada), matched(result));
        assertEquals("C-17", org.record(ada).text("Customer_No__c"));
        assertEquals(2, org.calls().count());
    }

    @Test
    void theContactIsFoundInTheStoredAccountByItsName() {
        RecordId ada = org.add("Contact", "LastName", "Lovelace", "AccountId", acme);
        org.add("Contact", "LastName", "Babbage", "AccountId", acme);
        org.add("Contact", "LastName", "Lovelace");
        Lead lead = Lead.of(ADA).with(SALESFORCE_ACCOUNT_ID, acme).with("last_name", "lovelace");
        PushResult result = sync(contacts()).push(lead.with("title", "Countess"));
        assertEquals(Optional.of(ada), result.contact().id());
        assertEquals("Countess", org.record(ada).text("Title"));
        assertEquals(2, org.calls().count());
    }

    private static SyncSettings contacts() {
        return SyncSettings.standard()
                .matching(HostSettings.inCode().matching())
                .contacts(PushRule.updateExisting().map("title", "Title"));
    }

    @Test
    void openOpportunitiesOfTheAccountThatWasFoundCostOneMoreCall() {
        opportunity("Prospecting");
        opportunity("Negotiation/Review");
        opportunity("Closed Won");
        PushResult result = sync().push(Lead.of(ADA).with("company", "Acme"));
        assertEquals(Optional.of("2"), result.enrichedLead().text("open_opportunities"));
        assertEquals(3, org.calls().count());
    }

    @Test
    void openOpportunitiesOfTheAccountThatTheLeadStoresCostNone() {
        opportunity("Prospecting");
        Lead stored = Lead.of(ADA).with("company", "Acme").with(SALESFORCE_ACCOUNT_ID, acme);
        PushResult result = sync().push(stored);
        assertEquals(Optional.of("1"), result.enrichedLead().text("open_opportunities"));
        assertEquals(2, org.calls().count());
    }

    private void opportunity(String stage) {
        org.add("Opportunity", "Name", "Deal", "AccountId", acme, "StageName", stage, "CloseDate", "2026-12-31");
    }

    @Test
    void theLatestCampaignCostsOneMoreCall() {
        RecordId ada = addLead();
        join("Spring", ada);
        join("Autumn", ada);
        PushResult result = sync().push(Lead.of(ADA).with("score", 1));
        assertEquals(Optional.of("Autumn"), result.enrichedLead().text("latest_campaign"));
        assertEquals(3, org.calls().count());
    }

    private void join(String campaign, RecordId lead) {
        org.clock().advance(Duration.ofDays(1));
        org.add("CampaignMember", "CampaignId", org.add("Campaign", "Name", campaign), "LeadId", lead);
    }

    @Test
    void bothEnrichersShareTheFurtherCallAndSoDoTwoHundredLeads() {
        opportunity("Prospecting");
        for (int i = 0; i < 100; i++) {
            join("Campaign " + i, org.add("Lead", "LastName", "L", "Company", "Acme", "Email", email(i)));
        }
        SalesforceSync sync = sync();
        PushBatch batch = sync.pushAll(IntStream.range(0, 200)
                .mapToObj(i -> Lead.of(email(i)).with("company", "Acme").with("score", i + 1))
                .toList());
        assertEquals(3, org.calls().count());
        Lead enriched = batch.results().get(42).enrichedLead();
        assertEquals(Optional.of("Campaign 42"), enriched.text("latest_campaign"));
        assertEquals(Optional.of("1"), enriched.text("open_opportunities"));
        assertEquals(100, batch.count(Outcome.CREATED));
    }

    private static String email(int i) {
        return "person" + i + "@example.com";
    }

    @Test
    void theNoteIsAppendedOnceHoweverOftenItIsPushed() {
        RecordId ada = addLead("Description", "Called.");
        SalesforceSync sync = sync(withoutEnrichers());
        sync.push(Lead.of(ADA).with("note", "Asked for a price."));
        assertEquals(2, org.calls().count());
        sync.push(Lead.of(ADA).with("note", "Asked for a price."));
        assertEquals(3, org.calls().count());
        assertEquals("Called.\n2026-11-23: Asked for a price.", org.record(ada).text("Description"));
    }

    @Test
    void theScoreRisesAndNeverFalls() {
        RecordId ada = addLead("Score__c", 50);
        SalesforceSync sync = sync();
        sync.push(Lead.of(ADA).with("score", 40));
        assertEquals("50", score(ada));
        sync.push(Lead.of(ADA).with("score", 60));
        assertEquals("60", score(ada));
    }

    // region test the guard
    @Test
    void aScoreThatRoseAfterItWasReadIsNotLowered() {
        RecordId ada = addLead("Score__c", 5);
        SalesforceSync sync = sync(withoutEnrichers());
        org.clock().advance(Duration.ofMinutes(1));
        org.lateCommit(Duration.ofSeconds(3), () -> org.update(ada, "Score__c", 9));
        org.next(Call.query()).isSlow(Duration.ofSeconds(4));
        sync.push(Lead.of(ADA).with("score", 7));
        assertEquals("9", score(ada));
    }
    // endregion

    private String score(RecordId lead) {
        return String.valueOf(org.record(lead).text("Score__c")).replace(".0", "");
    }

    @Test
    void aRuleThatThrowsCostsItsOwnFieldOnly() {
        RecordId ada = addLead();
        PushResult result = sync().push(Lead.of(ADA).with("score", "very high").with("note", "Called."));
        assertEquals("2026-11-23: Called.", org.record(ada).text("Description"));
        assertEquals("Score__c", result.lead().fieldsLeftOut().get(0).field());
        assertTrue(result.lead().fieldsLeftOut().get(0).reason().is(ReasonCode.RULE_FAILED));
    }

    @Test
    void aMatcherThatCannotLookCostsNoMatchButNothingIsCreated() {
        FakeOrg without = FakeOrg.create();
        without.add("Lead", "LastName", "L", "Company", "C", "Email", ADA);
        SalesforceSync sync = Salesforce.over(without.transport())
                .withClock(without.clock())
                .connect(without.url(), AccessToken.of(without.token()))
                .sync(HostSettings.inCode());
        PushResult known =
                sync.push(Lead.of(ADA).with("customer_number", "C-17").with("note", "Called."));
        PushResult fresh = sync.push(Lead.of("new@example.com").with("customer_number", "C-18"));
        assertEquals(Outcome.UPDATED, known.lead().outcome());
        assertTrue(fresh.lead().reason().is(ReasonCode.MATCHER_FAILED), fresh::explain);
        assertEquals(1, without.records("Lead").size());
    }
}
