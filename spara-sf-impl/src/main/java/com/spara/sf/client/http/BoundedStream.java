package com.spara.sf.client.http;

import com.spara.sf.spi.WireResponse;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** A stream that fails once it has given more bytes than it may. */
public final class BoundedStream extends FilterInputStream {

    private final long most;
    private long count;

    BoundedStream(InputStream in, long most) {
        super(in);
        this.most = most;
    }

    /** The body of an answer, expanded where it is compressed; what is bounded are the bytes that come out. */
    public static BoundedStream decoded(WireResponse response, long most) throws IOException {
        boolean gzip = response.header("Content-Encoding").orElse("").equalsIgnoreCase("gzip");
        return new BoundedStream(gzip ? new GZIPInputStream(response.body()) : response.body(), most);
    }

    /** How many bytes came out so far. */
    public long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        counted(b < 0 ? 0 : 1);
        return b;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int n = super.read(bytes, offset, length);
        counted(Math.max(0, n));
        return n;
    }

    private void counted(int n) throws IOException {
        count += n;
        if (count > most) {
            throw new IOException("The answer is longer than " + most + " bytes.");
        }
    }
}
