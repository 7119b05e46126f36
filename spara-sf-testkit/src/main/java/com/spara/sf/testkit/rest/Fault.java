package com.spara.sf.testkit.rest;

/** Something that goes wrong with a request, on plan. */
public sealed interface Fault {
    /** The request does nothing and is answered so. */
    record Answer(int status, String contentType, String body) implements Fault {}

    /** The connection fails; when, decides whether the work was done. */
    enum Cut implements Fault {
        NEVER_SENT,
        REQUEST_LOST,
        ANSWER_LOST
    }
}
