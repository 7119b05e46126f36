package com.spara.sf.testkit.rest;

import java.io.InputStream;

/** The same few bytes again and again; however many, they take no room. */
public final class RepeatedStream extends InputStream {
    private static final int BYTE = 0xFF;

    private final byte[] pattern;
    private long left;
    private int next;

    public RepeatedStream(byte[] pattern, long bytes) {
        this.pattern = pattern;
        this.left = bytes;
    }

    @Override
    public int read() {
        if (left <= 0) {
            return -1;
        }
        left--;
        int value = pattern[next] & BYTE;
        next = (next + 1) % pattern.length;
        return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (left <= 0) {
            return length == 0 ? 0 : -1;
        }
        int count = (int) Math.min(left, length);
        for (int i = 0; i < count; i++) {
            target[offset + i] = pattern[next];
            next = next + 1 == pattern.length ? 0 : next + 1;
        }
        left -= count;
        return count;
    }
}
