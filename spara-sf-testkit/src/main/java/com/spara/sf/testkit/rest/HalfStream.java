package com.spara.sf.testkit.rest;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The first bytes of a stream; then the connection is gone, or it looks as if that had been all. */
final class HalfStream extends FilterInputStream {
    private final boolean tells;
    private long left;

    HalfStream(InputStream whole, long bytes, boolean tells) {
        super(whole);
        this.left = bytes;
        this.tells = tells;
    }

    @Override
    public int read() throws IOException {
        return isOver() ? -1 : one(super.read());
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (isOver()) {
            return -1;
        }
        int read = super.read(target, offset, (int) Math.min(left, length));
        left -= Math.max(read, 0);
        return read;
    }

    private int one(int read) {
        left--;
        return read;
    }

    private boolean isOver() throws EOFException {
        if (left <= 0 && tells) {
            throw new EOFException("the connection was closed in the middle of the body, as it was planned");
        }
        return left <= 0;
    }
}
