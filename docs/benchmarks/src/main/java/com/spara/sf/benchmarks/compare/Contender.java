package com.spara.sf.benchmarks.compare;

/** A client that does the job. Used by one thread; makes what it needs in {@link #open}, which is not measured. */
interface Contender extends AutoCloseable {

    /** Makes ready for an org. */
    void open(Place place) throws Exception;

    /** Does the job for the people below a number, and hands over what came back. */
    void run(int people, Tally cameBack) throws Exception;

    @Override
    default void close() {}
}
