package com.spara.sf.client.push;

import com.spara.sf.OrgUnreachableException;
import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import com.spara.sf.RecordId;
import com.spara.sf.RequestRefusedException;
import com.spara.sf.SalesforceException;
import com.spara.sf.client.bulk.CsvRow;
import com.spara.sf.client.bulk.IngestJob;
import com.spara.sf.client.bulk.JobInfo;
import com.spara.sf.client.rest.CallFailure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One job of a push, from its data to the answers of its rows. Only {@link #upload} throws; what the job meets with after that is
 * what its rows are answered.
 */
final class JobWrite {

    private final JobRows rows;
    private final IngestJob job;
    private final Patience patience;
    private boolean isBegun;
    private boolean mayHaveData;
    private @Nullable SalesforceException stopped;

    JobWrite(JobRows rows, IngestJob job, Patience patience) {
        this.rows = rows;
        this.job = job;
        this.patience = patience;
    }

    JobHandle.Job name() {
        return new JobHandle.Job(rows.first().object(), rows.first().isCreate(), job.id(), rows.size());
    }

    /** What kept the answers from being known, if anything did. */
    Optional<SalesforceException> stopped() {
        return Optional.ofNullable(stopped);
    }

    /**
     * Sends the rows, and returns those that the job does not take.
     *
     * @throws CallFailure if nobody knows whether it has them; as long as it is not closed, it does nothing
     */
    List<Row> upload() {
        mayHaveData = true;
        return rows.keep(job.upload(rows.upload()));
    }

    /** Lets the work begin. If that is not certain, {@link #settle} ends it, so that it is known what came of it. */
    void close() {
        try {
            isBegun = !job.close().isOpen();
        } catch (CallFailure unknown) {
            stopped = unknown.problem();
        }
    }

    /** Takes a job back that was not closed. */
    void giveUp(SalesforceException why) {
        try {
            boolean isOver = job.abort().isOver();
            rows.answerRest(isOver || !mayHaveData ? WriteStage.notSent(why) : underWay(why));
        } catch (CallFailure notStopped) {
            rows.answerRest(mayHaveData ? underWay(why) : WriteStage.notSent(why));
        }
    }

    /** Waits for the job, and gives its rows their answers. */
    void settle() {
        try {
            JobInfo over = patience.atRest(job, patience.with(this::overOrStopping));
            rows.answer(patience.with(() -> results(over)));
            rows.answerRest(RowAnswer.lost(incomplete(over)));
            stopped = refusedAsAWhole(over);
        } catch (CallFailure failure) {
            stopped = failure.problem();
            rows.answerRest(underWay(failure.problem()));
        }
    }

    /** What keeps a job from any row, for example a field that is not there any more, keeps the next one too. */
    private static @Nullable SalesforceException refusedAsAWhole(JobInfo over) {
        return over.processed() > 0
                ? null
                : over.problem()
                        .map(problem -> new RequestRefusedException(problem, null))
                        .orElse(null);
    }

    /** A job that takes too long is told to stop; one whose thread is interrupted goes on, for somebody else to resume. */
    private JobInfo overOrStopping() {
        JobInfo info = isBegun ? patience.await(job) : job.abort();
        if (info.isOver()) {
            return info;
        }
        if (Thread.currentThread().isInterrupted()) {
            throw notOver();
        }
        return job.abort();
    }

    static CallFailure notOver() {
        return CallFailure.notDone(new OrgUnreachableException(
                Reason.of(ReasonCode.JOB_UNDER_WAY, "Salesforce is not done with the bulk job yet."), null));
    }

    /** What is said of a row that moves on meanwhile comes last, and goes before what was said of it. */
    private List<JobRows.Told> results(JobInfo over) {
        List<JobRows.Told> untouched = new ArrayList<>();
        if (!over.isComplete()) {
            job.unprocessed(over, row -> untouched.add(notComeTo(row, over)));
        }
        List<JobRows.Told> told = new ArrayList<>();
        if (!over.isComplete() || over.failed() > 0) {
            job.failed(over, row -> told.add(rows.told(row.row(), RowAnswer.refused(row.error()))));
        }
        Map<RecordId, JobRows.Told> saved = new LinkedHashMap<>();
        if (!over.isComplete() || over.processed() > over.failed()) {
            job.successful(
                    over, row -> row.id().ifPresent(id -> saved.put(id, rows.told(row.row(), RowAnswer.done(id)))));
        }
        List<JobRows.Told> all = new ArrayList<>(saved.values());
        all.addAll(told);
        all.addAll(untouched);
        return all;
    }

    private JobRows.Told notComeTo(CsvRow row, JobInfo over) {
        return rows.told(row, notComeTo(over));
    }

    static RowAnswer notComeTo(JobInfo over) {
        return RowAnswer.notSent(Reason.of(
                ReasonCode.NOT_SENT, "Nothing was written: the bulk job did not come to the record" + why(over)));
    }

    private static String why(JobInfo over) {
        return over.problem()
                .map(problem -> " (" + problem.code() + ": " + problem.text() + ")")
                .orElse(".");
    }

    private static RowAnswer underWay(SalesforceException why) {
        return RowAnswer.underWay(Reason.of(
                ReasonCode.JOB_UNDER_WAY,
                "A bulk job has the record, and it is not known what came of it: "
                        + why.reason().text() + " Resume with the job's handle before the lead is pushed again."));
    }

    private static Reason incomplete(JobInfo over) {
        return Reason.of(
                ReasonCode.ANSWER_INCOMPLETE,
                "The results of the bulk job do not have the record, so it is not known whether it was written"
                        + why(over));
    }
}
