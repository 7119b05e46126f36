package com.spara.sf.client;

import static com.spara.sf.LeadField.SALESFORCE_ACCOUNT_ID;
import static com.spara.sf.LeadField.SALESFORCE_ACCOUNT_NAME;
import static com.spara.sf.LeadField.SALESFORCE_ACCOUNT_OWNER_EMAIL;
import static com.spara.sf.LeadField.SALESFORCE_ACCOUNT_OWNER_ID;
import static com.spara.sf.LeadField.SALESFORCE_ACCOUNT_OWNER_NAME;
import static com.spara.sf.LeadField.SALESFORCE_ACCOUNT_WEBSITE;
import static com.spara.sf.LeadField.SALESFORCE_ASSIGNED_SALES_REP_EMAIL;
import static com.spara.sf.LeadField.SALESFORCE_ASSIGNED_SALES_REP_ID;
import static com.spara.sf.LeadField.SALESFORCE_ASSIGNED_SALES_REP_NAME;
import static com.spara.sf.LeadField.SALESFORCE_CONTACT_ID;
import static com.spara.sf.LeadField.SALESFORCE_LEAD_ID;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.Lead;
import com.spara.sf.LeadField;
import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import com.spara.sf.RecordId;
import com.spara.sf.settings.FieldMapping;
import com.spara.sf.settings.Matching;
import com.spara.sf.settings.PushRule;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.spi.Enricher;
import com.spara.sf.spi.Lookup;
import com.spara.sf.spi.Matcher;
import com.spara.sf.sync.EnrichResult;
import com.spara.sf.sync.Outcome;
import com.spara.sf.sync.PushResult;
import com.spara.sf.sync.SalesforceSync;
import com.spara.sf.testkit.FakeField;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Rows 8 and 9 of the contract: what the host needs to personalise and route. */
class AccountAndOwnerTest extends OnFakeOrg {

    private final RecordId grace = org.user("Grace Hopper", "grace@seller.example");
    private final RecordId alan = org.user("Alan Turing", "alan@seller.example");

    private RecordId account(String name, RecordId owner) {
        return org.add("Account", "Name", name, "Website", "https://" + name + ".example", "OwnerId", owner);
    }

    @Nested
    @DisplayName("Row 8: Account data, in the contract's order")
    class AccountData {

        @Test
        void firstTheAccountOfAConvertedLead() {
            RecordId converted = org.convert(addLead(ADA)).accountId();
            org.update(converted, "Name", "Converted", "Website", "https://Converted.example", "OwnerId", grace);
            later();
            org.add("Contact", "LastName", "L", "Email", ADA, "AccountId", account("Newer", alan));
            account("Acme", alan);
            EnrichResult result = sync(both).enrich(ada);
            assertAccount(result.enrichedLead(), converted, "Converted", grace, "Grace Hopper");
            assertNoted(result, ReasonCode.ACCOUNT_OF_CONVERTED_LEAD);
        }

        @Test
        void thenTheAccountOfTheMostRecentlyCreatedContact() {
            org.add("Contact", "LastName", "L", "Email", ADA, "AccountId", account("Old", alan));
            later();
            RecordId newer = account("Newer", grace);
            org.add("Contact", "LastName", "L", "Email", "ADA@example.com", "AccountId", newer);
            account("Acme", alan);
            EnrichResult result = sync(both).enrich(ada);
            assertAccount(result.enrichedLead(), newer, "Newer", grace, "Grace Hopper");
            assertNoted(result, ReasonCode.ACCOUNT_OF_CONTACT);
        }

        @Test
        void aContactWithoutAnAccountDoesNotEndTheSearch() {
            RecordId old = account("Old", alan);
            org.add("Contact", "LastName", "L", "Email", ADA, "AccountId", old);
            later();
            addContact(ADA);
            assertEquals(Optional.of(old), sync(both).enrich(ada).enrichedLead().id(SALESFORCE_ACCOUNT_ID));
        }

