package com.spara.sf.client;

import static com.spara.sf.sync.Outcome.CREATED;
import static com.spara.sf.sync.Outcome.FAILED;
import static com.spara.sf.sync.Outcome.UNCHANGED;
import static com.spara.sf.sync.Outcome.UPDATED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.Conversation;
import com.spara.sf.Conversation.Message;
import com.spara.sf.Lead;
import com.spara.sf.LeadField;
import com.spara.sf.OrgUnreachableException;
import com.spara.sf.ReasonCode;
import com.spara.sf.RecordId;
import com.spara.sf.connect.AccessToken;
import com.spara.sf.settings.FieldMapping;
import com.spara.sf.settings.Matching;
import com.spara.sf.settings.PushRule;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.spi.Enricher;
import com.spara.sf.spi.Lookup;
import com.spara.sf.spi.Matcher;
import com.spara.sf.spi.Transport;
import com.spara.sf.spi.Write;
import com.spara.sf.spi.WriteRule;
import com.spara.sf.sync.PushBatch;
import com.spara.sf.sync.PushPlan;
import com.spara.sf.sync.PushResult;
import com.spara.sf.sync.RecordResult;
import com.spara.sf.sync.SalesforceSync;
import com.spara.sf.testkit.Call;
import com.spara.sf.testkit.FakeField;
import com.spara.sf.testkit.FakeOrg;
import com.spara.sf.testkit.Trigger;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Faults that were found once, each with the test that would have caught it. */
class TrapsTest extends OnFakeOrg {

    private final SyncSettings leadsOnly = both.contacts(PushRule.off());

    @Test
    void aSharedPhoneDoesNotMakeTwoPeopleOne() {
        RecordId boss = org.add("Lead", "LastName", "Boss", "Company", "Acme", "Email", "boss@example.com");
        SyncSettings settings = leadsOnly.matching(Matching.standard().last(Matcher.byField("phone", "Phone")));
        Lead bossLead = Lead.of("boss@example.com").with("phone", "1");
        Lead clerk = Lead.of("clerk@example.com").with("phone", "1").with("last_name", "Clerk");
        PushBatch batch = sync(settings).pushAll(List.of(bossLead, clerk));
        assertEquals(CREATED, batch.results().get(1).lead().outcome());
        assertEquals("Boss", org.record(boss).text("LastName"));
        assertEquals("boss@example.com", org.record(boss).text("Email"));
    }

    @Test
    void externalIdsThatDifferInCaseOnlyAreDifferentPeople() {
        org.addField("Lead", FakeField.text("No__c", 10).externalId().unique().caseSensitive());
        RecordId lower = org.add("Lead", "LastName", "X", "Company", "C", "No__c", "abc");
        RecordId upper = org.add("Lead", "LastName", "Y", "Company", "C", "No__c", "ABC");
        SyncSettings settings = leadsOnly.matching(Matching.by(Matcher.byField("Lead", "no", "No__c")));
        PushBatch batch = sync(settings)
                .pushAll(List.of(Lead.empty().with("no", "abc"), Lead.empty().with("no", "ABC")));
        assertEquals(Optional.of(lower), batch.results().get(0).lead().id());
        assertEquals(Optional.of(upper), batch.results().get(1).lead().id());
    }

    @Test
    void aConvertedLeadWhoseContactCannotBeReadMakesNoSecondContact() {
        RecordId contact = org.convert(addLead(ADA)).contactId();
        org.update(contact, "Email", "elsewhere@example.com");
        org.rights().seesOnly("Contact", record -> false);
        PushResult result = push(ada);
        assertEquals(FAILED, result.contact().outcome());
        assertEquals(ReasonCode.MATCHER_FAILED, result.contact().reason().code());
        assertEquals(1, org.records("Contact").size());
    }

    @Test
    void aLeadThatCouldNotBeLookedUpMakesNoContactEither() {
        push(Lead.of("warm@example.com"));
        int contacts = org.records("Contact").size();
        org.rights().noAccessTo("Lead");
        assertEquals(FAILED, push(ada).contact().outcome());
        assertEquals(contacts, org.records("Contact").size());
    }

    @Test
    void aReturningPersonWithAnOpenLeadGetsNoNewOne() {
        RecordId converted = addLead("old@example.com");
        org.convert(converted);
        RecordId open = addLead(ADA);
        PushResult result =
                sync(both.newLeadForReturningPerson()).push(ada.with(LeadField.SALESFORCE_LEAD_ID, converted));
        assertEquals(Optional.of(open), result.lead().id());
        assertEquals(2, org.records("Lead").size());
    }

