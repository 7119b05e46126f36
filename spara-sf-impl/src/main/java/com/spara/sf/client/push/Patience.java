package com.spara.sf.client.push;

import com.spara.sf.LimitReachedException;
import com.spara.sf.RequestRefusedException;
import com.spara.sf.client.bulk.BulkJobs;
import com.spara.sf.client.bulk.IngestJob;
import com.spara.sf.client.bulk.JobInfo;
import com.spara.sf.client.rest.CallFailure;
import com.spara.sf.client.rest.CallMeter;
import java.time.Duration;
import java.util.function.Supplier;

/** Waits for jobs, and for an org that gives no answers for a few minutes meanwhile, since the jobs go on without anybody. */
final class Patience {

    private static final int MOST_ATTEMPTS = 5;
    private static final Duration PAUSE = Duration.ofMinutes(1);

    /** Salesforce gives a batch of a job five minutes, and one transaction of 200 rows is a part of that. */
    private static final Duration REST = Duration.ofSeconds(15);

    private static final int MOST_RESTS = 20;

    private final PushEngine engine;
    private final BulkJobs jobs;
    private final CallMeter meter;
    private final CallMeter whole;

    /** Waits for jobs as long as a round of them may take, and for what comes then as long as the meter's deadline allows. */
    Patience(PushEngine engine, CallMeter meter) {
        this.engine = engine;
        this.jobs = engine.jobs();
        this.meter = meter.within(JobStage.LONGEST_WAIT);
        this.whole = meter;
    }

    /** How the job stands when it is over, or the time is, which the jobs before it may have used up. */
    JobInfo await(IngestJob job) {
        return meter.deadline().allows(Duration.ZERO)
                ? jobs.ingest(job.id(), meter).await(0).info()
                : job.info();
    }

    /**
     * How a job that is over, or that was told to stop, stands when nothing moves in it any more: while Salesforce was at some of its
     * rows it may save them still, and its results do not have them until then.
     *
     * @throws CallFailure if it moves on, or nobody can wait for that
     */
    JobInfo atRest(IngestJob job, JobInfo stopping) {
        JobInfo last = stopping;
        for (int rests = 0; rests < MOST_RESTS && mayMove(last); rests++) {
            if (!slept(REST, whole)) {
                throw JobWrite.notOver();
            }
            JobInfo next = with(job::info);
            if (isTheSame(last, next)) {
                return next;
            }
            last = next;
        }
        if (mayMove(last)) {
            throw JobWrite.notOver();
        }
        return last;
    }

    private static boolean mayMove(JobInfo info) {
        return info.isAborted() || !info.isOver();
    }

    private static boolean isTheSame(JobInfo one, JobInfo next) {
        return one.isAborted()
                && next.isAborted()
                && one.processed() == next.processed()
                && one.failed() == next.failed();
    }

    /**
     * Takes a step that may be taken again.
     *
     * @throws CallFailure if it fails whenever it is taken, or for a reason that lasts
     */
    <T> T with(Supplier<T> step) {
        for (int attempt = 1; ; attempt++) {
            try {
                return step.get();
            } catch (CallFailure failure) {
                if (attempt == MOST_ATTEMPTS || isLasting(failure) || !slept(PAUSE, meter)) {
                    throw failure;
                }
            }
        }
    }

    private static boolean isLasting(CallFailure failure) {
        return failure.problem() instanceof RequestRefusedException
                || failure.problem() instanceof LimitReachedException
                || Thread.currentThread().isInterrupted();
    }

    private boolean slept(Duration pause, CallMeter within) {
        if (!within.deadline().allows(pause)) {
            return false;
        }
        try {
            engine.sleeper().sleep(pause);
            return true;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
