package com.spara.sf.testkit.bulk;

import java.time.Instant;

/** What all jobs have in common. Read and changed within the records' lock. */
public abstract class Job {
    private final Origin origin;
    private JobState state;
    private Instant stamp;
    private String errorMessage = "";

    Job(Origin origin, JobState state) {
        this.origin = origin;
        this.state = state;
        this.stamp = origin.created;
    }

    /** Where a job comes from; it answers in one version only. */
    public record Origin(String id, String userId, int version, Instant created) {}

    public String id() {
        return origin.id;
    }

    public Origin origin() {
        return origin;
    }

    public JobState state() {
        return state;
    }

    /** When the state changed for the last time. */
    public Instant stamp() {
        return stamp;
    }

    /** Why the job failed; an empty text when it did not. */
    public String errorMessage() {
        return errorMessage;
    }

    void become(JobState next, Instant now) {
        state = next;
        stamp = now;
    }

    void fail(String why, Instant now) {
        errorMessage = why;
        become(JobState.FAILED, now);
    }

    /** Does the work of the job. */
    abstract void run();

    /** Does what it was at when it was aborted. */
    void finishChunk() {}

    /** How many records are done. */
    public abstract int processed();

    public abstract CsvFormat format();
}
