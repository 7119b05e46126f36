package com.spara.sf.testkit.bulk;

/** How far a job has come. */
public enum JobState {
    OPEN("Open"),
    UPLOAD_COMPLETE("UploadComplete"),
    IN_PROGRESS("InProgress"),
    ABORTED("Aborted"),
    JOB_COMPLETE("JobComplete"),
    FAILED("Failed");

    private final String wireName;

    JobState(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    /** Whether nothing happens to the job any more. */
    public boolean isOver() {
        return this == ABORTED || this == JOB_COMPLETE || this == FAILED;
    }

    /** Whether the job can be deleted. */
    boolean isDeletable() {
        return isOver() || this == UPLOAD_COMPLETE;
    }

    boolean isWaiting() {
        return this == UPLOAD_COMPLETE || this == IN_PROGRESS;
    }
}
