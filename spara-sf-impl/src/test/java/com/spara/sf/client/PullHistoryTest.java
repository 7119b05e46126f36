package com.spara.sf.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.RecordId;
import com.spara.sf.SalesforceException;
import com.spara.sf.connect.AccessToken;
import com.spara.sf.settings.Filter;
import com.spara.sf.settings.PullRule;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.spi.WireRequest;
import com.spara.sf.spi.WireResponse;
import com.spara.sf.sync.PullCursor;
import com.spara.sf.sync.PullPage;
import com.spara.sf.sync.SalesforceSync;
import com.spara.sf.testkit.Call;
import com.spara.sf.testkit.FakeOrg;
import com.spara.sf.testkit.FakeRecord;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Whatever happens to an org while it is pulled, and from whichever stored cursor the host goes on, what it holds in the end
 * is what a fresh look finds.
 */
@Timeout(3_600)
class PullHistoryTest {

    private static final int HISTORIES = Integer.getInteger("pull.histories", 200);

    @Test
    void theHostHoldsWhatAFreshLookFinds() {
        List<String> wrong = new ArrayList<>();
        for (int seed = 0; seed < HISTORIES; seed++) {
            History history = new History(seed);
            history.live();
            Map<String, String> fresh = history.freshLook();
            if (!fresh.equals(history.held)) {
                wrong.add("seed " + seed + ": held " + history.held + ", found " + fresh);
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void historiesHoldJobsThatAreReadAndOnesThatAreLost() {
        int jobs = 0;
        int lost = 0;
        int parts = 0;
        for (int seed = 0; seed < 30; seed++) {
            History history = new History(seed);
            history.live();
            jobs += history.jobs();
            lost += history.lostJobs;
            parts += history.parts;
        }
        assertTrue(jobs > 15 && lost > 5 && parts > 30, jobs + " jobs, " + lost + " lost, " + parts + " parts");
    }

    @Test
    void historiesHoldRecordsThatAreTakenAndOnesThatAreGone() {
        History history = new History(1);
        history.live();
        assertTrue(history.pages > 10 && history.gone > 0 && history.restarts > 0 && history.failures > 0);
    }

    private static final class History {

        private static final Pattern ID = Pattern.compile("\"id\":\"(750\\w{15})\"");
        private static final int STEPS = 80;

        private final Random random;
        private final FakeOrg org = FakeOrg.create();
        private final PullRule rule;
        private final SalesforceSync sync;
        private final Map<String, String> held = new TreeMap<>();
        private final List<String> cursors =
                new ArrayList<>(List.of(PullCursor.start().toText()));
        private final List<RecordId> records = new ArrayList<>();
        private boolean startedOver;
        private int pages;
        private int gone;
        private int restarts;
        private int failures;
        private int lostJobs;
        private int parts;

        History(int seed) {
            this.random = new Random(seed);
            this.rule = PullRule.leads("hot")
                    .where(Filter.is("Rating", "Hot"))
                    .map("LastName", "last_name")
                    .inBulkFrom(seed % 2 == 0 ? Long.MAX_VALUE : 1);
            this.sync = Salesforce.over(org.transport())
                    .withClock(org.clock())
                    .withSleeper(time -> org.clock().advance(time))
                    .connect(org.url(), AccessToken.of(org.token()))
                    .sync(SyncSettings.standard());
            for (int i = 0; i < random.nextInt(12) + (rule.bulkFrom() == 1 ? 10 : 0); i++) {
                add();
            }
            org.pageSize(3);
        }

        void live() {
            for (int i = 0; i < STEPS; i++) {
                step();
            }
            org.clock().advance(Duration.ofMinutes(15));
            pullToTheEnd();
            while (startedOver) {
                reconcile();
            }
        }

        /** Who starts over knows of what vanished before only by asking for what it holds. */
        private void reconcile() {
            List<RecordId> ids = held.keySet().stream().map(RecordId::of).toList();
            try {
                sync.reconcile(rule, PullCursor.fromText(cursors.get(cursors.size() - 1)), ids).forEach(one -> held.remove(one.id().value()));
                startedOver = false;
            } catch (SalesforceException failed) {
                failures++;
            }
        }

        private void step() {
            switch (random.nextInt(17)) {
                case 0, 1 -> add();
                case 2, 3 -> change();
                case 4 -> remove();
                case 5 -> late();
                case 6 -> org.clock().advance(Duration.ofSeconds(random.nextInt(600)));
                case 7 -> restart();
                case 8 -> trouble();
                case 9 -> loseTheJobs();
                default -> pullOnce();
            }
        }

        private String rating() {
            return random.nextInt(3) == 0 ? "Cold" : "Hot";
        }

        private void add() {
            records.add(org.add("Lead", "LastName", name(), "Company", "Acme", "Rating", rating()));
        }

        private String name() {
            return "n" + random.nextInt(1_000);
        }

        private RecordId any() {
            return records.get(random.nextInt(records.size()));
        }

        private void change() {
            if (!records.isEmpty()) {
                tried(() -> org.update(any(), "LastName", name(), "Rating", rating()));
            }
        }

        private void remove() {
            if (records.size() > 2) {
                RecordId one = any();
                RecordId other = any();
                tried(() -> {
                    if (random.nextBoolean() || one.equals(other)) {
                        org.delete(one);
                    } else {
                        org.merge(one, other);
                    }
                });
            }
        }

        private void late() {
            Duration delay = Duration.ofSeconds(1 + random.nextInt(800));
            if (records.isEmpty() || random.nextBoolean()) {
                records.add(org.lateAdd(delay, "Lead", "LastName", name(), "Company", "Acme", "Rating", rating()));
            } else {
                RecordId one = any();
                String name = name();
                String rating = rating();
                tried(() -> org.lateCommit(delay, () -> org.update(one, "LastName", name, "Rating", rating)));
            }
        }

        /** A record that is deleted, locked or not there yet stays as it is. */
        private static void tried(Runnable work) {
            try {
                work.run();
            } catch (IllegalArgumentException | IllegalStateException refused) {
                assertTrue(refused.getMessage() != null);
            }
        }

        private void restart() {
            restarts++;
            int kept = 1 + random.nextInt(cursors.size());
            cursors.subList(kept, cursors.size()).clear();
            startedOver |= kept == 1;
        }

        private void trouble() {
            failures++;
            switch (random.nextInt(4)) {
                case 0 -> org.next(Call.query()).answersError(503, "SERVER_UNAVAILABLE", "busy");
                case 1 -> org.next(Call.any()).truncatesItsAnswer();
                case 2 -> org.next(Call.any()).losesTheRequest().times(4);
                default -> org.next(Call.any()).answersMaintenancePage();
            }
        }

        /** Jobs that are deleted are gone, as those of more than seven days are, which the bin would not outlive. */
        private void loseTheJobs() {
            for (String id : jobIds()) {
                lostJobs += deleteJob(id) == 204 ? 1 : 0;
            }
        }

        private List<String> jobIds() {
            return org.calls().all().stream()
                    .filter(call -> call.resource().equals("jobs/query"))
                    .flatMap(call -> ID.matcher(call.responseBody()).results().map(id -> id.group(1)))
                    .toList();
        }

        private int deleteJob(String id) {
            URI address = URI.create(org.url() + "/services/data/v66.0/jobs/query/" + id);
            WireRequest delete = WireRequest.of("DELETE", address).withHeader("Authorization", "Bearer " + org.token());
            try (WireResponse response = org.transport().send(delete, Duration.ofMinutes(1))) {
                return response.status();
            } catch (IOException troubled) {
                return 0;
            }
        }

        int jobs() {
            return jobIds().size();
        }

        private boolean pullOnce() {
            try {
                PullCursor cursor = PullCursor.fromText(cursors.get(cursors.size() - 1));
                PullPage page = sync.pull(rule, cursor);
                pages++;
                parts += cursor.part("bulk")
                                .filter(place -> place.startsWith("750"))
                                .isPresent()
                        ? 1
                        : 0;
                page.gone().forEach(one -> held.remove(one.id().value()));
                gone += page.gone().size();
                page.leads()
                        .forEach(one -> held.put(
                                one.id().value(), one.lead().text("last_name").orElseThrow()));
                cursors.add(page.next().toText());
                return page.isLast();
            } catch (SalesforceException failed) {
                return false;
            }
        }

        private void pullToTheEnd() {
            for (int i = 0; i < 2; ) {
                i += pullOnce() ? 1 : 0;
            }
        }

        private Map<String, String> freshLook() {
            Map<String, String> found = new TreeMap<>();
            for (FakeRecord lead : org.records("Lead")) {
                if (!lead.isDeleted() && "Hot".equals(lead.text("Rating"))) {
                    found.put(lead.id().value(), String.valueOf(lead.text("LastName")));
                }
            }
            return found;
        }
    }
}
