package com.spara.sf.client.push;

import com.spara.sf.Lead;
import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import com.spara.sf.RequestRefusedException;
import com.spara.sf.client.bulk.IngestJob;
import com.spara.sf.client.bulk.JobInfo;
import com.spara.sf.client.rest.CallFailure;
import com.spara.sf.client.rest.CallMeter;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.sync.Outcome;
import com.spara.sf.sync.PushBatch;
import com.spara.sf.sync.PushResult;
import com.spara.sf.sync.RecordPlan;
import com.spara.sf.sync.RecordResult;
import java.util.ArrayList;
import java.util.List;

/**
 * Goes on with the jobs of a push that nobody waits for any more, and writes nothing: reads what they came to, then looks at the
 * leads' records and plans as a push would, so that each lead finds its record or the row that was to become one.
 */
final class Resumption {

    private final PushEngine engine;
    private final SyncSettings settings;
    private final CallMeter meter;
    private final JobRecords records = new JobRecords();

    Resumption(PushEngine engine, SyncSettings settings) {
        this.engine = engine;
        this.settings = settings;
        this.meter = engine.bulkMeter();
    }

    /** One result for each lead, in order; throws {@link com.spara.sf.SalesforceException} if they cannot be known now. */
    PushBatch of(JobHandle handle, List<Lead> leads) {
        engine.reach(meter);
        if (!handle.org().equals(engine.org())) {
            throw new RequestRefusedException(
                    Reason.of(ReasonCode.PLAN_FOREIGN, "The bulk jobs are those of another org."), null);
        }
        AskStage asking = new AskStage(settings);
        List<LeadWork> works = leads.stream().map(asking::begin).toList();
        works.forEach(records::lookFor);
        readJobs(handle);
        works.forEach(this::settleDoubts);
        List<PushResult> results = new ArrayList<>();
        for (int from = 0; from < leads.size(); from += Manner.CHUNK) {
            add(leads.subList(from, Math.min(leads.size(), from + Manner.CHUNK)), results);
        }
        return PushBatch.of(results, meter.calls(), null);
    }

    private void readJobs(JobHandle handle) {
        Patience patience = new Patience(engine, meter);
        try {
            for (JobHandle.Job name : handle.jobs()) {
                IngestJob job = engine.jobs().ingest(name.id(), meter);
                read(name, job, patience);
            }
        } catch (CallFailure failure) {
            throw failure.problem();
        }
    }

    /** A job that does not come to rest in its time is not waited for once more. */
    private void read(JobHandle.Job name, IngestJob job, Patience patience) {
        End end = patience.with(() -> end(job, patience));
        JobInfo atRest = end.isStopped() ? end.info() : patience.atRest(job, end.info());
        if (!end.isStopped() || atRest.processed() > 0) {
            patience.with(() -> {
                records.read(name, job, atRest);
                return atRest;
            });
        }
    }

    /** How a job ended, be it that it was stopped before it began. */
    private record End(boolean isStopped, JobInfo info) {}

    /** A job that was not closed has done nothing, and may lack data: it is stopped, and its leads were never sent. */
    private static End end(IngestJob job, Patience patience) {
        JobInfo info = job.info();
        JobInfo last = info.isOpen() ? job.abort() : patience.await(job);
        if (!last.isOver()) {
            throw JobWrite.notOver();
        }
        return new End(info.isOpen(), last);
    }

    /**
     * What a job was told of is not in doubt any more, though it was when this process began the job; and what none tells of is so
     * no longer than after any lost answer, since the jobs are at rest.
     */
    private void settleDoubts(LeadWork work) {
        LostCreates doubts = engine.memory().lostCreates();
        work.objects().forEach(object -> {
            if (records.of(object).isPresent()) {
                doubts.forget(object.lookups());
            } else {
                doubts.shorten(object.lookups(), engine.clock().instant());
            }
        });
    }

    private void add(List<Lead> leads, List<PushResult> results) {
        PushPipeline pipeline = new PushPipeline(engine, new Writing(engine, settings, meter));
        for (LeadWork work : pipeline.look(leads)) {
            work.objects().forEach(object -> object.result(result(object)));
            results.add(engine.told(ResultStage.of(work, meter)));
        }
    }

    private RecordResult result(ObjectWork object) {
        return records.of(object)
                .filter(told -> isOfThisLead(object, told))
                .map(told -> told(object, told))
                .orElseGet(() -> untold(object));
    }

    private RecordResult untold(ObjectWork object) {
        boolean isInDoubt = object.plan().reason().is(ReasonCode.CREATE_IN_DOUBT);
        if (records.mayLack(object) && (object.plan().isWrite() || isInDoubt)) {
            return unknown(object);
        }
        return object.plan().isWrite() ? notSent(object) : ResultStage.of(object.plan(), null);
    }

    /** What may have been sent is not made by the next push, as long as Salesforce may still make it. */
    private RecordResult unknown(ObjectWork object) {
        engine.memory().lostCreates().add(object.lookups(), engine.clock().instant());
        return RecordResult.of(object.plan(), Outcome.UNKNOWN)
                .because(Reason.of(
                        ReasonCode.ANSWER_INCOMPLETE,
                        "A bulk job was not completed and its results lack some records, of which this may be one. "
                                + "Push the lead again in eleven minutes, when Salesforce makes it no more."));
    }

    /** A record that a job wrote, and that another lead of the same person would change once more, says nothing of that lead. */
    private static boolean isOfThisLead(ObjectWork object, JobRecords.Told told) {
        return told.answer().is(RowAnswer.Kind.DONE)
                ? object.plan().action() != RecordPlan.Action.UPDATE
                : object.plan().isWrite();
    }

    private static RecordResult told(ObjectWork object, JobRecords.Told told) {
        if (!told.answer().is(RowAnswer.Kind.DONE)) {
            return RecordResult.of(object.plan(), Outcome.FAILED)
                    .because(told.answer().reason());
        }
        return RecordResult.of(object.plan(), told.isCreate() ? Outcome.CREATED : Outcome.UPDATED)
                .because(Reason.of(ReasonCode.WRITTEN, "A bulk job wrote the record."))
                .withId(told.answer().id().orElseThrow());
    }

    private static RecordResult notSent(ObjectWork object) {
        return RecordResult.of(object.plan(), Outcome.FAILED)
                .because(Reason.of(
                        ReasonCode.NOT_SENT,
                        "Nothing was written: these values were in none of the bulk jobs. Push the lead again."));
    }
}
