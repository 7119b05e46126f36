package com.spara.sf.testkit.bulk;

/** What cannot be done with a job, in Salesforce's words. */
public final class JobException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String errorCode;
    private final String wireMessage;

    JobException(String errorCode, String wireMessage) {
        super("a bulk job was refused with " + errorCode + "; wireMessage() says why");
        this.errorCode = errorCode;
        this.wireMessage = wireMessage;
    }

    static JobException invalidJob(String why) {
        return new JobException("INVALIDJOB", "InvalidJob : " + why);
    }

    static JobException wrongState(Job job, String what) {
        return new JobException(
                "INVALIDJOBSTATE",
                "Cannot " + what + ": job " + job.id() + " is in state "
                        + job.state().wireName());
    }

    public String errorCode() {
        return errorCode;
    }

    public String wireMessage() {
        return wireMessage;
    }
}
