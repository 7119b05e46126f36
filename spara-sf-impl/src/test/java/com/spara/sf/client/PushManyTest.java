package com.spara.sf.client;

import static com.spara.sf.sync.Outcome.CREATED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.Lead;
import com.spara.sf.LimitReachedException;
import com.spara.sf.ReasonCode;
import com.spara.sf.connect.AccessToken;
import com.spara.sf.connect.ApiUsage;
import com.spara.sf.connect.SalesforceListener;
import com.spara.sf.settings.Matching;
import com.spara.sf.settings.PushRule;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.spi.Matcher;
import com.spara.sf.spi.Transport;
import com.spara.sf.sync.PushBatch;
import com.spara.sf.sync.PushCost;
import com.spara.sf.sync.PushOptions;
import com.spara.sf.sync.PushProgress;
import com.spara.sf.sync.PushResult;
import com.spara.sf.sync.SalesforceSync;
import com.spara.sf.testkit.Call;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Thousands of leads: as a stream, side by side, within the day's calls. */
class PushManyTest extends OnFakeOrg {

    private final ExecutorService pool = Executors.newFixedThreadPool(8);
    private final PushOptions parallel = PushOptions.standard().inParallel(pool, 8);
    private final SyncSettings leadsOnly = both.contacts(PushRule.off());

    @AfterEach
    void end() {
        pool.shutdownNow();
    }

    private static Stream<Lead> leads(int count) {
        return IntStream.range(0, count).mapToObj(PushManyTest::lead);
    }

    private static Lead lead(int number) {
        return Lead.of("p" + number + "@example.com")
                .with("last_name", "Person " + number)
                .with("company", "Company " + number);
    }

    private static List<Lead> inputs(List<PushResult> results) {
        return results.stream().map(PushResult::input).toList();
    }

    private SalesforceSync over(Transport transport) {
        return Salesforce.over(transport)
                .connect(org.url(), AccessToken.of(org.token()))
                .sync(both);
    }

    @Nested
    @DisplayName("As a stream")
    class AsAStream {

        @Test
        void eachLeadHasOneResultInOrderForTwoCallsABatch() {
            List<PushResult> results =
                    sync(both).pushAll(leads(450), PushOptions.standard()).toList();
            assertEquals(leads(450).toList(), inputs(results));
            assertTrue(results.stream().allMatch(result -> result.has(CREATED)));
            assertEquals(3 * 2, org.calls().count());
        }

        @Test
        void nothingIsTakenBeforeTheFirstResultIsAskedForAndThenOneBatchOnly() {
            AtomicInteger taken = new AtomicInteger();
            Stream<PushResult> results =
                    sync(both).pushAll(leads(1_000).peek(lead -> taken.incrementAndGet()), PushOptions.standard());
            assertEquals(0, taken.get());
            results.iterator().next();
            assertEquals(200, taken.get());
        }

        @Test
        void sideBySideNoMoreLeadsAreTakenThanResultsAre() {
            AtomicInteger taken = new AtomicInteger();
            AtomicInteger given = new AtomicInteger();
            AtomicInteger most = new AtomicInteger();
            sync(both)
                    .pushAll(leads(4_500).peek(lead -> taken.incrementAndGet()), parallel)
                    .forEach(result -> most.accumulateAndGet(taken.get() - given.getAndIncrement(), Math::max));
            assertTrue(most.get() <= 17 * 200, most + " leads were held at once");
        }

        @Test
        void aSourceThatBreaksIsThrownAfterTheResultsOfTheLeadsBeforeIt() {
            Stream<Lead> broken = leads(300).peek(lead -> {
                if (lead.equals(lead(250))) {
                    throw new IllegalStateException("the host's database is down");
                }
            });
            List<PushResult> results = new ArrayList<>();
            Stream<PushResult> pushed = sync(both).pushAll(broken, PushOptions.standard());
            assertThrows(IllegalStateException.class, () -> pushed.forEach(results::add));
            assertEquals(leads(250).toList(), inputs(results));
            assertEquals(250, org.records("Lead").size());
        }

        @Test
        void aStreamThatIsClosedEarlyPushesNoFurtherBatch() {
            try (Stream<PushResult> results = sync(both).pushAll(leads(5_000), parallel)) {
                results.limit(1).forEach(result -> {});
            }
            int made = org.records("Lead").size();
            assertTrue(made >= 200 && made < 5_000 && made % 200 == 0, made + " were made");
        }