        @Test
        void thenTheAccountThatBearsTheCompanysNameAndOfSeveralTheNewest() {
            RecordId older = account("ACME", alan);
            later();
            RecordId newer = account("acme", grace);
            EnrichResult result = sync(both).enrich(ada);
            assertEquals(Optional.of(newer), result.enrichedLead().id(SALESFORCE_ACCOUNT_ID));
            assertEquals(
                    List.of(newer, older),
                    note(result, ReasonCode.ACCOUNT_OF_COMPANY).ids());
        }

        @Test
        void byDomainOnlyWhenAskedForAndNeverForFreeMail() {
            RecordId account = org.add("Account", "Name", "Other", "Website", "http://www.example.com/");
            org.add("Account", "Name", "Mail", "Website", "gmail.com");
            Lead lead = Lead.of(ADA);
            SyncSettings byDomain = both.enrich(Enricher.ACCOUNT_BY_DOMAIN);
            assertTrue(sync(both)
                    .enrich(lead)
                    .enrichedLead()
                    .id(SALESFORCE_ACCOUNT_ID)
                    .isEmpty());
            assertEquals(
                    Optional.of(account),
                    sync(byDomain).enrich(lead).enrichedLead().id(SALESFORCE_ACCOUNT_ID));
            Lead free = Lead.of("ada@gmail.com");
            assertTrue(sync(byDomain)
                    .enrich(free)
                    .enrichedLead()
                    .id(SALESFORCE_ACCOUNT_ID)
                    .isEmpty());
        }

        private void assertAccount(Lead lead, RecordId id, String name, RecordId owner, String ownerName) {
            assertEquals(Optional.of(id), lead.id(SALESFORCE_ACCOUNT_ID));
            assertEquals(Optional.of(name), lead.text(SALESFORCE_ACCOUNT_NAME));
            assertEquals(Optional.of("https://" + name + ".example"), lead.text(SALESFORCE_ACCOUNT_WEBSITE));
            assertEquals(Optional.of(owner), lead.id(SALESFORCE_ACCOUNT_OWNER_ID));
            assertEquals(Optional.of(ownerName), lead.text(SALESFORCE_ACCOUNT_OWNER_NAME));
            assertEquals(Optional.of("grace@seller.example"), lead.text(SALESFORCE_ACCOUNT_OWNER_EMAIL));
        }
    }

    @Nested
    @DisplayName("Row 9: owner data, when the owner is an active user")
    class OwnerData {

        private RecordId lead(RecordId owner) {
            return org.add("Lead", "LastName", "L", "Company", "C", "Email", ADA, "OwnerId", owner);
        }

        @Test
        void theOwnerOfTheMatchedRecordIsTheRep() {
            lead(grace);
            Lead enriched = sync(both).push(ada).enrichedLead();
            assertEquals(Optional.of(grace), enriched.id(SALESFORCE_ASSIGNED_SALES_REP_ID));
            assertEquals(Optional.of("Grace Hopper"), enriched.text(SALESFORCE_ASSIGNED_SALES_REP_NAME));
            assertEquals(Optional.of("grace@seller.example"), enriched.text(SALESFORCE_ASSIGNED_SALES_REP_EMAIL));
        }

        @Test
        void ofTheRecordMatchedByLeadIdElseByContactIdElseOfTheContact() {
            RecordId lead = lead(grace);
            RecordId contact = org.add("Contact", "LastName", "L", "Email", ADA, "OwnerId", alan);
            assertEquals(grace, rep(ada.with(SALESFORCE_LEAD_ID, lead)));
            assertEquals(alan, rep(ada.with(SALESFORCE_CONTACT_ID, contact)));
            assertEquals(alan, rep(ada));
        }

        @Test
        void ofTheContactThatAConvertedLeadLeadsTo() {
            RecordId contact = org.convert(lead(grace)).contactId();
            org.update(contact, "OwnerId", alan, "Email", "elsewhere@example.com");
            assertEquals(alan, rep(ada));
        }

