package com.spara.sf.testkit.rest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterInputStream;

/** Compresses a stream while it is read, so that nobody ever holds all of it, in either form (RFC 1952). */
public final class GzippedStream extends InputStream {
    private static final byte[] HEAD = {0x1f, (byte) 0x8b, Deflater.DEFLATED, 0, 0, 0, 0, 0, 0, 0};
    private static final int TAIL_BYTES = 8;

    private final CRC32 checksum = new CRC32();
    private final Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    private final DeflaterInputStream body;
    private InputStream current = new ByteArrayInputStream(HEAD);
    private final Iterator<Supplier<InputStream>> next =
            List.<Supplier<InputStream>>of(this::body, this::tail).iterator();

    public GzippedStream(InputStream plain) {
        this.body = new DeflaterInputStream(new CheckedInputStream(plain, checksum), deflater);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = current.read(target, offset, length);
        while (read < 0 && next.hasNext()) {
            current = next.next().get();
            read = current.read(target, offset, length);
        }
        return read;
    }

    private InputStream body() {
        return body;
    }

    private InputStream tail() {
        ByteBuffer tail = ByteBuffer.allocate(TAIL_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        tail.putInt((int) checksum.getValue()).putInt((int) deflater.getBytesRead());
        return new ByteArrayInputStream(tail.array());
    }

    @Override
    public void close() throws IOException {
        body.close();
        deflater.end();
    }
}