        @Test
        void aCollectionTakesTheSameOptions() {
            PushBatch batch = sync(both).pushAll(leads(1_000).toList(), parallel);
            assertEquals(1_000, batch.count("Lead", CREATED));
            assertEquals(leads(1_000).toList(), inputs(batch.results()));
            assertEquals(org.calls().count(), batch.apiCalls());
        }

        @Test
        void theProgressEndsWithAllDoneAndTheCallsThatWereMade() {
            List<PushProgress> told = new ArrayList<>();
            PushOptions options = parallel.expecting(1_000).onProgress(told::add);
            sync(both).pushAll(leads(1_000), options).forEach(result -> {});
            PushProgress last = told.get(told.size() - 1);
            assertEquals(5, told.size());
            assertEquals(1_000, last.done());
            assertEquals(1_000, last.total().orElseThrow());
            assertEquals(org.calls().count(), last.apiCalls());
            assertTrue(last.stoppedBy().isEmpty());
        }

        @Test
        void aProgressListenerThatThrowsIsNotCalledAgainAndHarmsNobody() {
            AtomicInteger calls = new AtomicInteger();
            PushOptions options = PushOptions.standard().onProgress(progress -> {
                calls.incrementAndGet();
                throw new IllegalStateException("the bar is gone");
            });
            assertEquals(600, sync(both).pushAll(leads(600), options).count());
            assertEquals(1, calls.get());
        }
    }

    @Nested
    @DisplayName("Side by side")
    class SideBySide {

        private final AtomicInteger inFlight = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();

        private Transport counted(Transport inner) {
            return (request, deadline) -> {
                most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
                try {
                    return inner.send(request, deadline);
                } finally {
                    inFlight.decrementAndGet();
                }
            };
        }

        @Test
        void itStartsWithTwoAtATime() {
            Phaser two = new Phaser(2);
            AtomicInteger requests = new AtomicInteger();
            Transport meeting = (request, deadline) -> {
                if (requests.incrementAndGet() <= 2) {
                    two.arriveAndAwaitAdvance();
                }
                return org.transport().send(request, deadline);
            };
            List<PushResult> results =
                    over(meeting).pushAll(leads(800), parallel).toList();
            assertEquals(leads(800).toList(), inputs(results));
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 3})
        void theCeilingHoldsHoweverFastTheOrgIs(int ceiling) {
            PushOptions options = PushOptions.standard().inParallel(pool, ceiling);
            over(counted(org.transport())).pushAll(leads(4_000), options).forEach(result -> {});
            assertTrue(most.get() <= ceiling, most + " at a time");
            assertEquals(4_000, org.records("Lead").size());
        }

        @Test
        void twoPushesOfOneOrgShareWhatTheOrgBears() {
            SalesforceSync sync = over(counted(org.transport()));
            org.next(Call.write()).exceedsConcurrentLimit();
            sync.pushAll(leads(200), parallel).forEach(result -> {});
            most.set(0);
            sync.pushAll(leads(400), parallel).forEach(result -> {});
            assertEquals(1, most.get());
        }

        @Test
        void oneLeadIsNeverInTwoRequestsAtOnceAndTheLaterOneWins() {
            Stream<Lead> again = Stream.concat(leads(400), leads(400).map(lead -> lead.with("phone", "later")));
            List<PushResult> results = sync(both).pushAll(again, parallel).toList();
            assertEquals(800, results.size());
            assertEquals(400, org.records("Lead").size());
            assertTrue(org.records("Lead").stream().allMatch(record -> "later".equals(record.text("Phone"))));
        }

        @Test
        void peopleOfOneAccountAreNeverInTwoBatchesAtOnce() {
            Set<String> together = ConcurrentHashMap.newKeySet();
            List<String> clashes = Collections.synchronizedList(new ArrayList<>());
            Transport watching = (request, deadline) -> {
                Set<String> accounts = accountsIn(request.openBody().readAllBytes());
                accounts.stream().filter(account -> !together.add(account)).forEach(clashes::add);
                try {
                    return org.transport().send(request, deadline);
                } finally {
                    together.removeAll(accounts);
                }
            };
            Stream<Lead> mixed = leads(3_000).map(lead -> lead.with("company", "Shared " + lead.hashCode() % 7));
            over(watching).pushAll(mixed, parallel).forEach(result -> {});
            assertEquals(List.of(), clashes);
            assertEquals(3_000, org.records("Lead").size());
        }

