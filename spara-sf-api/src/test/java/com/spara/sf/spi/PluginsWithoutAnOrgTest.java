package com.spara.sf.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.spara.sf.Lead;
import com.spara.sf.LeadField;
import com.spara.sf.ReasonCode;
import com.spara.sf.RecordId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A plug-in's test needs no org: give it a lead and found records, look at what it returns. */
class PluginsWithoutAnOrgTest {

    private static final RecordId ACCOUNT = RecordId.of("001D000000IRFma");

    @Test
    void aMatcherSaysWhatToLookFor() {
        Matcher byPhone = Matcher.named(
                "phone",
                (lead, object) -> lead.text("phone").map(p -> Lookup.in(object).where("Phone", p)).stream()
                        .toList());
        assertEquals(
                List.of(Lookup.in("Contact").where("Phone", "1")),
                byPhone.lookups(Lead.empty().with("phone", "1"), "Contact"));
        assertEquals(List.of(), byPhone.lookups(Lead.empty(), "Contact"));
    }

    @Test
    void theEmailMatcherAsksInLowerCaseWithoutWhiteSpace() {
        assertEquals(
                List.of(Lookup.in("Lead").where("Email", "ada@example.com")),
                Matcher.EMAIL.lookups(Lead.of(" Ada@Example.com "), "Lead"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "no address", "a b@example.com", "@example.com"})
    void theEmailMatcherAsksNothingForWhatSalesforceCannotStore(String email) {
        assertEquals(List.of(), Matcher.EMAIL.lookups(Lead.of(email), "Lead"));
        assertEquals(List.of(), Matcher.EMAIL.lookups(Lead.of("x".repeat(80) + "@example.com"), "Lead"));
    }

    @Test
    void theIdMatchersAskForTheirOwnObjectOnly() {
        Lead lead = Lead.empty().with(LeadField.SALESFORCE_LEAD_ID, "00Q000000000001");
        assertEquals(1, Matcher.LEAD_ID.lookups(lead, "Lead").size());
        assertEquals(0, Matcher.LEAD_ID.lookups(lead, "Contact").size());
        Lead wrong = Lead.empty().with(LeadField.SALESFORCE_LEAD_ID, ACCOUNT);
        assertEquals(0, Matcher.LEAD_ID.lookups(wrong, "Lead").size());
    }

    @Test
    void anEnricherTurnsAnAnswerIntoFields() {
        Enricher openDeals = Enricher.named(
                "open deals",
                (lead, found) -> lead.id("salesforce_account_id")
                        .map(account -> Lookup.in("Opportunity")
                                .where("AccountId", account)
                                .where("IsClosed", false)
                                .count()),
                (lead, answer) -> lead.with("open_opportunities", answer.count()));
        Lead lead = Lead.empty().with("salesforce_account_id", ACCOUNT);
        Lookup asked = openDeals.lookups(lead, Found.nothing()).get(0);
        Lead enriched = openDeals
                .enrich(lead, Found.nothing().withAnswer(asked, Answer.ofCount(3)))
                .lead();
        assertEquals(Optional.of(new BigDecimal(3)), enriched.value("open_opportunities"));
        assertEquals(lead, openDeals.enrich(lead, Found.nothing()).lead());
    }

    static Stream<Arguments> builtInRules() {
        FieldToWrite create = FieldToWrite.onCreate("Lead", "Phone");
        FieldToWrite update = FieldToWrite.onUpdate("Lead", "Phone");
        return Stream.of(
                arguments(WriteRule.OVERWRITE, create.given("1"), "write"),
                arguments(WriteRule.OVERWRITE, update.holding("0").given("1"), "write"),
                arguments(WriteRule.OVERWRITE, update.holding("0").given(null), "clear"),
                arguments(WriteRule.ONLY_IF_EMPTY, create.given("1"), "write"),
                arguments(WriteRule.ONLY_IF_EMPTY, update.given("1"), "write"),
                arguments(WriteRule.ONLY_IF_EMPTY, update.holding(" ").given("1"), "write"),
                arguments(WriteRule.ONLY_IF_EMPTY, update.holding("0").given("1"), "leave: NOT_EMPTY"),
                arguments(WriteRule.ONLY_IF_EMPTY, update.holding(false).given(true), "leave: NOT_EMPTY"),
                arguments(
                        WriteRule.ONLY_IF_EMPTY, update.holding(BigDecimal.ZERO).given(1), "leave: NOT_EMPTY"),
                arguments(WriteRule.ON_CREATE_ONLY, create.given("1"), "write"),
                arguments(WriteRule.ON_CREATE_ONLY, update.given("1"), "leave: ON_CREATE_ONLY"));
    }

    @ParameterizedTest
    @MethodSource("builtInRules")
    void theBuiltInRulesDecideAsTheContractSays(WriteRule rule, FieldToWrite field, String decision) {
        assertEquals(decision, rule.decide(field).toString());
    }

    @Test
    void onlyIfEmptyAsksForTheGuardOnUpdate() {
        assertTrue(WriteRule.ONLY_IF_EMPTY
                .decide(FieldToWrite.onUpdate("Lead", "Phone").given("1"))
                .isGuarded());
    }

    @Test
    void aRuleOfOnesOwnSeesOldAndNewValueAndTheDay() {
        WriteRule appendDated = WriteRule.named(
                "append dated",
                field -> field.salesforceText().contains(field.hostText())
                        ? Write.leave("already there")
                        : Write.value(field.salesforceText() + "\n" + field.today() + ": " + field.hostText())
                                .ifUnchanged());
        FieldToWrite field = FieldToWrite.onUpdate("Lead", "Description")
                .holding("old")
                .given("new")
                .on(LocalDate.of(2026, 11, 23));
        assertEquals(
                Optional.of("old\n2026-11-23: new"), appendDated.decide(field).value());
        assertTrue(
                appendDated.decide(field.given("old")).leaving().orElseThrow().is(ReasonCode.LEFT_BY_RULE));
    }

    @Test
    void aRecordReadsTypesAndParents() {
        SalesforceRecord record = SalesforceRecord.of("Contact", RecordId.of("003D000000QV9n2"))
                .with("CreatedDate", "2026-05-01T07:25:37.000+0000")
                .with("Birthdate", "1815-12-10")
                .with("Account", SalesforceRecord.of("Account", ACCOUNT).with("Name", "Acme"));
        assertEquals(
                "2026-05-01T07:25:37Z", record.time("createddate").orElseThrow().toString());
        assertEquals(LocalDate.of(1815, 12, 10), record.date("Birthdate").orElseThrow());
        assertEquals(Optional.of("Acme"), record.text("Account.Name"));
        assertEquals(Optional.empty(), record.text("Owner.Name"));
        assertEquals("Contact 003D000000QV9n2IAD", record.toString());
    }

    @Test
    void theOwnerEnricherNeedsNoOrgEither() {
        SalesforceRecord lead = SalesforceRecord.of("Lead", RecordId.of("00Q000000000001"));
        SalesforceRecord owner = SalesforceRecord.of("User", RecordId.of("005000000000001"))
                .with("Name", "Grace Hopper")
                .with("IsActive", true);
        Found found = Found.afterRead().withMatch(lead, "e-mail");
        for (Lookup asked : Enricher.OWNER.lookups(Lead.empty(), found)) {
            found = found.withAnswer(
                    asked, asked.object().equals("Lead") ? Answer.of(List.of(owner)) : Answer.nothing());
        }
        Lead enriched = Enricher.OWNER.enrich(Lead.empty(), found).lead();
        assertEquals(Optional.of("Grace Hopper"), enriched.text(LeadField.SALESFORCE_ASSIGNED_SALES_REP_NAME));
    }
}
