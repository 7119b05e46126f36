package com.spara.sf.client.bulk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.ReasonCode;
import com.spara.sf.RecordId;
import com.spara.sf.client.rest.CallFailure;
import com.spara.sf.client.rest.CallMeter;
import com.spara.sf.client.rest.Deadline;
import com.spara.sf.testkit.Call;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A job that reads: its pages are whole, however they come, and a job that cannot be read says why. */
class QueryJobTest extends OnBulkOrg {

    private static final List<String> COLUMNS = List.of("Id", "LastName", "Owner.Name");
    private static final QueryOrder LEADS = new QueryOrder("SELECT Id,LastName,Owner.Name FROM Lead", false);

    private RecordId add(int i) {
        return org.add("Lead", "LastName", "n" + i + ",\"x\"\ny", "Company", "Acme");
    }

    private void fill(int count) {
        for (int i = 0; i < count; i++) {
            add(i);
        }
    }

    private static String name(CsvRow row) {
        return row.text("LastName").orElseThrow();
    }

    private static TreeSet<String> readAll(QueryJob job, int most) {
        TreeSet<String> names = new TreeSet<>();
        QueryJob.Place place = new QueryJob.Place("", most);
        while (true) {
            QueryJob.Page<String> page = job.page(place, COLUMNS, QueryJobTest::name);
            names.addAll(page.rows());
            if (page.isLast()) {
                return names;
            }
            place = new QueryJob.Place(page.next().locator(), most);
        }
    }

    private static String reason(Runnable work) {
        return assertThrows(CallFailure.class, work::run).problem().reason().code();
    }

    @Test
    void allRowsComePageByPage() {
        fill(25);
        QueryJob job = jobs.begin(LEADS, meter());
        assertTrue(job.await(0).info().isComplete());
        long before = org.calls().count();
        assertEquals(25, readAll(job, 10).size());
        assertEquals(before + 3, org.calls().count());
    }

    @Test
    void nothingIsAPageWithoutRows() {
        QueryJob job = jobs.begin(LEADS, meter());
        job.await(0);
        QueryJob.Page<String> page = job.page(new QueryJob.Place("", 10), COLUMNS, QueryJobTest::name);
        assertEquals(List.of(), page.rows());
        assertTrue(page.isLast());
    }

    @Test
    void whatWasDeletedIsReadIfItIsAskedFor() {
        org.delete(add(0));
        add(1);
        QueryJob job = jobs.begin(new QueryOrder(LEADS.soql(), true), meter());
        job.await(0);
        assertEquals(2, readAll(job, 10).size());
    }

    @Test
    void aJobGoesOnInAnotherProcessFromAnyPlace() {
        fill(25);
        String id = jobs.begin(LEADS, meter()).id();
        assertFalse(jobs.query(id, meter()).info().isOver());
        jobs.query(id, meter()).await(1);
        QueryJob.Page<String> first =
                jobs.query(id, meter()).page(new QueryJob.Place("", 10), COLUMNS, QueryJobTest::name);
        QueryJob.Page<String> second = jobs.query(id, meter()).page(first.next(), COLUMNS, QueryJobTest::name);
        assertEquals(second, jobs.query(id, meter()).page(first.next(), COLUMNS, QueryJobTest::name));
    }

    @Test
    void aPartThatTakesTooMuchMemoryIsReadAgainWithFewerRows() {
        fill(25);
        QueryJob small = small(300);
        QueryJob.Page<String> page = small.page(new QueryJob.Place("", 20), COLUMNS, QueryJobTest::name);
        assertTrue(
                page.rows().size() > 1 && page.rows().size() <= 5, page.rows().toString());
        assertEquals(25, readAll(small, 20).size());
    }

    private QueryJob small(long longestPage) {
        String id = jobs.begin(LEADS, meter()).id();
        QueryJob job =
                new QueryJob(new JobCalls(new JobCalls.Room(composite, time -> {}), "query", id, meter()), longestPage);
        job.await(0);
        return job;
    }

    @Test
    void partsGrowWhereRowsAreShortAndShrinkWhereTheyAreLong() {
        for (int i = 0; i < 200; i++) {
            org.add("Lead", "LastName", i + "n".repeat(i >= 100 && i < 130 ? 70 : 1), "Company", "Acme");
        }
        QueryJob job = small(1_200);
        long before = org.calls().count();
        List<Integer> sizes = sizes(job, new QueryJob.Place("", 2));
        assertEquals(200, sizes.stream().mapToInt(Integer::intValue).sum());
        assertEquals(List.of(2, 4, 8, 16), sizes.subList(0, 4));
        assertTrue(sizes.stream().anyMatch(size -> size < 10 && sizes.indexOf(size) > 4), sizes.toString());
        assertTrue(org.calls().count() - before <= sizes.size() + 2, sizes.toString());
    }