        private static Set<String> accountsIn(byte[] body) {
            String text = new String(body, StandardCharsets.UTF_8);
            Set<String> found = new HashSet<>();
            if (text.contains("\"records\"")) {
                IntStream.rangeClosed(-6, 6)
                        .mapToObj(i -> "Shared " + i)
                        .filter(name -> text.contains('"' + name + '"'))
                        .forEach(found::add);
            }
            return found;
        }

        @Test
        void aPushOnTheOnlyThreadOfItsExecutorDoesNotWaitForItself() throws Exception {
            ExecutorService one = Executors.newSingleThreadExecutor();
            PushOptions options = PushOptions.standard().inParallel(one, 4);
            SalesforceSync sync = sync(both);
            assertEquals(
                    1_000L,
                    one.submit(() -> sync.pushAll(leads(1_000), options).count())
                            .get(30, TimeUnit.SECONDS));
            one.shutdownNow();
        }

        @Test
        void anExecutorThatTakesNothingCostsTheSpeedAndNoLead() {
            PushOptions options = PushOptions.standard()
                    .inParallel(
                            task -> {
                                throw new RejectedExecutionException("full");
                            },
                            4);
            assertEquals(1_000, sync(both).pushAll(leads(1_000), options).count());
            assertEquals(1_000, org.records("Lead").size());
        }

        @Test
        void anInterruptEndsThePushAndEveryLeadIsAccountedFor() {
            List<PushResult> results = new ArrayList<>();
            sync(both).pushAll(leads(4_000), parallel).forEach(result -> {
                results.add(result);
                if (results.size() == 1) {
                    Thread.currentThread().interrupt();
                }
            });
            assertTrue(Thread.interrupted());
            long sent = results.stream().filter(result -> !result.isNeverSent()).count();
            assertEquals(4_000, results.size());
            assertEquals(org.records("Lead").size(), sent);
        }