        @Test
        void aQueueIsNobodyAndTheResultSaysSo() {
            lead(org.queue("Inbound leads"));
            EnrichResult result = sync(both).enrich(ada);
            assertTrue(
                    result.enrichedLead().id(SALESFORCE_ASSIGNED_SALES_REP_ID).isEmpty());
            assertNoted(result, ReasonCode.OWNER_IS_QUEUE);
        }

        @Test
        void anInactiveOwnerIsNobodyAndTheResultSaysSo() {
            lead(grace);
            org.deactivate(grace);
            EnrichResult result = sync(both).enrich(ada);
            assertTrue(
                    result.enrichedLead().id(SALESFORCE_ASSIGNED_SALES_REP_ID).isEmpty());
            assertNoted(result, ReasonCode.OWNER_INACTIVE);
        }

        @Test
        void theOwnerOfARecordThatThisPushMadeIsReadBackInTheSameCall() {
            org.assignmentRule("Lead", record -> grace);
            org.calls().clear();
            assertEquals(Optional.of(grace), push(ada).enrichedLead().id(SALESFORCE_ASSIGNED_SALES_REP_ID));
            assertEquals(2, org.calls().count());
        }

        @Test
        void alsoForTwoHundred() {
            org.assignmentRule("Lead", record -> grace);
            List<Lead> leads = IntStream.range(0, 200)
                    .mapToObj(i -> Lead.of("p" + i + "@example.com"))
                    .toList();
            org.calls().clear();
            assertTrue(sync(both).pushAll(leads).results().stream()
                    .allMatch(r -> r.enrichedLead()
                            .id(SALESFORCE_ASSIGNED_SALES_REP_ID)
                            .equals(Optional.of(grace))));
            assertEquals(2, org.calls().count());
        }

        private RecordId rep(Lead lead) {
            return sync(both)
                    .enrich(lead)
                    .enrichedLead()
                    .id(SALESFORCE_ASSIGNED_SALES_REP_ID)
                    .orElseThrow();
        }
    }

    @Nested
    @DisplayName("A stored Account or owner value no longer holds")
    class StoredValues {

        private final Lead stored =
                ada.with(SALESFORCE_ACCOUNT_NAME, "Gone").with(SALESFORCE_ASSIGNED_SALES_REP_NAME, "Old");

        @Test
        void itIsClearedWhenSalesforcePositivelyHasNone() {
            EnrichResult result = sync(both).enrich(stored);
            assertEquals(Optional.empty(), result.enrichedLead().text(SALESFORCE_ACCOUNT_NAME));
            assertEquals(Optional.empty(), result.enrichedLead().text(SALESFORCE_ASSIGNED_SALES_REP_NAME));
            assertEquals(
                    "[salesforce_account_name, salesforce_assigned_sales_rep_name]",
                    result.changes().toString());
        }

        @Test
        void itIsKeptWhenNothingCouldBeLookedUp() {
            Lead unknown = stored.with("email", null).with("company", null);
            assertEquals(
                    Optional.of("Gone"),
                    sync(both).enrich(unknown).enrichedLead().text(SALESFORCE_ACCOUNT_NAME));
        }
    }

    @Test
    void theAccountThatWasFoundLinksANewContactInTheVerySamePush() {
        RecordId acme = account("Acme", grace);
        SyncSettings settings = both.contacts(PushRule.updateExisting()
                .createWhenNoMatch()
                .map("last_name", "LastName")
                .map(FieldMapping.of(SALESFORCE_ACCOUNT_ID, "AccountId").onCreateOnly()));
        PushResult result = sync(settings).push(ada);
        assertEquals(
                acme.value(), org.record(result.contact().id().orElseThrow()).text("AccountId"));
        assertEquals(2, org.calls().count());
    }

    @Test
    void bothPushRulesOffStillReadAccountAndOwner() {
        RecordId acme = account("Acme", grace);
        PushResult result =
                sync(both.leads(PushRule.off()).contacts(PushRule.off())).push(ada);
        assertEquals(Optional.of(acme), result.enrichedLead().id(SALESFORCE_ACCOUNT_ID));
        assertTrue(result.changes().toString().contains(LeadField.SALESFORCE_ACCOUNT_OWNER_NAME));
    }

