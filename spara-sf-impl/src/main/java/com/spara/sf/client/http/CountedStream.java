package com.spara.sf.client.http;

import com.spara.sf.spi.WireResponse;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** A stream that counts the bytes that come out of it, and fails once they are more than they may be. */
public final class CountedStream extends FilterInputStream {

    private final long most;
    private volatile long count;

    /** Makes one that lets so many bytes through. */
    public CountedStream(InputStream in, long most) {
        super(in);
        this.most = most;
    }

    /** The body of an answer, expanded where it is compressed; what is counted are the bytes that come out. */
    public static CountedStream decoded(WireResponse response, long most) throws IOException {
        boolean gzip = response.header("Content-Encoding").orElse("").equalsIgnoreCase("gzip");
        return new CountedStream(gzip ? new GZIPInputStream(response.body()) : response.body(), most);
    }

    /** How many bytes came out so far. */
    public long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        int n = read(one, 0, 1);
        return n < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int n = super.read(bytes, offset, length);
        counted(Math.max(0, n));
        return n;
    }

    private void counted(int n) throws IOException {
        long now = count + n;
        count = now;
        if (now > most) {
            throw new TooLongException("longer than " + most + " bytes");
        }
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
