package com.spara.sf.testkit;

/** Planned trouble that happened. Immutable and thread-safe. */
public final class MetTrouble {
    private final Trouble trouble;
    private final String call;

    MetTrouble(Trouble trouble, String call) {
        this.trouble = trouble;
        this.call = call;
    }

    /** {@return what was planned} */
    public Trouble trouble() {
        return trouble;
    }

    /**
     * Returns what it happened to.
     *
     * @return for example {@code POST sobjects/Lead}, {@code the part PATCH composite/sobjects} or {@code an update of
     *     00Q000000000001AAA}
     */
    public String call() {
        return call;
    }

    @Override
    public String toString() {
        return call + " met " + trouble;
    }
}
