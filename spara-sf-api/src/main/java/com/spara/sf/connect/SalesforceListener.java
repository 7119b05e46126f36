package com.spara.sf.connect;

import com.spara.sf.sync.PushResult;

/**
 * Hears what operators want to know. Every method does nothing unless it is overridden, so that a listener names only what it
 * wants.
 *
 * <p>Called by the thread that did the work, with nothing locked: return soon. How a connection is first found when a process
 * starts is no change; ask {@link Connection#state()} for that. What a listener throws is logged by its type and otherwise
 * without effect. Implementations are safe for use by many threads.
 */
public interface SalesforceListener {

    /**
     * Hears that a connection stands otherwise than before; once for each change in this JVM.
     *
     * @param connection the connection's name, or the address of the org for one that has none
     * @param state how it stands now
     */
    default void connectionChanged(String connection, ConnectionState state) {}

    /**
     * Hears of each HTTP request to an org's API when it is over, those that failed and those that were sent again among
     * them.
     *
     * @param connection the connection's name, or the address of the org for one that has none
     * @param report what came of it
     */
    default void called(String connection, CallReport report) {}

    /**
     * Hears of each lead that was pushed, with all that is known of it; {@code toString} of the result can be logged.
     *
     * @param connection the connection's name, or the address of the org for one that has none
     * @param result what came of it
     */
    default void pushed(String connection, PushResult result) {}
}
