package com.spara.sf.spi;

import java.util.Optional;

/**
 * Keeps the connections of a host, tokens included, by their names. In memory by default; a host that wants them to outlive
 * the process gives one of its own, or the client's file store.
 *
 * <p>When {@link #save} returns, the connection must be safe: a refresh token that Salesforce rotated is stored before the
 * access token that came with it is used, and one that is lost costs the customer another login. An implementation throws
 * whatever it likes when it cannot keep its promise; the call that needed it fails, and nothing is sent with the new token.
 *
 * <p>Implementations are safe for use by many threads.
 */
public interface TokenStore {

    /**
     * Returns what is kept.
     *
     * @param connection the connection's name
     * @return the connection, or empty if none of the name was saved
     */
    Optional<StoredConnection> load(String connection);

    /**
     * Keeps a connection in place of what was kept under its name.
     *
     * @param connection the connection's name
     * @param stored what to keep
     */
    void save(String connection, StoredConnection stored);

    /**
     * Runs the work while no other work on the same connection runs, in this process or in another one that shares the
     * store. Each refresh is such work: it loads, asks Salesforce, and saves. The default simply runs it, which is right for
     * a store that one client uses alone, since a client keeps its own threads apart. A store that lends the turn for a time
     * only must refuse to save for whoever lost it.
     *
     * @param connection the connection's name
     * @param work what to run
     */
    default void exclusively(String connection, Runnable work) {
        work.run();
    }

    /**
     * Returns a store in memory, which forgets everything with the process.
     *
     * @return a new store
     */
    static TokenStore inMemory() {
        return new MemoryTokenStore();
    }
}
