package com.spara.sf.client;

import static com.spara.sf.sync.Outcome.CREATED;
import static com.spara.sf.sync.Outcome.UPDATED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.Conversation;
import com.spara.sf.Conversation.Message;
import com.spara.sf.Lead;
import com.spara.sf.LeadField;
import com.spara.sf.RecordId;
import com.spara.sf.connect.AccessToken;
import com.spara.sf.settings.Matching;
import com.spara.sf.settings.PushRule;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.spi.Matcher;
import com.spara.sf.sync.PushBatch;
import com.spara.sf.sync.SalesforceSync;
import com.spara.sf.testkit.FakeField;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a push costs, counted by the fake org's ledger. */
class ApiCallsTest extends OnFakeOrg {

    @Test
    void theFirstPushOfAnOrgCostsTwo() {
        push(ada);
        assertEquals(2, org.calls().count());
    }

    @Test
    void allHandlesOfOneOrgShareItsDescribes() {
        Salesforce salesforce = Salesforce.over(org.transport()).withClock(org.clock());
        for (int i = 0; i < 3; i++) {
            salesforce
                    .connect(org.url(), AccessToken.of(org.token()))
                    .sync(both)
                    .push(Lead.of("p" + i + "@example.com"));
        }
        long describes = org.calls().all().stream()
                .flatMap(call -> call.subrequests().stream())
                .filter(part -> part.toString().contains("/describe"))
                .count();
        assertEquals(3, describes);
    }

    @Test
    void oneLeadWithWarmDescribesCostsTwo() {
        push(Lead.of("warm@example.com"));
        org.calls().clear();
        push(ada);
        assertEquals(2, org.calls().count());
    }

    @Test
    void theSameLeadAgainCostsOne() {
        push(ada);
        org.calls().clear();
        push(ada);
        assertEquals(1, org.calls().count());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 11, 199, 200, 201, 1_000})
    void manyLeadsCostTwoPerTwoHundred(int n) {
        org.addField("Lead", FakeField.longText("Chat_Transcript__c", 32_000));
        SalesforceSync sync = sync(both.leads(PushRule.updateExisting()
                .createWhenNoMatch()
                .map("last_name", "LastName")
                .map("company", "Company")
                .map("phone", "Phone")
                .map("conversation", "Chat_Transcript__c")));
        sync.push(Lead.of("warm@example.com"));
        org.calls().clear();
        PushBatch batch = sync.pushAll(newAndKnown(n));
        assertEquals(2 * ((n + 199) / 200), org.calls().count());
        assertEquals(org.calls().count(), batch.apiCalls());
        assertEquals(2L * (n / 2), batch.count(UPDATED));
        assertEquals(2L * (n - n / 2), batch.count(CREATED));
    }

    private List<Lead> newAndKnown(int n) {
        Conversation thread =
                Conversation.of(Message.of(Instant.EPOCH, "Ada", "Hello").via("Chat"));
        List<Lead> leads = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            String email = "person" + i + "@example.com";
            if (i < n / 2) {
                addLead(email);
                addContact(email);
            }
            leads.add(Lead.of(email)
                    .with("last_name", "L" + i)
                    .with("phone", "" + i)
                    .with(thread));
        }
        return leads;
    }

    @Test
    void matchersByIndexedFieldsCostNothing() {
        Matching matching = Matching.standard();
        for (int i = 1; i <= 5; i++) {
            org.addField("Lead", FakeField.text("Key" + i + "__c", 20).externalId());
            org.addField("Contact", FakeField.text("Key" + i + "__c", 20).externalId());
            matching = matching.last(Matcher.byField("key" + i, "Key" + i + "__c"));
        }
        SyncSettings settings = both.matching(matching);
        Lead lead = IntStream.rangeClosed(1, 5)
                .boxed()
                .reduce(ada, (known, i) -> known.with("key" + i, "k" + i), (a, b) -> a);
        sync(settings).push(lead);
        assertEquals(2, org.calls().count());
        org.calls().clear();
        sync(settings).push(lead.with("email", "grace@example.com").with("key1", "other"));
        assertEquals(2, org.calls().count());
    }

    @Test
    void mergedIdsCostOneMoreForTheWholeBatch() {
        push(Lead.of("warm@example.com"));
        List<Lead> leads = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            RecordId loser = addLead("loser" + i + "@example.com");
            org.merge(addLead("winner" + i + "@example.com"), loser);
            leads.add(Lead.empty().with(LeadField.SALESFORCE_LEAD_ID, loser).with("phone", "" + i));
        }
        org.calls().clear();
        PushBatch batch = sync(both.contacts(PushRule.off())).pushAll(leads);
        assertEquals(20, batch.count(UPDATED));
        assertEquals(3, org.calls().count());
    }

    @Test
    void unindexedMatchersAskLateAndOnlyForLeadsThatNothingElseMatched() {
        SyncSettings settings = both.matching(Matching.standard().last(Matcher.byField("phone", "Phone")))
                .contacts(PushRule.off());
        addLead(ADA);
        RecordId byPhone = org.add("Lead", "LastName", "L", "Company", "C", "Phone", "4711");
        sync(settings).push(Lead.of("warm@example.com"));
        org.calls().clear();
        sync(settings).push(ada.with("phone", "1"));
        int known = org.calls().count();
        org.calls().clear();
        assertEquals(
                byPhone,
                sync(settings)
                        .push(Lead.of("new@example.com").with("phone", "4711"))
                        .lead()
                        .id()
                        .orElseThrow());
        assertEquals(2, known - noContactMatched());
        assertEquals(3, org.calls().count());
    }

    @Test
    void fiveUnindexedMatchersOnBothObjectsCostOneMore() {
        Matching matching = Matching.standard();
        Lead lead = ada;
        for (int i = 1; i <= 5; i++) {
            org.addField("Lead", FakeField.text("Plain" + i + "__c", 20));
            org.addField("Contact", FakeField.text("Plain" + i + "__c", 20));
            matching = matching.last(Matcher.byField("plain" + i, "Plain" + i + "__c"));
            lead = lead.with("plain" + i, "p" + i);
        }
        SyncSettings settings = both.matching(matching);
        sync(settings).push(Lead.of("warm@example.com"));
        org.calls().clear();
        sync(settings).push(lead);
        assertEquals(3, org.calls().count());
    }

    /** The Contact of the known lead is looked for by phone too, since nothing else matched one. */
    private static int noContactMatched() {
        return 1;
    }

    @Test
    void nothingToMatchByCostsNothing() {
        assertTrue(
                sync(both).pushAll(List.of(Lead.empty(), Lead.of("no address"))).apiCalls() == 0);
        assertEquals(0, org.calls().count());
    }

    @Test
    void noLeadsCostNothing() {
        assertEquals(0, sync(both).pushAll(List.of()).results().size());
        assertEquals(0, org.calls().count());
    }

    @Test
    void aPlanCostsTheReadAndPushingItTheWrite() {
        var sync = sync(both);
        var plan = sync.plan(ada);
        assertEquals(1, org.calls().count());
        sync.push(plan);
        assertEquals(2, org.calls().count());
    }
}
