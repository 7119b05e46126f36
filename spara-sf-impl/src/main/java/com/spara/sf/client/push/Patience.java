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

    private final PushEngine engine;
    private final BulkJobs jobs;
    private final CallMeter meter;

    /** Waits as long as the meter's deadline allows. */
    Patience(PushEngine engine, CallMeter meter) {
        this.engine = engine;
        this.jobs = engine.jobs();
        this.meter = meter;
    }

    /** How the job stands when it is over, or the time is. */
    JobInfo await(IngestJob job) {
        return jobs.ingest(job.id(), meter).await(0).info();
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
                if (attempt == MOST_ATTEMPTS || isLasting(failure) || !slept()) {
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

    private boolean slept() {
        if (!meter.deadline().allows(PAUSE)) {
            return false;
        }
        try {
            engine.sleeper().sleep(PAUSE);
            return true;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
