package com.spara.sf.testkit.rest;

import java.util.Optional;

/** Stands where every request and every part of a composite passes. */
public interface Gate {
    /** What goes wrong with this request; empty when nothing does. Asked once for each. */
    Optional<Fault> fault(Visit visit);

    /** Told of every HTTP call when it is over. */
    void passed(PassedCall call);
}