    @Test
    void twoHundredLeadsWithFiveMatchersAndThreeEnrichersCostTwoCalls() {
        Matching matching = Matching.standard();
        for (int i = 1; i <= 5; i++) {
            org.addField("Lead", FakeField.text("Key" + i + "__c", 20).externalId());
            org.addField("Contact", FakeField.text("Key" + i + "__c", 20).externalId());
            matching = matching.last(Matcher.byField("key" + i, "Key" + i + "__c"));
        }
        Enricher rating = Enricher.named(
                "rating",
                (lead, found) -> Optional.of(Lookup.matched("Lead").select("Rating")),
                (lead, answer) -> lead.with(
                        "rating", answer.first().flatMap(r -> r.text("Rating")).orElse(null)));
        SalesforceSync sync = sync(both.matching(matching).enrich(rating));
        sync.push(Lead.of("warm@example.com").with("company", "Acme"));
        List<Lead> leads =
                IntStream.range(0, 200).mapToObj(AccountAndOwnerTest::withKeys).toList();
        org.calls().clear();
        sync.pushAll(leads);
        assertEquals(2, org.calls().count());
    }

    private static Lead withKeys(int i) {
        Lead lead = Lead.of("p" + i + "@example.com").with("company", "Company " + i);
        for (int key = 1; key <= 5; key++) {
            lead = lead.with("key" + key, "k" + key + "-" + i);
        }
        return lead;
    }

    @Test
    void aDependentRoundCostsOneCallForTheWholeBatch() {
        RecordId acme = account("Acme", grace);
        org.add(
                "Opportunity",
                "Name",
                "Deal",
                "AccountId",
                acme,
                "StageName",
                "Prospecting",
                "CloseDate",
                "2026-12-31");
        Enricher openDeals = Enricher.named(
                "open deals",
                (lead, found) -> lead.id(SALESFORCE_ACCOUNT_ID)
                        .map(account -> Lookup.in("Opportunity")
                                .where("AccountId", account)
                                .where("IsClosed", false)
                                .count()),
                (lead, answer) -> lead.with("open_opportunities", answer.count()));
        SalesforceSync sync = sync(both.enrich(openDeals));
        sync.push(Lead.of("warm@example.com").with("company", "Acme"));
        List<Lead> leads = IntStream.range(0, 200)
                .mapToObj(i -> Lead.of("p" + i + "@example.com").with("company", "Acme"))
                .toList();
        org.calls().clear();
        List<PushResult> results = sync.pushAll(leads).results();
        assertEquals(Optional.of("1"), results.get(7).enrichedLead().text("open_opportunities"));
        assertEquals(3, org.calls().count());
    }

    @Test
    void anEnricherThatFailsCostsItsOwnValuesOnly() {
        Enricher broken = Enricher.named(
                "broken",
                (lead, found) -> {
                    throw new IllegalStateException("secret");
                },
                (lead, answer) -> lead);
        Enricher unknown = Enricher.named(
                "unknown",
                (lead, found) -> Optional.of(Lookup.in("Contact").where("Nope__c", "x")),
                (lead, answer) -> lead.with("never", true));
        addLead(ADA);
        PushResult result = sync(both.enrich(broken).enrich(unknown)).push(ada.with("phone", "1"));
        assertEquals(Outcome.UPDATED, result.lead().outcome());
        assertTrue(result.notes().stream().anyMatch(n -> n.is(ReasonCode.ENRICHER_FAILED)));
        assertTrue(result.notes().stream().anyMatch(n -> n.text().contains("'unknown'")));
        assertTrue(result.enrichedLead().value("never").isEmpty());
    }

    private static void assertNoted(EnrichResult result, String code) {
        assertTrue(
                result.notes().stream().anyMatch(note -> note.is(code)),
                result.notes().toString());
    }

    private static Reason note(EnrichResult result, String code) {
        return result.notes().stream().filter(note -> note.is(code)).findFirst().orElseThrow();
    }
}
