package com.spara.sf.testkit;

import com.spara.sf.testkit.rest.LoopbackServer;

/** An org on a port of this machine, until it is closed. Thread-safe. */
public final class FakeServer implements AutoCloseable {
    private final LoopbackServer server;

    FakeServer(LoopbackServer server) {
        this.server = server;
    }

    /**
     * Returns the address to use in place of the org's own.
     *
     * @return for example {@code http://127.0.0.1:49152}
     */
    public String url() {
        return "http://127.0.0.1:" + server.port();
    }

    /** Frees the port; the org itself stays. */
    @Override
    public void close() {
        server.close();
    }

    @Override
    public String toString() {
        return "FakeServer " + url();
    }
}