    @Test
    void aPlanOfAnotherOrgIsRefused() {
        FakeOrg other = FakeOrg.create("other");
        PushPlan plan = sync(both).plan(ada);
        PushResult result = Salesforce.over(other.transport())
                .connect(other.url(), AccessToken.of(other.token()))
                .sync(both)
                .push(plan);
        assertEquals(ReasonCode.PLAN_FOREIGN, result.lead().reason().code());
        assertTrue(other.records("Lead").isEmpty());
    }

    @Test
    void aPlanThatWasNeverSentCanBePushedAgain() {
        SalesforceSync sync = sync(both);
        PushPlan plan = sync.plan(ada);
        org.next(Call.any()).isNeverSent().times(3);
        assertThrows(OrgUnreachableException.class, () -> sync.push(plan));
        assertEquals(CREATED, sync.push(plan).lead().outcome());
    }

    @Test
    void aBlankValueOfTheLaterLeadWipesNothing() {
        Lead first = ada.with("phone", "123");
        Lead second = Lead.of(ADA).with("phone", " ").with("company", "");
        sync(both).pushAll(List.of(first, second));
        assertEquals("123", org.only("Lead").text("Phone"));
        assertEquals("Acme", org.only("Lead").text("Company"));
    }

    @Test
    void aRuleThatGivesABlankValueClearsNothing() {
        RecordId id = org.add("Lead", "LastName", "L", "Company", "C", "Email", ADA, "Phone", "555");
        WriteRule digits =
                WriteRule.named("digits", f -> Write.value(f.hostText().replaceAll("[^0-9]", "")));
        SyncSettings settings = leadsOnly.leads(
                PushRule.updateExisting().map(FieldMapping.of("phone", "Phone").by(digits)));
        assertEquals(
                UNCHANGED,
                sync(settings).push(Lead.of(ADA).with("phone", "n/a")).lead().outcome());
        assertEquals("555", org.record(id).text("Phone"));
    }

    @Test
    void aTextOfWhichNothingFitsClearsNothing() {
        org.addField("Lead", FakeField.text("Tiny__c", 3));
        RecordId id = org.add("Lead", "LastName", "L", "Company", "C", "Email", ADA, "Tiny__c", "abc");
        SyncSettings settings = leadsOnly.leads(
                PushRule.updateExisting().map(FieldMapping.of("tiny", "Tiny__c").cutToFit()));
        String family = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67";
        RecordResult lead =
                sync(settings).push(Lead.of(ADA).with("tiny", family)).lead();
        assertEquals("Tiny__c", lead.fieldsLeftOut().get(0).field());
        assertEquals("abc", org.record(id).text("Tiny__c"));
    }

    @Test
    void aNullAmongTheLeadsIsRefusedBeforeAnythingIsPushed() {
        List<Lead> leads = Arrays.asList(ada, null);
        String message = assertThrows(
                        NullPointerException.class, () -> sync(both).pushAll(leads))
                .getMessage();
        assertTrue(message.contains("nothing was pushed"), message);
        assertTrue(org.records("Lead").isEmpty());
    }

    @Test
    void aTransportThatThrowsSomethingElseLosesNoResult() {
        push(Lead.of("warm@example.com"));
        AtomicInteger calls = new AtomicInteger();
        Transport broken = (request, deadline) -> {
            if (calls.incrementAndGet() >= 3) {
                throw new IllegalStateException("secret");
            }
            return org.transport().send(request, deadline);
        };
        List<Lead> leads = IntStream.range(0, 300)
                .mapToObj(i -> Lead.of("p" + i + "@example.com"))
                .toList();
        PushBatch batch = Salesforce.over(broken)
                .withSleeper(time -> {})
                .connect(org.url(), AccessToken.of(org.token()))
                .sync(leadsOnly)
                .pushAll(leads);
        assertEquals(300, batch.results().size());
        assertEquals(200, batch.count("Lead", CREATED));
        assertEquals(100, batch.neverSent().size());
    }

    @Test
    @SuppressWarnings("NullAway") // that is the point
    void aRuleThatDecidesNothingSpoilsItsOwnFieldOnly() {
        WriteRule mute = WriteRule.named("mute", field -> null);
        SyncSettings settings = leadsOnly.leads(PushRule.updateExisting()
                .createWhenNoMatch()
                .map(FieldMapping.of("phone", "Phone").by(mute)));
        RecordResult lead = sync(settings).push(ada.with("phone", "1")).lead();
        assertEquals(CREATED, lead.outcome());
        assertEquals(
                ReasonCode.RULE_FAILED, lead.fieldsLeftOut().get(0).reason().code());
    }

    @Test
    void aNumberOfAMillionDigitsCostsNoTime() {
        org.addField("Lead", FakeField.number("Score__c", 8, 2));
        SyncSettings settings =
                leadsOnly.leads(PushRule.updateExisting().createWhenNoMatch().map("score", "Score__c"));
        assertThrows(IllegalArgumentException.class, () -> ada.with("score", new BigDecimal("1e-999999999")));
        for (String huge : List.of("1e-30000000", "1e30000000", "1e-999999999")) {
            assertTimeoutPreemptively(
                    Duration.ofSeconds(5), () -> sync(settings).push(ada.with("score", huge)));
        }
        assertNull(org.only("Lead").value("Score__c"));
    }

