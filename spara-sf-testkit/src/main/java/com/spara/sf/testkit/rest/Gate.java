package com.spara.sf.testkit.rest;

import com.spara.sf.testkit.oauth.OauthRequest;
import java.time.Instant;
import java.util.Optional;

/** Stands where every request and every part of a composite passes. */
public interface Gate {
    /** What goes wrong with this request; empty when nothing does. Asked once for each. */
    Optional<Fault> fault(Visit visit);

    /** What goes wrong with this request for logging in; empty when nothing does. Asked once for each. */
    Optional<Fault> fault(OauthRequest request);

    /** Told of every HTTP call when it is over. */
    void passed(PassedCall call);

    /** Does work that arrived at the moment and comes late: it is dated back, and nothing goes wrong with it. */
    void late(Instant arrived, Runnable work);
}
