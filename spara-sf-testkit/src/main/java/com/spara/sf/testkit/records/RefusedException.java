package com.spara.sf.testkit.records;

/** A change that the org refuses. Its message names the code and the fields, never a value. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient SaveError error;

    public RefusedException(SaveError error) {
        super("the org refused the change with " + error.statusCode()
                + (error.fields().isEmpty() ? "" : " in " + error.fields()));
        this.error = error;
    }

    public SaveError error() {
        return error;
    }
}