    @Test
    void aThreadOfManyShortMessagesCostsLittleTime() {
        Conversation thread = Conversation.of(IntStream.range(0, 60_000)
                .mapToObj(i -> Message.of(Instant.EPOCH.plusSeconds(i * 60L), "Ada", "ok")
                        .via("Chat"))
                .toList());
        assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> assertTrue(thread.newest(131_072).length() > 130_000));
    }

    @Test
    void theMatchIsTheSameWhetherDescribesAreKnownOrNot() {
        RecordId byEmail = addLead(ADA);
        org.add("Lead", "LastName", "P", "Company", "C", "Phone", "4711");
        SyncSettings settings =
                leadsOnly.matching(Matching.standard().before(Matcher.EMAIL, Matcher.byField("phone", "Phone")));
        SalesforceSync sync = sync(settings);
        for (int i = 0; i < 2; i++) {
            assertEquals(
                    Optional.of(byEmail),
                    sync.push(ada.with("phone", "4711")).lead().id());
        }
    }

    @Test
    void aMatcherThatFailedIsSaidEvenWhenNothingElseCouldBeAsked() {
        Matcher broken = Matcher.named("broken", (lead, object) -> {
            throw new IllegalStateException();
        });
        SyncSettings settings = leadsOnly.matching(Matching.standard().last(broken));
        RecordResult lead =
                sync(settings).push(Lead.empty().with("last_name", "L")).lead();
        assertEquals(FAILED, lead.outcome());
        assertEquals(ReasonCode.MATCHER_FAILED, lead.reason().code());
    }

    @Test
    void aPluginThatReturnsNullIsSaidToHaveReturnedIt() {
        SyncSettings settings = leadsOnly.leads(PushRule.updateExisting()
                .createWhenNoMatch()
                .map(FieldMapping.of("company", "Title").by(WriteRule.named("none", field -> nothing()))));
        RecordResult lead = sync(settings).push(ada).lead();
        assertTrue(lead.fieldsLeftOut().get(0).reason().text().endsWith("returned null instead of a Write."));
        Matcher matcher = Matcher.named("none", (given, object) -> nothing());
        RecordResult matched =
                sync(leadsOnly.matching(Matching.by(matcher))).push(ada).lead();
        assertTrue(matched.warnings().get(0).text().contains("returned null"), matched.toString());
    }

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
    private static <T> T nothing() {
        return null;
    }

    @Test
    void aMatcherThatFailedIsSaidEvenWhenCreatingIsOff() {
        Matcher broken = Matcher.named("broken", (lead, object) -> {
            throw new IllegalStateException();
        });
        SyncSettings settings =
                SyncSettings.standard().matching(Matching.standard().last(broken));
        RecordResult lead = sync(settings).push(ada).lead();
        assertTrue(lead.warnings().stream().anyMatch(w -> w.is(ReasonCode.MATCHER_FAILED)));
    }

    @Test
    void anEnricherMayAskForMoreOnceItSawAnAnswer() {
        RecordId parent = org.add("Account", "Name", "Parent");
        org.add("Account", "Name", "Acme", "ParentId", parent);
        Lookup acme = Lookup.in("Account").where("Name", "Acme").select("ParentId");
        Enricher parentName = Enricher.named(
                "parent",
                (lead, found) -> found.answer(acme)
                        .flatMap(answer -> answer.first())
                        .flatMap(account -> account.id("ParentId"))
                        .map(id -> Lookup.in("Account").where("Id", id).select("Name"))
                        .or(() -> Optional.of(acme)),
                (lead, answer) -> lead.with(
                        "found", answer.first().flatMap(r -> r.text("Name")).orElse(null)));
        assertEquals(
                Optional.of("Parent"),
                sync(both.enrich(parentName)).enrich(ada).enrichedLead().text("found"));
    }

    @Test
    void aBrokenTriggerDoesNotEatTheAllowance() {
        org.rules("Lead").trigger("Npe", Trigger.When.BEFORE_INSERT, records -> {
            throw new IllegalStateException("npe");
        });
        List<Lead> leads = IntStream.range(0, 200)
                .mapToObj(i -> Lead.of("p" + i + "@example.com"))
                .toList();
        PushBatch batch = sync(leadsOnly).pushAll(leads);
        assertEquals(200, batch.count("Lead", FAILED));
        assertTrue(batch.apiCalls() <= 2 + 2 + 4 + 8, "" + batch.apiCalls());
    }

    @Test
    void aRequiredFieldThatAValidationRuleNamesIsNotLeftOut() {
        org.rules("Lead").validation(record -> record.text("LastName") != null, "No such name", "LastName");
        RecordResult lead = push(ada).lead();
        assertEquals(FAILED, lead.outcome());
        assertEquals(Optional.of("No such name"), lead.reason().salesforceWords());
    }

    @Test
    void aWarningAboutOneLeadIsNotTheOthers() {
        RecordId deleted = addLead("old@example.com");
        org.delete(deleted);
        addLead(ADA);
        PushBatch batch = sync(leadsOnly)
                .pushAll(List.of(ada.with(LeadField.SALESFORCE_LEAD_ID, deleted), ada.with("phone", "1")));
        assertEquals(UPDATED, batch.results().get(1).lead().outcome());
        assertTrue(batch.results().get(0).lead().warnings().stream().anyMatch(w -> w.is(ReasonCode.STALE_ID)));
        assertTrue(batch.results().get(1).lead().warnings().stream().noneMatch(w -> w.is(ReasonCode.STALE_ID)));
    }

    @Test
    void theCallsOfAPlanAreThoseThatItCosts() {
        SalesforceSync sync = sync(both);
        PushPlan plan = sync.plan(ada.with("last_name", "@{x.id}").with("company", "Acme"));
        org.calls().clear();
        sync.push(plan);
        assertEquals(plan.apiCalls(), org.calls().count());
    }

    @Test
    void aFieldThatBecameVisibleIsReadBeforeItIsTakenForEmpty() {
        RecordId id = org.add("Lead", "LastName", "L", "Company", "C", "Email", ADA, "Phone", "ADMIN");
        SyncSettings settings = leadsOnly.leads(
                PushRule.updateExisting().map(FieldMapping.of("phone", "Phone").onlyIfEmpty()));
        org.rights().hides("Lead", "Phone");
        SalesforceSync sync = sync(settings);
        sync.push(ada.with("phone", "HOST"));
        org.rights().all();
        org.clock().advance(Duration.ofMinutes(61));
        sync.push(ada.with("phone", "HOST"));
        assertEquals("ADMIN", org.record(id).text("Phone"));
    }

    @Test
    void anOwnerIsNotForgottenBecauseTheLeadCouldNotBeRead() {
        RecordId id = addLead(ADA);
        addContact(ADA);
        org.rights().noAccessTo("Lead");
        Lead stored =
                ada.with(LeadField.SALESFORCE_LEAD_ID, id).with(LeadField.SALESFORCE_ASSIGNED_SALES_REP_NAME, "Grace");
        Lead enriched = sync(both).enrich(stored).enrichedLead();
        assertEquals(Optional.of("Grace"), enriched.text(LeadField.SALESFORCE_ASSIGNED_SALES_REP_NAME));
    }

    @Test
    void anOwnerIsNotForgottenBecauseThereIsNothingToMatchBy() {
        Lead stored = Lead.empty().with("company", "Acme").with(LeadField.SALESFORCE_ASSIGNED_SALES_REP_NAME, "Grace");
        Lead enriched = sync(both).enrich(stored).enrichedLead();
        assertEquals(Optional.of("Grace"), enriched.text(LeadField.SALESFORCE_ASSIGNED_SALES_REP_NAME));
    }

    @Test
    void anAccountOfLowerRankDoesNotWinBecauseContactsCouldNotBeRead() {
        org.add("Account", "Name", "Acme");
        org.rights().noAccessTo("Contact");
        Lead stored = ada.with(LeadField.SALESFORCE_ACCOUNT_NAME, "Of the Contact");
        Lead enriched = sync(both).enrich(stored).enrichedLead();
        assertEquals(Optional.of("Of the Contact"), enriched.text(LeadField.SALESFORCE_ACCOUNT_NAME));
    }

    @Test
    void anAccountHiddenBySharingIsNotNoAccount() {
        org.convert(addLead(ADA));
        org.rights().seesOnly("Account", record -> false);
        Lead stored = ada.with(LeadField.SALESFORCE_ACCOUNT_NAME, "Stored");
        Lead enriched = sync(both).enrich(stored).enrichedLead();
        assertEquals(Optional.of("Stored"), enriched.text(LeadField.SALESFORCE_ACCOUNT_NAME));
    }

    @Test
    void withoutADescribeBlankClearsNothingAndTheSameIsNotWritten() {
        RecordId id = org.add("Lead", "LastName", "Lovelace", "Company", "Acme", "Email", ADA, "Phone", "ADMIN");
        org.rights().cannotDescribe("Lead");
        RecordResult lead =
                sync(leadsOnly).push(ada.with("phone", List.of(" "))).lead();
        assertEquals(UNCHANGED, lead.outcome());
        assertEquals("ADMIN", org.record(id).text("Phone"));
    }
}
