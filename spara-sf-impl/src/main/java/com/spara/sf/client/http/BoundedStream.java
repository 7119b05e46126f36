package com.spara.sf.client.http;

import com.spara.sf.spi.WireResponse;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A stream of JSON that fails once it has given more bytes than it may, or more within one text, so that whoever reads it
 * never needs more memory than that. It knows no more of JSON than where texts begin and end.
 */
public final class BoundedStream extends FilterInputStream {

    private static final int LONGEST_TEXT = 2 * 1024 * 1024;

    private final CountedStream counted;
    private int sinceQuote;
    private boolean escaped;

    BoundedStream(InputStream in, long most) {
        this(new CountedStream(in, most));
    }

    private BoundedStream(CountedStream counted) {
        super(counted);
        this.counted = counted;
    }

    /** The body of an answer, expanded where it is compressed; what is bounded are the bytes that come out. */
    public static BoundedStream decoded(WireResponse response, long most) throws IOException {
        return new BoundedStream(CountedStream.decoded(response, most));
    }

    /** How many bytes came out so far. */
    public long count() {
        return counted.count();
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        if (one >= 0) {
            seen((byte) one);
        }
        return one;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int n = super.read(bytes, offset, length);
        for (int i = offset; i < offset + n; i++) {
            seen(bytes[i]);
        }
        return n;
    }

    /** What lies between two quotes is a text, or the space between texts, which is short. */
    private void seen(byte b) throws IOException {
        if (b == '"' && !escaped) {
            sinceQuote = 0;
        } else if (++sinceQuote > LONGEST_TEXT) {
            throw new TooLongException("a text of more than " + LONGEST_TEXT + " bytes");
        }
        escaped = b == '\\' && !escaped;
    }

    @Override
    public long skip(long n) throws IOException {
        throw new IOException("This stream is read and not skipped.");
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
