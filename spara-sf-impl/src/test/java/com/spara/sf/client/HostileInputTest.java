package com.spara.sf.client;

import static com.spara.sf.sync.Outcome.CREATED;
import static com.spara.sf.sync.Outcome.SKIPPED;
import static com.spara.sf.sync.Outcome.UNCHANGED;
import static com.spara.sf.sync.Outcome.UPDATED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.Conversation;
import com.spara.sf.Conversation.Message;
import com.spara.sf.Lead;
import com.spara.sf.LeadField;
import com.spara.sf.ReasonCode;
import com.spara.sf.RecordId;
import com.spara.sf.settings.FieldMapping;
import com.spara.sf.settings.PushRule;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.sync.PushBatch;
import com.spara.sf.sync.PushResult;
import com.spara.sf.testkit.FakeField;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input of every kind: a clear outcome, nothing lost, nothing leaked. */
class HostileInputTest extends OnFakeOrg {

    @Test
    void aLeadWithNothingToMatchBySaysSo() {
        PushResult result = push(Lead.empty().with("company", "Acme"));
        assertEquals(SKIPPED, result.lead().outcome());
        assertEquals(ReasonCode.NOTHING_TO_MATCH_BY, result.lead().reason().code());
        assertEquals(0, org.calls().count());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "o'brien@example.com",
                "o\\'brien@example.com",
                "a+b%c@example.com",
                "100%@example.com",
                "under_score@example.com",
                "grüße@exämple.com",
                "日本@example.com",
                "x'OR'1'='1@example.com",
                "a&b=c#d@example.com",
                "\"quoted\"@example.com"
            })
    void anAddressIsOnlyEverAnAddress(String email) {
        RecordId other = addLead("other@example.com");
        PushResult first = push(Lead.of(email).with("phone", "1"));
        assertEquals(null, org.record(other).text("Phone"));
        if (first.lead().outcome() == CREATED) {
            assertEquals(UNCHANGED, push(Lead.of(email)).lead().outcome());
        }
        assertTrue(org.records("Lead").size() <= 2);
    }

    @Test
    void anAddressThatSalesforceCannotStoreMakesNoRecord() {
        String longOne = "x".repeat(488) + "@example.com";
        PushResult result = push(Lead.of(longOne));
        assertEquals(ReasonCode.NOTHING_TO_MATCH_BY, result.lead().reason().code());
        assertTrue(org.records("Lead").isEmpty());
        assertEquals(0, org.calls().count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"@{x.id}", "@{leads.records[0].Email}", "@{", "a @{b} c @{d.e} f"})
    void peoplesTextIsNeverAReference(String text) {
        addLead("secret@example.com");
        push(Lead.of("warm@example.com"));
        org.calls().clear();
        PushResult result = push(ada.with("last_name", text).with("company", text));
        assertEquals(CREATED, result.lead().outcome());
        RecordId id = result.lead().id().orElseThrow();
        assertEquals(text, org.record(id).text("Company"));
        assertEquals(
                UNCHANGED,
                push(ada.with("last_name", text).with("company", text)).lead().outcome());
    }

    @Test
    void aReferenceInTheKeyOfAMatcherIsNotResolvedEither() {
        PushResult result = push(Lead.of("x@{leads.id}.example").with("last_name", "L"));
        assertTrue(result.explain().length() > 0);
        assertTrue(
                org.calls().all().stream().noneMatch(call -> call.responseBody().contains("PROCESSING_HALTED")));
    }

    @Test
    void aReferenceInOneRowOfABatchHarmsNoOther() {
        List<Lead> leads = IntStream.range(0, 50)
                .mapToObj(i -> Lead.of("p" + i + "@example.com").with("last_name", i == 25 ? "@{r.id}" : "L" + i))
                .toList();
        PushBatch batch = sync(both).pushAll(leads);
        assertEquals(100, batch.count(CREATED));
        assertEquals(
                "@{r.id}",
                org.record(batch.results().get(25).lead().id().orElseThrow()).text("LastName"));
    }

    @Test
    void tenThousandAndOneLeadsGoBatchAfterBatch() {
        List<Lead> leads = IntStream.range(0, 10_001)
                .mapToObj(i -> Lead.of("p" + i + "@example.com").with("last_name", "L" + i))
                .toList();
        PushBatch batch = sync(both.contacts(PushRule.off())).pushAll(leads);
        assertEquals(10_001, batch.count("Lead", CREATED));
        assertEquals(10_001, org.records("Lead").size());
        assertEquals(2 * 51, org.calls().count());
        assertEquals(leads, batch.results().stream().map(PushResult::input).toList());
    }

    @Test
    void aMillionCharactersOfConversationKeepTheirNewestMessages() {
        org.addField("Lead", FakeField.longText("Chat_Transcript__c", 131_072));
        SyncSettings settings =
                both.leads(PushRule.updateExisting().createWhenNoMatch().map("conversation", "Chat_Transcript__c"));
        Conversation thread = Conversation.of(IntStream.range(0, 10_000)
                .mapToObj(i -> Message.of(Instant.EPOCH.plusSeconds(i), "Ada", "x".repeat(100) + i)
                        .via("Chat"))
                .toList());
        PushResult result = sync(settings).push(ada.with(thread));
        String stored = org.only("Lead").text("Chat_Transcript__c");
        assertTrue(stored.startsWith("[earlier messages left out]") && stored.endsWith("9999"));
        assertTrue(
                result.lead().fieldsWritten().stream().anyMatch(f -> f.reason().is(ReasonCode.CONVERSATION_CUT)));
        assertEquals(UNCHANGED, sync(settings).push(ada.with(thread)).lead().outcome());
    }

    @Test
    void nullsEverywhereAreAbsentFields() {
        Lead lead = Lead.of(null);
        for (String key : LeadField.storedBySync()) {
            lead = lead.with(key, null);
        }
        assertEquals(ReasonCode.NOTHING_TO_MATCH_BY, push(lead).lead().reason().code());
    }

    @Test
    void aRuleThatThrowsLeavesItsOwnFieldOutOnly() {
        SyncSettings settings = both.leads(PushRule.updateExisting()
                .createWhenNoMatch()
                .map("last_name", "LastName")
                .map(FieldMapping.of("phone", "Phone").by(com.spara.sf.spi.WriteRule.named("broken", field -> {
                    throw new IllegalStateException(field.hostText());
                }))));
        PushResult result = sync(settings).push(ada.with("phone", "4711"));
        assertEquals(CREATED, result.lead().outcome());
        assertEquals(
                ReasonCode.RULE_FAILED,
                result.lead().fieldsLeftOut().get(0).reason().code());
        assertTrue(!result.lead().fieldsLeftOut().get(0).reason().text().contains("4711"));
    }

    @Test
    void aListenerThatThrowsLosesNoResult() {
        PushBatch batch = sync(both).pushAll(List.of(ada, Lead.of("grace@example.com")), result -> {
            throw new IllegalStateException("bar is full");
        });
        assertEquals(4, batch.count(CREATED));
        assertEquals(Optional.of("bar is full"), batch.listenerFailure().map(Throwable::getMessage));
    }

    @Test
    void controlCharactersAndLoneSurrogatesHarmNobody() {
        for (String text : List.of("a\u0000b", "tab\tnew\nline", "\uD800", "\uDC00x", "\u202Eevil", "a\u007Fb")) {
            PushResult result = push(Lead.of(ADA).with("last_name", text).with("phone", "1"));
            assertTrue(
                    List.of(CREATED, UPDATED, UNCHANGED).contains(result.lead().outcome()), result.explain());
        }
        assertEquals(1, org.records("Lead").size());
    }
}
