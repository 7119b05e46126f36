package com.spara.sf.testkit.rest;

/** The connection fails, on plan: the caller gets no answer. */
public final class CutException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Fault.Cut cut;

    CutException(Fault.Cut cut) {
        super("the fake org cuts the connection, as it was planned: " + cut);
        this.cut = cut;
    }

    public Fault.Cut cut() {
        return cut;
    }
}
