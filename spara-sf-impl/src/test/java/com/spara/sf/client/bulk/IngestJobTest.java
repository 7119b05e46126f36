package com.spara.sf.client.bulk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.ReasonCode;
import com.spara.sf.RecordId;
import com.spara.sf.client.rest.CallFailure;
import com.spara.sf.testkit.Call;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A job that saves rows: nothing is sent twice that must not be, and what became of a row is found by its values. */
class IngestJobTest extends OnBulkOrg {

    private static final List<String> COLUMNS = List.of("LastName", "Company", "Description");

    private static UploadRows rows(int count) {
        return new UploadRows(
                COLUMNS,
                () -> IntStream.range(0, count)
                        .<Map<String, ?>>mapToObj(i -> i % 10 == 3
                                ? Map.of("LastName", "n" + i)
                                : Map.of("LastName", "n" + i, "Company", "A, \"B\"\nC"))
                        .iterator());
    }

    private IngestJob opened() {
        return jobs.open(IngestOrder.insert("Lead"), meter());
    }

    private JobInfo done(IngestJob job, UploadRows rows) {
        job.upload(rows);
        job.close();
        return job.await(0).info();
    }

    private static String reason(Runnable work) {
        return assertThrows(CallFailure.class, work::run).problem().reason().code();
    }

    @Test
    void rowsAreSavedOrRefusedAndFoundByTheirValues() {
        IngestJob job = opened();
        JobInfo over = done(job, rows(40));
        List<String> saved = new ArrayList<>();
        job.successful(over, row -> {
            assertTrue(row.isCreated());
            assertEquals(
                    row.row().text("lastname").orElseThrow(),
                    org.record(row.id().orElseThrow()).text("LastName"));
            saved.add(row.row().text("Company").orElseThrow());
        });
        assertEquals(36, saved.size());
        assertEquals("A, \"B\"\nC", saved.get(0));
        List<String> refused = new ArrayList<>();
        job.failed(
                over,
                row -> refused.add(
                        row.row().text("LastName").orElseThrow() + row.error().code()));
        assertEquals(4, refused.size());
        assertTrue(refused.contains("n13REQUIRED_FIELD_MISSING"), refused.toString());
        job.unprocessed(over, row -> refused.add("unprocessed"));
        assertEquals(4, refused.size());
    }

    @Test
    void anEmptyCellLeavesTheFieldAloneAndOnlyClearEmptiesIt() {
        RecordId kept = org.add("Lead", "LastName", "a", "Company", "Acme", "Phone", "1");
        RecordId cleared = org.add("Lead", "LastName", "b", "Company", "Acme", "Phone", "2");
        IngestJob job = jobs.open(IngestOrder.update("Lead"), meter());
        done(
                job,
                new UploadRows(
                        List.of("Id", "Phone", "LastName"),
                        List.of(
                                Map.of("Id", kept, "LastName", "#N/A"),
                                Map.of("Id", cleared, "Phone", CsvValue.CLEAR))));
        assertEquals("1", org.record(kept).text("Phone"));
        assertEquals("#N/A", org.record(kept).text("LastName"));
        assertEquals(null, org.record(cleared).text("Phone"));
        assertEquals("b", org.record(cleared).text("LastName"));
    }

    @Test
    void aJobGoesOnInAnotherProcess() {
        String id = opened().id();
        assertEquals(40, jobs.ingest(id, meter()).upload(rows(40)).rows());
        assertFalse(jobs.ingest(id, meter()).close().isOpen());
        JobInfo over = jobs.ingest(id, meter()).await(0).info();
        assertEquals(40, over.processed());
        assertEquals(4, over.failed());
    }