        @Test
        void aFaultInOnePluginOfOneBatchHarmsNoOtherBatch() {
            Matcher broken = Matcher.named("broken", (lead, object) -> {
                throw new IllegalStateException(lead.text("last_name").orElse(""));
            });
            SyncSettings settings = both.matching(Matching.standard().last(broken));
            assertEquals(600, sync(settings).pushAll(leads(600), parallel).count());
        }
    }

    @Nested
    @DisplayName("Within the day's calls")
    class Budget {

        @Test
        void whatTheOrgHasUsedIsKnownWithoutAsking() {
            assertEquals(Optional.empty(), connection.usage());
            push(ada);
            int calls = org.calls().count();
            ApiUsage usage = connection.usage().orElseThrow();
            assertEquals(org.limits().callsUsed(), usage.used());
            assertEquals(org.limits().callsLeft(), usage.left());
            assertEquals(calls, org.calls().count());
        }

        @Test
        void theReserveIsNeverTouchedAndTheRestWasNeverSent() {
            org.limits().dailyCalls(100).callsUsed(80);
            List<PushProgress> told = new ArrayList<>();
            PushOptions options = PushOptions.standard().reserving(10).onProgress(told::add);
            List<PushResult> results = sync(both).pushAll(leads(2_000), options).toList();
            assertEquals(10, org.limits().callsLeft());
            assertEquals(1_000, results.stream().filter(PushResult::isNeverSent).count());
            assertEquals(leads(2_000).toList(), inputs(results));
            assertEquals(
                    ReasonCode.RESERVE_REACHED,
                    told.get(told.size() - 1).stoppedBy().orElseThrow().reason().code());
        }

        @Test
        void sideBySideTheReserveIsNotTouchedEither() {
            org.limits().dailyCalls(100).callsUsed(70);
            sync(both).pushAll(leads(200), parallel).forEach(result -> {});
            PushBatch batch = sync(both).pushAll(leads(4_000).toList(), parallel.reserving(9));
            assertTrue(org.limits().callsLeft() >= 9, org.limits().toString());
            assertTrue(batch.stoppedBy().orElseThrow() instanceof LimitReachedException);
        }

        @Test
        void theHostEndsAPushBetweenTwoBatches() {
            AtomicInteger asked = new AtomicInteger();
            PushOptions options = PushOptions.standard().stoppingWhen(() -> asked.incrementAndGet() > 2);
            PushBatch batch = sync(both).pushAll(leads(1_000).toList(), options);
            assertEquals(1_000, batch.results().size());
            assertEquals(lead(400), batch.neverSent().get(0));
            assertEquals(600, batch.neverSent().size());
            assertEquals(
                    ReasonCode.STOPPED, batch.stoppedBy().orElseThrow().reason().code());
        }

        @Test
        void anOutageEndsThePushAndTheRestIsStillAccountedFor() {
            org.next(Call.any()).after(2).isNeverSent().always();
            List<PushResult> results =
                    sync(both).pushAll(leads(1_000), PushOptions.standard()).toList();
            assertEquals(800, results.stream().filter(PushResult::isNeverSent).count());
        }

        @ParameterizedTest
        @ValueSource(longs = {0, 1, 200, 201, 2_000})
        void theCostIsSaidBeforehand(long leads) {
            PushCost cost = sync(both).cost(leads);
            sync(both).pushAll(leads((int) leads), PushOptions.standard()).forEach(result -> {});
            assertEquals(org.calls().count(), cost.apiCalls());
        }

        @Test
        void matchersOfTheHostMayCostAReadMoreForEachBatch() {
            Matcher byPhone = Matcher.byField("phone", "Phone");
            SyncSettings settings = both.matching(Matching.standard().last(byPhone));
            assertEquals(PushCost.of(2, 4, 2).orByBulk(35), sync(settings).cost(400));
        }

        @Test
        void nothingIsWrittenWhereBothRulesAreOff() {
            assertEquals(
                    1,
                    sync(SyncSettings.standard().leads(PushRule.off()).contacts(PushRule.off()))
                            .cost(200)
                            .apiCalls());
        }
    }

    @Nested
    @DisplayName("How many rows go together")
    class CollectionSizes {

        private void pushFresh(int from, int count) {
            PushBatch batch = sync(leadsOnly)
                    .pushAll(IntStream.range(from, from + count)
                            .mapToObj(PushManyTest::lead)
                            .toList());
            assertEquals(count, batch.count("Lead", CREATED));
        }

        @Test
        void collectionsBecomeLargerAgainAfterTenThatWentWell() {
            org.rules("Lead").cpuBudget(60);
            pushFresh(0, 200);
            org.rules("Lead").cpuBudget(1_000);
            pushFresh(1_000, 600);
            org.calls().clear();
            pushFresh(2_000, 200);
            assertEquals(1 + 2, org.calls().count());
        }

        @Test
        void oneOperationThatOverwhelmsDoesNotMakeTheOthersSmaller() {
            leads(200).forEach(lead -> addLead(lead.text("email").orElseThrow()));
            org.rules("Lead").cpuBudget(60);
            pushFresh(1_000, 200);
            org.rules("Lead").cpuBudget(1_000);
            org.calls().clear();
            sync(leadsOnly).pushAll(leads(200).toList());
            assertEquals(2, org.calls().count());
        }
    }

    @Nested
    @DisplayName("What goes wrong costs no result")
    class WhatGoesWrong {

        private final List<Runnable> queue = Collections.synchronizedList(new ArrayList<>());
        private final PushOptions queued = PushOptions.standard().inParallel(queue::add, 8);

        @Test
        void aListenerThatThrowsAnErrorDoesNotKeepThePushFromItsEnd() {
            SalesforceSync sync = Salesforce.over(org.transport())
                    .withListener(new SalesforceListener() {
                        @Override
                        public void pushed(String name, PushResult result) {
                            throw new AssertionError("a broken listener");
                        }
                    })
                    .connect(org.url(), AccessToken.of(org.token()))
                    .sync(both);
            assertEquals(600, sync.pushAll(leads(600), parallel).count());
        }

        @Test
        void aConditionThatThrowsEndsThePushAndEveryLeadHasItsResult() {
            AtomicInteger asked = new AtomicInteger();
            PushOptions options = PushOptions.standard().stoppingWhen(() -> {
                if (asked.incrementAndGet() > 2) {
                    throw new IllegalStateException("the host's flag is gone");
                }
                return false;
            });
            PushBatch batch = sync(both).pushAll(leads(1_000).toList(), options);
            assertEquals(1_000, batch.results().size());
            assertEquals(600, batch.neverSent().size());
            assertTrue(batch.stoppedBy().orElseThrow().reason().is(ReasonCode.UNEXPECTED));
        }

        @Test
        void anErrorInAPlugInCostsItsOwnBatchOnly() {
            Matcher broken = Matcher.named("broken", (lead, object) -> {
                if (lead.equals(lead(250))) {
                    throw new AssertionError("a broken matcher");
                }
                return List.of();
            });
            SyncSettings settings = both.matching(Matching.standard().last(broken));
            PushBatch batch = sync(settings).pushAll(leads(600).toList(), parallel);
            assertEquals(600, batch.results().size());
            assertEquals(400, batch.count("Lead", CREATED));
        }

        @Test
        void anExecutorThatFailsEndsThePushAndEveryLeadHasItsResult() {
            PushOptions options = PushOptions.standard()
                    .inParallel(
                            task -> {
                                throw new IllegalStateException("shut down");
                            },
                            4);
            assertEquals(
                    1_000,
                    sync(both).pushAll(leads(1_000).toList(), options).results().size());
        }

        @Test
        void batchesThatWaitForAThreadAreNotBegunAfterTheStreamIsClosed() {
            try (Stream<PushResult> results = sync(both).pushAll(leads(5_000), queued)) {
                results.limit(1).forEach(result -> {});
            }
            int made = org.records("Lead").size();
            queue.forEach(Runnable::run);
            assertEquals(200, made);
            assertEquals(200, org.records("Lead").size());
        }

        @Test
        void batchesThatWaitForAThreadAreNotBegunAfterTheHostsEnd() {
            AtomicInteger done = new AtomicInteger();
            PushOptions options = queued.stoppingWhen(() -> done.get() >= 200);
            List<PushResult> results = sync(both)
                    .pushAll(leads(5_000), options)
                    .peek(result -> done.incrementAndGet())
                    .toList();
            queue.forEach(Runnable::run);
            long sent = results.stream().filter(result -> !result.isNeverSent()).count();
            assertEquals(5_000, results.size());
            assertEquals(sent, org.records("Lead").size());
            assertTrue(sent <= 400, sent + " were sent");
        }

        @Test
        void whoIsTurnedAwayForTheMomentIsPushedAgain() {
            org.next(Call.read()).after(2).exceedsConcurrentLimit().times(4);
            PushBatch batch = sync(both).pushAll(leads(2_000).toList(), parallel);
            assertEquals(2_000, batch.count("Lead", CREATED));
            assertEquals(leads(2_000).toList(), inputs(batch.results()));
        }

        @Test
        void theReserveHoldsForSeveralPushesAtOnceBeforeTheFirstAnswerToo() throws InterruptedException {
            org.limits().dailyCalls(100).callsUsed(50);
            SalesforceSync sync = sync(both);
            List<Thread> hosts = IntStream.range(0, 4)
                    .mapToObj(i -> new Thread(() -> sync.pushAll(
                                    IntStream.range(i * 10_000, i * 10_000 + 4_000)
                                            .mapToObj(PushManyTest::lead),
                                    parallel.reserving(20))
                            .forEach(result -> {})))
                    .toList();
            hosts.forEach(Thread::start);
            for (Thread host : hosts) {
                host.join();
            }
            assertTrue(org.limits().callsLeft() >= 20, org.limits().toString());
        }

        @Test
        void fragmentsWaitForTheirAccountsSoThatTheCostIsWhatWasSaid() {
            sync(both)
                    .pushAll(leads(1).map(lead -> lead.with("company", "warm")), parallel)
                    .count();
            org.calls().clear();
            Stream<Lead> ofSeven = IntStream.range(0, 800)
                    .mapToObj(i -> Lead.of("q" + i + "@example.com").with("company", "Company " + i % 7));
            sync(both).pushAll(ofSeven, parallel).forEach(result -> {});
            assertTrue(org.calls().count() <= 10, org.calls().count() + " calls");
        }
    }

    @Test
    void manyThreadsMayTakeStreamsOfOneSyncAtTheSameTime() throws InterruptedException {
        SalesforceSync sync = sync(both);
        ExecutorService hosts = Executors.newFixedThreadPool(4);
        CountDownLatch done = new CountDownLatch(4);
        List<Long> counts = Collections.synchronizedList(new ArrayList<>());
        for (int host = 0; host < 4; host++) {
            hosts.execute(() -> {
                counts.add(sync.pushAll(leads(1_000), parallel).count());
                done.countDown();
            });
        }
        assertTrue(done.await(30, TimeUnit.SECONDS));
        hosts.shutdownNow();
        assertEquals(List.of(1_000L, 1_000L, 1_000L, 1_000L), counts);
        assertEquals(1_000, org.records("Lead").size());
    }
}
