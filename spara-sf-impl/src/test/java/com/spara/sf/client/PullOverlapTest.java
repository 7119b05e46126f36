package com.spara.sf.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.ReasonCode;
import com.spara.sf.RecordId;
import com.spara.sf.settings.Filter;
import com.spara.sf.settings.PullRule;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.spi.KnownLeads;
import com.spara.sf.sync.PullCursor;
import com.spara.sf.sync.PullPage;
import com.spara.sf.sync.SalesforceSync;
import com.spara.sf.testkit.Call;
import com.spara.sf.testkit.Unsettled;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a look reads again of the one before, what it counts, and what it costs. */
class PullOverlapTest extends OnFakeOrg {

    private final PullRule hot =
            PullRule.leads("hot").map("LastName", "last_name").where(Filter.is("Rating", "Hot"));
    private final SplitWire split = new SplitWire(org.transport());
    private final SalesforceSync sync = split.sync(org);

    private RecordId hotLead(String name) {
        return org.add("Lead", "LastName", name, "Company", "Acme", "Rating", "Hot");
    }

    private PullPage pull(PullCursor cursor) {
        return sync.pull(hot, PullCursor.fromText(cursor.toText()));
    }

    @Test
    void aRecordThatCommitsBetweenTheQueriesOfAPageIsNotGone() {
        RecordId ada = hotLead("ada");
        later();
        PullPage first = pull(PullCursor.start());
        later();
        org.lateCommit(Duration.ofSeconds(30), () -> org.update(ada, "LastName", "byron"));
        org.clock().advance(Duration.ofSeconds(20));
        hotLead("bob");
        split.beforeChanges(() -> org.clock().advance(Duration.ofSeconds(11)));
        PullPage second = pull(first.next());
        assertEquals(List.of(), second.gone());
        later();
        assertEquals(1, pull(second.next()).leads().size());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void recordsOfOneSecondAreReadAndMissedHoweverIdsAreSorted(boolean answer) {
        org.settle(Unsettled.IDS_SORT_BY_CASE, answer);
        List<RecordId> cold = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            cold.add(hotLead("l" + i));
        }
        PullPage page = pull(PullCursor.start());
        later();
        org.pageSize(7);
        for (int i = 0; i < 60; i++) {
            org.update(cold.get(i), "Rating", i % 3 == 0 ? "Cold" : "Hot", "LastName", "m" + i);
        }
        Set<RecordId> gone = new TreeSet<>();
        List<RecordId> read = new ArrayList<>();
        do {
            page = pull(page.next());
            page.gone().forEach(one -> gone.add(one.id()));
            page.leads().forEach(one -> read.add(one.id()));
        } while (!page.isLast());
        assertEquals(20, gone.size());
        assertEquals(40, new TreeSet<>(read).size());
        assertEquals(40, read.size());
    }

