package com.spara.sf.testkit.rest;

import java.util.List;

/** Something that goes wrong with a request, on plan. */
public sealed interface Fault {
    /** The request does nothing and is answered so. */
    record Answer(int status, String contentType, String body) implements Fault {}

    /** The request does nothing and is answered with an error in Salesforce's own form. */
    record Refusal(String code, String message, List<String> fields) implements Fault {
        public Refusal {
            fields = List.copyOf(fields);
        }
    }

    /** The request for logging in does nothing and is answered with an error object. */
    record LoginRefusal(int status, String error, String description) implements Fault {}

    /** The connection fails; when, decides whether the work was done. */
    enum Cut implements Fault {
        NEVER_SENT,
        REQUEST_LOST,
        ANSWER_LOST
    }
}
