package com.spara.sf.client;

import static com.spara.sf.sync.Outcome.CREATED;
import static com.spara.sf.sync.Outcome.UPDATED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.Lead;
import com.spara.sf.ReasonCode;
import com.spara.sf.connect.AccessToken;
import com.spara.sf.settings.PushRule;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.spi.Transport;
import com.spara.sf.sync.PushBatch;
import com.spara.sf.sync.PushOptions;
import com.spara.sf.sync.PushPlan;
import com.spara.sf.sync.PushResult;
import com.spara.sf.sync.SalesforceSync;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Pushes of people who are in a round of bulk jobs at the moment, from other threads of the same process. */
class BulkPushNeighboursTest extends OnFakeOrg {

    private static final int MANY = 300;

    private final SyncSettings leadsOnly = both.contacts(PushRule.off());
    private final SalesforceSync sync = sync(leadsOnly);
    private final List<Lead> leads =
            IntStream.range(0, MANY).mapToObj(BulkPushNeighboursTest::lead).toList();

    private static Lead lead(int number) {
        return Lead.of("p" + number + "@example.com")
                .with("last_name", "Person " + number)
                .with("company", "Acme");
    }

    /** What another thread gets while the jobs are there, and have no data yet. */
    private <T> T meanwhile(Supplier<T> work) {
        AtomicReference<T> result = new AtomicReference<>();
        PushBatch round = sync.pushAll(
                leads,
                PushOptions.standard()
                        .byBulk()
                        .onBulkJobs(handle ->
                                result.set(CompletableFuture.supplyAsync(work).join())));
        assertEquals(MANY, round.count("Lead", CREATED));
        return result.get();
    }

    @Test
    void aPersonOfTheRoundIsRefusedAtOnce() {
        PushResult result = meanwhile(() -> sync.push(lead(7).with("last_name", "Newer")));
        assertEquals(ReasonCode.IN_BULK_PUSH, result.lead().reason().code());
        assertTrue(result.isNeverSent());
        assertEquals(0, result.apiCalls());
        assertEquals(MANY, org.records("Lead").size());
    }

    @Test
    void theSamePushIsGoodWhenTheRoundIsOver() {
        PushResult refused = meanwhile(() -> sync.push(lead(7).with("last_name", "Newer")));
        PushResult result = sync.push(refused.input());
        assertEquals(UPDATED, result.lead().outcome());
        assertEquals("Newer", org.record(result.lead().id().orElseThrow()).text("LastName"));
        assertEquals(MANY, org.records("Lead").size());
    }

    @Test
    void theOthersOfTheBatchArePushed() {
        List<Lead> mixed =
                List.of(lead(1_000), lead(7), lead(1_001), Lead.of("").with("last_name", "Nobody"), lead(8));
        PushBatch batch = meanwhile(() -> sync.pushAll(mixed));
        assertEquals(List.of(lead(7), lead(8)), batch.neverSent());
        assertEquals(2, batch.count("Lead", CREATED));
        assertEquals(mixed, batch.results().stream().map(PushResult::input).toList());
        assertFalse(batch.stoppedBy().isPresent());
        assertEquals(MANY + 2, org.records("Lead").size());
    }

    @Test
    void whoMayBeThePersonOfTheRoundIsNotPushedBeforeIt() {
        String id = addLead("p7@example.com").value();
        Lead older = lead(7).with("salesforce_lead_id", id);
        Lead newer = Lead.empty().with("salesforce_lead_id", id).with("last_name", "Newer");
        PushBatch batch = sync.pushAll(leads.subList(0, 7));
        assertEquals(7, batch.count("Lead", CREATED));
        AtomicReference<PushBatch> others = new AtomicReference<>();
        sync.pushAll(
                IntStream.range(7, 300).mapToObj(BulkPushNeighboursTest::lead).toList(),
                PushOptions.standard()
                        .byBulk()
                        .onBulkJobs(handle ->
                                others.set(CompletableFuture.supplyAsync(() -> sync.pushAll(List.of(newer, older)))
                                        .join())));
        assertEquals(List.of(newer, older), others.get().neverSent());
    }

    @Test
    void aPlanOfThePersonIsCarriedOutLater() {
        PushPlan plan = sync.plan(lead(7));
        PushResult refused = meanwhile(() -> sync.push(plan));
        assertEquals(ReasonCode.IN_BULK_PUSH, refused.lead().reason().code());
        assertEquals(MANY, org.records("Lead").size());
    }

    @Test
    void anotherBulkPushGoesOnWithoutThePersonsOfTheRound() {
        List<Lead> overlapping =
                IntStream.range(200, 600).mapToObj(BulkPushNeighboursTest::lead).toList();
        PushBatch batch =
                meanwhile(() -> sync.pushAll(overlapping, PushOptions.standard().byBulk()));
        assertEquals(100, batch.neverSent().size());
        assertEquals(300, batch.count("Lead", CREATED));
        assertEquals(600, org.records("Lead").size());
    }

    @Test
    void whoWaitsForARoundIsRefusedAsSoonAsItHasJobs() {
        CompletableFuture<PushResult> other = new CompletableFuture<>();
        SalesforceSync shared = withOtherPushAtFirstRead(other);
        PushBatch many = shared.pushAll(leads, PushOptions.standard().byBulk());
        assertEquals(MANY, many.count("Lead", CREATED));
        assertEquals(ReasonCode.IN_BULK_PUSH, other.join().lead().reason().code());
        assertTrue(other.join().isNeverSent());
    }

    @Test
    void aRoundWithoutJobsIsWaitedFor() {
        CompletableFuture<PushResult> other = new CompletableFuture<>();
        SalesforceSync shared = withOtherPushAtFirstRead(other);
        PushBatch few =
                shared.pushAll(leads.subList(0, 50), PushOptions.standard().byBulk());
        assertEquals(50, few.count("Lead", CREATED));
        assertEquals(UPDATED, other.join().lead().outcome());
        assertEquals(50, org.records("Lead").size());
    }

    /** Another thread pushes the person, and waits, before the first read of a push is answered. */
    private SalesforceSync withOtherPushAtFirstRead(CompletableFuture<PushResult> other) {
        AtomicReference<SalesforceSync> shared = new AtomicReference<>();
        AtomicBoolean isBegun = new AtomicBoolean();
        Transport wire = (request, deadline) -> {
            if (request.uri().getPath().endsWith("/composite") && isBegun.compareAndSet(false, true)) {
                beginAndWait(() -> other.complete(shared.get().push(lead(7).with("last_name", "Newer"))));
            }
            return org.transport().send(request, deadline);
        };
        shared.set(Salesforce.over(wire)
                .withClock(org.clock())
                .withSleeper(time -> org.clock().advance(time))
                .connect(org.url(), AccessToken.of(org.token()))
                .sync(leadsOnly));
        return shared.get();
    }

    private static void beginAndWait(Runnable work) {
        Thread thread = new Thread(work);
        thread.start();
        while (thread.isAlive() && thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
    }
}