    @Test
    void aRecordAtWhoseStampBothListsEndIsReadThoughTheOtherChangesInBetween() {
        List<RecordId> all = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            all.add(hotLead("l" + i));
        }
        PullPage page = pull(PullCursor.start());
        org.clock().advance(Duration.ofHours(1));
        org.pageSize(7);
        all.forEach(id -> org.update(id, "LastName", "m"));
        org.clock().advance(Duration.ofHours(1));
        hotLead("late");
        split.beforeChanges(() -> org.update(all.get(6), "LastName", "o"));
        Set<RecordId> read = new TreeSet<>();
        for (int look = 0; look < 3; look += page.isLast() ? 1 : 0) {
            page = pull(page.next());
            page.leads().forEach(one -> read.add(one.id()));
        }
        assertEquals(9, read.size());
    }

    @Test
    void whatChangedInTheSecondOfTheReadDoesNotComeAgain() {
        hotLead("ada");
        PullPage first = pull(PullCursor.start());
        assertEquals(List.of(), pull(first.next()).leads());
    }

    @Test
    void aThousandChangesWithinTheOverlapComeOnce() {
        PullPage page = pull(PullCursor.start());
        for (int minute = 0; minute < 4; minute++) {
            for (int i = 0; i < 400; i++) {
                hotLead("l" + i);
            }
            later();
            page = pull(page.next());
            assertEquals(400, page.leads().size());
        }
        assertEquals(List.of(), pull(page.next()).leads());
        assertTrue(page.next().toText().length() <= 16_000);
    }

    @Test
    void ofMoreThanTheCursorRemembersOneByOneFewComeAgainAndThatIsSaid() {
        RecordId changed = hotLead("l0");
        for (int i = 1; i < 1_900; i++) {
            hotLead("l" + i);
        }
        PullPage first = pull(PullCursor.start());
        assertEquals(ReasonCode.OVERLAP_FULL, first.notes().get(0).code());
        assertTrue(first.next().toText().length() <= 16_000);
        PullCursor stored = PullCursor.fromText(first.next().toText());
        assertEquals(List.of(), pull(stored).leads());
        org.update(changed, "LastName", "other");
        assertEquals(32, pull(stored).leads().size());
    }

    @Test
    void ofFiveThousandThereComeAgainThoseAtTheEdgesOfPages() {
        for (int i = 0; i < 5_010; i++) {
            hotLead("l" + i);
        }
        PullCursor cursor = PullCursor.start();
        List<PullPage> first = look(cursor);
        PullCursor stored = first.get(first.size() - 1).next();
        List<PullPage> second = look(stored);
        int again = second.stream().mapToInt(page -> page.leads().size()).sum();
        assertTrue(again > 0 && again <= 2 * 32, "again: " + again);
        assertTrue(stored.toText().length() <= 16_000);
    }

    private List<PullPage> look(PullCursor from) {
        List<PullPage> pages = new ArrayList<>();
        PullCursor at = from;
        do {
            pages.add(pull(at));
            at = pages.get(pages.size() - 1).next();
        } while (!pages.get(pages.size() - 1).isLast());
        return pages;
    }

    @Test
    void aFinishedLookHasDoneAllAndPausesAreNoWork() {
        org.pageSize(30);
        for (int i = 0; i < 50; i++) {
            hotLead("l" + i);
        }
        PullPage page = pull(PullCursor.start());
        org.clock().advance(Duration.ofDays(1));
        page = pull(page.next());
        assertEquals(50, page.progress().done());
        assertTrue(page.progress().elapsed().compareTo(Duration.ofHours(1)) < 0);
        page = pull(pull(page.next()).next());
        assertEquals(page.progress().total().orElseThrow(), page.progress().done());
    }

    @Test
    void lookingBackTakesNoCallBesideTheDescribe() {
        hotLead("old");
        org.clock().advance(Duration.ofDays(100));
        hotLead("new");
        PullRule recent = hot.lookingBack(Duration.ofDays(90));
        SalesforceSync direct = connection.sync(SyncSettings.standard());
        PullPage page = direct.pull(recent, PullCursor.start());
        assertEquals(1, page.leads().size());
        assertEquals(2, page.apiCalls());
        assertEquals(1, direct.tryOut(recent).count());
    }

    @Test
    void aTryOutIsMadeAgainWhenOneOfItsQueriesFails() {
        hotLead("ada");
        SalesforceSync direct = connection.sync(SyncSettings.standard());
        direct.tryOut(hot);
        org.next(Call.query()).answersError(503, "SERVER_UNAVAILABLE", "busy");
        assertEquals(1, direct.tryOut(hot).count());
    }

    @Test
    void aDateThatIsAheadLosesNothing() {
        split.ahead(Duration.ofHours(2));
        hotLead("ada");
        PullPage first = pull(PullCursor.start());
        later();
        hotLead("bob");
        assertEquals(1, pull(first.next()).leads().size());
    }

    @Test
    void fractionsOfASecondAreNotAskedFor() {
        hotLead("ada");
        PullRule odd = hot.overlapping(Duration.ofNanos(1_234_567_890));
        PullPage first = sync.pull(odd, PullCursor.start());
        later();
        hotLead("bob");
        assertEquals(1, sync.pull(odd, first.next()).leads().size());
    }

    @Test
    void manyRecordsAreReconciledInQueriesThatStayShort() {
        org.settle(Unsettled.SUBREQUEST_URLS_END_AT_16_KB, true);
        PullRule wordy = hot.where(Filter.is("Rating", "Hot")
                .and(Filter.is("Company", "x".repeat(3_900)).not())
                .and(Filter.is("Street", "x".repeat(200)).not()));
        List<RecordId> held = new ArrayList<>();
        for (int i = 0; i < 1_200; i++) {
            held.add(hotLead("l" + i));
        }
        SalesforceSync direct = connection.sync(SyncSettings.standard());
        PullCursor cursor = direct.pullAll(wordy, PullCursor.start(), KnownLeads.none())
                .reduce((one, other) -> other)
                .orElseThrow()
                .next();
        org.delete(held.get(7));
        org.calls().clear();
        assertEquals(
                List.of(held.get(7)),
                direct.reconcile(wordy, cursor, held).stream()
                        .map(gone -> gone.id())
                        .toList());
        assertTrue(org.calls().count() <= 3);
    }
}
