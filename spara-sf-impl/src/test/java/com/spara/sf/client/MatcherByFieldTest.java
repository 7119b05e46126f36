package com.spara.sf.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.Lead;
import com.spara.sf.LeadField;
import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import com.spara.sf.RecordId;
import com.spara.sf.settings.Matching;
import com.spara.sf.settings.PushRule;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.spi.Lookup;
import com.spara.sf.spi.Matcher;
import com.spara.sf.sync.Outcome;
import com.spara.sf.sync.PushBatch;
import com.spara.sf.sync.PushResult;
import com.spara.sf.testkit.FakeField;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Salesforce refuses a value of another type than its field's, and with it whatever else the query asks. */
class MatcherByFieldTest extends OnFakeOrg {

    private static final Matcher BY_NUMBER = Matcher.byField("Lead", "number", "No__c");

    private static final Matcher OF_WRONG_TYPE = Matcher.named(
            "wrong",
            (lead, object) ->
                    lead.text("number").map(text -> Lookup.in(object).where("Code__c", new BigDecimal(text))).stream()
                            .toList());

    private final RecordId grace = org.user("Grace Hopper", "grace@seller.example");
    private final SyncSettings leadsOnly = both.contacts(PushRule.off());

    @BeforeEach
    void addFields() {
        org.addField("Lead", FakeField.number("No__c", 12, 0).externalId());
        org.addField("Lead", FakeField.text("Code__c", 20).externalId());
    }

    private SyncSettings by(Matcher matcher) {
        return leadsOnly.matching(Matching.standard().last(matcher));
    }

    private static Stream<Arguments> typedFields() {
        return Stream.of(
                Arguments.of(FakeField.number("X__c", 10, 2), new BigDecimal("17"), "17.00"),
                Arguments.of(FakeField.number("X__c", 10, 2).externalId(), new BigDecimal("17.50"), "17.5"),
                Arguments.of(FakeField.checkbox("X__c"), true, "TRUE"),
                Arguments.of(FakeField.date("X__c"), "2026-02-03", LocalDate.of(2026, 2, 3)),
                Arguments.of(FakeField.dateTime("X__c"), "2026-02-03T04:05:06Z", Instant.parse("2026-02-03T04:05:06Z")),
                Arguments.of(FakeField.text("X__c", 10), "17", new BigDecimal("17")));
    }

    @ParameterizedTest
    @MethodSource("typedFields")
    void theValueIsSentInTheTypeOfTheField(FakeField field, Object held, Object given) {
        org.addField("Lead", field);
        RecordId known = org.add("Lead", "LastName", "Known", "Company", "Acme", "X__c", held);
        PushResult result = sync(by(Matcher.byField("Lead", "x", "X__c"))).push(ada.with("x", given));
        assertEquals(Optional.of(known), result.lead().id(), result.explain());
        assertEquals("Lead.X__c", result.lead().match().orElseThrow().matcher());
    }

    @ParameterizedTest
    @ValueSource(strings = {"seventeen", "1e3", "NaN", "1234567890123456789", "17'"})
    void aTextThatIsNoNumberFindsNothing(String text) {
        org.add("Lead", "LastName", "Known", "Company", "Acme", "No__c", 17);
        PushResult result = sync(by(BY_NUMBER)).push(ada.with("number", text));
        assertEquals(Outcome.CREATED, result.lead().outcome(), result.explain());
    }

    @Test
    void onlyTheFirstPushOfAnOrgCostsOneMoreCall() {
        sync(by(BY_NUMBER)).push(ada.with("number", 17));
        assertEquals(3, org.calls().count());
        org.calls().clear();
        sync(by(BY_NUMBER)).push(Lead.of("b@example.com").with("number", 18));
        assertEquals(2, org.calls().count());
    }

    @Test
    void aReferenceIsFoundByItsIdOnly() {
        RecordId known = org.add("Lead", "LastName", "Known", "Company", "Acme", "OwnerId", grace);
        SyncSettings settings = by(Matcher.byField("Lead", "owner", "OwnerId"));
        PushResult found = sync(settings).push(ada.with("owner", grace.value().substring(0, 15)));
        assertEquals(Optional.of(known), found.lead().id(), found.explain());
        PushResult none = sync(settings).push(Lead.of("b@example.com").with("owner", "Grace"));
        assertEquals(Outcome.CREATED, none.lead().outcome(), none.explain());
    }

    @Test
    void aMatcherThatIsRefusedCostsItsOwnLeadOnly() {
        addLead(ADA);
        org.update(org.only("Lead").id(), "OwnerId", grace);
        Lead other = Lead.of("other@example.com").with("number", "5");
        for (int push = 0; push < 2; push++) {
            PushBatch batch = sync(by(OF_WRONG_TYPE)).pushAll(List.of(ada, other));
            PushResult neighbour = batch.results().get(0);
            assertEquals(
                    Optional.of("grace@seller.example"),
                    neighbour.enrichedLead().text(LeadField.SALESFORCE_ASSIGNED_SALES_REP_EMAIL));
            assertTrue(neighbour.notes().stream().noneMatch(note -> note.is(ReasonCode.LOOKUP_REFUSED)));
            assertEquals(
                    ReasonCode.MATCHER_FAILED,
                    batch.results().get(1).lead().reason().code());
        }
    }

    @Test
    void theReasonNamesTheFieldAndTheCodeAndNoValue() {
        List<Reason> warnings =
                sync(by(OF_WRONG_TYPE)).push(ada.with("number", "4711")).lead().warnings();
        assertEquals(
                "The matcher 'wrong' could not look by Code__c: Salesforce refused to look up Lead with HTTP 400."
                        + " (INVALID_FIELD)",
                warnings.get(0).text());
    }
}
