package com.spara.sf.testkit.rest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream whose first byte is waited for. */
final class LateStream extends FilterInputStream {
    private final Wait wait;
    private boolean waited;

    LateStream(InputStream stream, Wait wait) {
        super(stream);
        this.wait = wait;
    }

    /** Waits; throws when the caller would wait no longer. */
    @FunctionalInterface
    interface Wait {
        void pass() throws IOException;
    }

    @Override
    public int read() throws IOException {
        waitOnce();
        return super.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        waitOnce();
        return super.read(target, offset, length);
    }

    private void waitOnce() throws IOException {
        if (!waited) {
            waited = true;
            wait.pass();
        }
    }
}