    private static List<Integer> sizes(QueryJob job, QueryJob.Place from) {
        List<Integer> sizes = new ArrayList<>();
        QueryJob.Page<String> page = job.page(from, COLUMNS, QueryJobTest::name);
        sizes.add(page.rows().size());
        while (!page.isLast()) {
            page = job.page(page.next(), COLUMNS, QueryJobTest::name);
            sizes.add(page.rows().size());
        }
        return sizes;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void troubleAtAnyStepIsTriedAgain(int step) {
        fill(25);
        org.next(Call.any()).after(step).truncatesItsAnswerUnframed();
        QueryJob job = jobs.begin(LEADS, meter());
        job.await(0);
        assertEquals(25, readAll(job, 10).size());
        assertEquals(List.of(), org.unmetTrouble());
    }

    @Test
    void aPageThatLacksAColumnOrIsNoCsvIsNoPage() {
        QueryJob job = jobs.begin(LEADS, meter());
        job.await(0);
        QueryJob.Place place = new QueryJob.Place("", 10);
        assertEquals(ReasonCode.ANSWER_LOST, reason(() -> job.page(place, List.of("Phone"), QueryJobTest::name)));
        org.next(Call.any()).answers(200, "text/html", "<html>Hello</html>").times(3);
        assertEquals(ReasonCode.ANSWER_LOST, reason(() -> job.page(place, COLUMNS, QueryJobTest::name)));
    }

    @Test
    void pausesGrowAndEndAtTheDeadline() {
        org.next(Call.resource("jobs/query")).answersError(503, "SERVER_UNAVAILABLE", "busy");
        QueryJob job = jobs.begin(LEADS, meter());
        String working = "{\"id\":\"" + job.id() + "\",\"state\":\"InProgress\"}";
        org.next(Call.any()).answers(200, "application/json", working).always();
        pauses.clear();
        Polled polled = job.await(0);
        assertEquals("InProgress", polled.info().state());
        assertEquals(
                List.of(1L, 2L, 4L, 8L, 16L, 32L),
                pauses.stream().map(Duration::toSeconds).limit(6).toList());
        assertEquals(8, polled.polls());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 60, 120})
    void whoPollsWithAShortDeadlineWaitsForMostOfIt(int seconds) {
        String id = jobs.begin(LEADS, meter()).id();
        org.next(Call.any())
                .answers(200, "application/json", "{\"state\":\"InProgress\"}")
                .always();
        CallMeter meter = new CallMeter(Deadline.after(org.clock(), Duration.ofSeconds(seconds)));
        Polled polled = jobs.query(id, meter).await(20);
        Duration waited = pauses.stream().reduce(Duration.ZERO, Duration::plus);
        assertTrue(waited.toMillis() >= seconds * 750, waited.toString());
        assertTrue(polled.polls() <= 23, "polls: " + polled.polls());
    }

    @Test
    void aServerThatGivesMoreThanTheOneRowThatIsWantedIsNotAskedForEver() {
        fill(2);
        QueryJob job = jobs.begin(LEADS, meter());
        job.await(0);
        org.next(Call.any())
                .answers(200, "text/csv", "\"Id\",\"LastName\",\"Owner.Name\"\n\"1\",\"a\",\"b\"\n\"2\",\"a\",\"b\"\n")
                .always();
        QueryJob.Place place = new QueryJob.Place("", 1);
        assertEquals(ReasonCode.ANSWER_INCOMPLETE, reason(() -> job.page(place, COLUMNS, QueryJobTest::name)));
    }

    @Test
    void aQueryThatNoJobTakesIsRefused() {
        assertEquals(
                "API_ERROR", reason(() -> jobs.begin(new QueryOrder("SELECT COUNT(Id) FROM Lead", false), meter())));
    }

    @Test
    void aJobThatFailedOrIsGoneSaysSo() {
        QueryJob job = jobs.begin(LEADS, meter());
        List<String> states = new ArrayList<>();
        states.add(job.abort().state());
        states.add(reason(() -> job.page(new QueryJob.Place("", 10), COLUMNS, QueryJobTest::name)));
        org.clock().advance(Duration.ofDays(8));
        states.add(reason(() -> jobs.query(job.id(), meter()).info()));
        assertEquals(List.of("Aborted", "INVALIDJOBSTATE", ReasonCode.JOB_GONE), states);
    }
}
