package com.spara.sf.client.rest;

/** The way into one org, as its wire needs it. Safe for use by many threads. */
public interface OrgAccess {

    /** What names the org in plans and messages. */
    String org();

    /**
     * What to send requests with.
     *
     * @throws CallFailure if the org is not connected; then no request goes out
     */
    Access current(Deadline deadline);

    /**
     * What to send requests with after Salesforce took this one for expired; however many threads ask, it is renewed once.
     *
     * @throws CallFailure if it cannot be renewed
     */
    Access renewed(Access expired, Deadline deadline);

    /** Whether Salesforce gave it a moment ago, so that it cannot have expired. */
    boolean isJustGiven(Access fresh);

    /** Notes that Salesforce took one for expired that it had just given, and returns what the caller gets to see. */
    CallFailure refused(Access fresh);
}
