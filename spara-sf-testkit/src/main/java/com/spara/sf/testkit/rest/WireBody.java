package com.spara.sf.testkit.rest;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.function.Supplier;

/** The body of an answer: bytes at hand, or a stream of which nobody need hold more than a piece. Immutable. */
public final class WireBody {
    private static final int UNKNOWN = -1;
    private static final byte[] NOTHING = {};

    private final byte[] bytes;
    private final long length;
    private final Supplier<InputStream> source;

    private WireBody(byte[] bytes, long length, Supplier<InputStream> source) {
        this.bytes = bytes;
        this.length = length;
        this.source = source;
    }

    public static WireBody of(byte[] bytes) {
        return new WireBody(bytes, bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    /** A body whose length nobody knows before it has ended. */
    public static WireBody streamed(Supplier<InputStream> source) {
        return new WireBody(NOTHING, UNKNOWN, source);
    }

    /** The bytes, for those who keep them; none of a stream. */
    byte[] bytes() {
        return bytes;
    }

    boolean isStreamed() {
        return length == UNKNOWN;
    }

    /** In bytes; negative for a stream. */
    long length() {
        return length;
    }

    InputStream open() {
        return source.get();
    }
}
