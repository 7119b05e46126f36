package com.spara.sf.client.bulk;

/**
 * What the jobs of both kinds have. All methods throw {@link com.spara.sf.client.rest.CallFailure} if there is no usable answer,
 * and if the job is gone ({@code JOB_GONE}).
 */
public abstract sealed class Job permits IngestJob, QueryJob {

    final JobCalls calls;

    Job(JobCalls calls) {
        this.calls = calls;
    }

    /** What names the job, also in another process. */
    public String id() {
        return calls.id();
    }

    /** Asks how the job stands. */
    public JobInfo info() {
        return calls.info();
    }

    /** Waits until the job is over, or as long as the deadline allows; the pauses grow with each poll. */
    public Polled await(int polledBefore) {
        return calls.await(polledBefore);
    }

    /** Stops the job, if it is not over; rows that were saved stay saved. */
    public JobInfo abort() {
        return calls.become("Aborted");
    }

    /** Takes the job and its results away; a job that is gone already is no failure. */
    public void delete() {
        calls.delete();
    }
}
