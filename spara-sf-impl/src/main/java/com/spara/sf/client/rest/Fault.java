package com.spara.sf.client.rest;

/** What can be wrong with a call, as far as it matters for what is done about it. */
public enum Fault {
    /** Salesforce never saw the request. */
    NOT_SENT,
    /** The request went out, and no complete answer came. */
    LOST,
    /** Salesforce, or what stands before it, answered that it cannot now (HTTP 5xx). */
    BUSY,
    /** Salesforce turned the request away unread, since there are too many at the moment (HTTP 429, 420, concurrent requests). */
    THROTTLED,
    /** The answer is none that Salesforce gives. */
    NOT_UNDERSTOOD,
    /** The answer is longer than is read at once, and would be so again. */
    TOO_LONG,
    /** The org's allowance for the day is used up. */
    LIMIT,
    /** Salesforce understood the request and refused it. */
    REFUSED;

    /** Whether fewer requests at a time would help. */
    boolean isCrowded() {
        return this == BUSY || this == THROTTLED;
    }
}