    @Test
    void everyStepMayBeDoneTwice() {
        IngestJob job = opened();
        assertEquals(job.upload(rows(40)), job.upload(rows(40)));
        job.close();
        job.close();
        JobInfo over = job.await(0).info();
        job.close();
        assertEquals("JobComplete", job.abort().state());
        assertEquals(36, org.records("Lead").size());
        assertEquals(40, over.processed());
        job.delete();
        job.delete();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void aLostAnswerAtAnyStepSavesNothingTwice(int step) {
        org.next(Call.any()).after(step).losesItsAnswerAfterCommit();
        IngestJob job = opened();
        JobInfo over = done(job, rows(40));
        TreeSet<String> names = new TreeSet<>();
        job.successful(over, row -> names.add(row.row().text("LastName").orElseThrow()));
        assertEquals(36, names.size());
        assertEquals(36, org.records("Lead").size());
        assertEquals(List.of(), org.unmetTrouble());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
    void troubleAtAnyStepIsTriedAgain(int step) {
        org.next(Call.any()).after(step).answersMaintenancePage();
        IngestJob job = opened();
        JobInfo over = done(job, rows(40));
        TreeSet<String> names = new TreeSet<>();
        job.successful(over, row -> names.add(row.row().text("LastName").orElseThrow()));
        job.failed(over, row -> names.add(row.row().text("LastName").orElseThrow()));
        assertEquals(40, names.size());
        assertEquals(List.of(), org.unmetTrouble());
    }

    @Test
    void resultsThatBreakOffAreReadAgain() {
        IngestJob job = opened();
        JobInfo over = done(job, rows(40));
        org.next(Call.any()).truncatesItsAnswerUnframed();
        TreeSet<String> names = new TreeSet<>();
        job.successful(over, row -> names.add(row.row().text("LastName").orElseThrow()));
        assertEquals(36, names.size());
        assertEquals(List.of(), org.unmetTrouble());
    }

    @Test
    void whatDoesNotFitIsLeftForAnotherJob() {
        IngestJob job = new IngestJob(
                new JobCalls(new JobCalls.Room(composite, time -> {}), "ingest", opened().id(), meter()),
                CsvFormat.USUAL,
                200);
        Uploaded uploaded = job.upload(rows(40));
        job.close();
        assertTrue(uploaded.rows() > 3 && uploaded.rows() < 20, uploaded.toString());
        assertEquals(uploaded.rows(), job.await(0).info().processed());
    }

    @Test
    void theCallersOwnFailureIsNotTakenForOneOfTheWire() {
        IngestJob job = opened();
        JobInfo over = done(job, rows(40));
        long calls = org.calls().count();
        assertThrows(
                IllegalStateException.class,
                () -> job.successful(over, row -> {
                    throw new IllegalStateException("mine");
                }));
        assertEquals(calls + 1, org.calls().count());
    }

    @Test
    void theBytesThatWereSentAreCounted() {
        opened().upload(rows(40));
        assertTrue(reports.get(1).bytesSent() > 500, reports.toString());
        assertEquals("jobs/ingest/{id}/batches", reports.get(1).resource());
    }

    @Test
    void anUnknownColumnFailsTheJobAndTheRowsAreUnprocessed() {
        IngestJob job = opened();
        JobInfo over = done(job, new UploadRows(List.of("Nickname__c"), List.of(Map.of("Nickname__c", "x"))));
        assertEquals(ReasonCode.JOB_FAILED, over.problem().orElseThrow().code());
        assertTrue(over.problem().orElseThrow().text().contains("InvalidBatch"));
        List<String> left = new ArrayList<>();
        job.unprocessed(over, row -> left.add(row.text("Nickname__c").orElseThrow()));
        assertEquals(List.of("x"), left);
    }

    @Test
    void aJobThatWasStoppedSaysSo() {
        IngestJob job = opened();
        job.upload(rows(4));
        assertEquals(ReasonCode.JOB_ABORTED, job.abort().problem().orElseThrow().code());
        assertEquals(ReasonCode.JOB_ABORTED, job.close().problem().orElseThrow().code());
        assertEquals(0, org.records("Lead").size());
    }

    @Test
    void aJobThatIsGoneSaysSo() {
        IngestJob job = opened();
        JobInfo over = done(job, rows(4));
        org.clock().advance(Duration.ofDays(8));
        IngestJob gone = jobs.ingest(job.id(), meter());
        assertEquals(ReasonCode.JOB_GONE, reason(gone::info));
        assertEquals(ReasonCode.JOB_GONE, reason(() -> gone.successful(over, row -> {})));
        assertEquals(ReasonCode.JOB_GONE, reason(() -> gone.upload(rows(4))));
    }

    @Test
    void whatIsNoJobIdIsNeverPutIntoAnAddress() {
        assertThrows(IllegalArgumentException.class, () -> jobs.ingest("../query", meter()));
    }

    @Test
    void anObjectThatDoesNotExistIsRefused() {
        assertEquals("INVALIDJOB", reason(() -> jobs.open(IngestOrder.insert("Nothing__c"), meter())));
    }
}
