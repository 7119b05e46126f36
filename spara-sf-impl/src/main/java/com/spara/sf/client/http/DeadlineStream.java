package com.spara.sf.client.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A body that is closed, and with it the connection, when the deadline passes before it was read. */
final class DeadlineStream extends FilterInputStream {

    private final CompletableFuture<Void> alarm = new CompletableFuture<>();
    private final CompletableFuture<Void> watch;
    private volatile boolean late;

    DeadlineStream(InputStream body, Duration left) {
        super(body);
        this.watch = alarm.orTimeout(Math.max(1, left.toNanos()), TimeUnit.NANOSECONDS)
                .exceptionally(timeout -> giveUp());
    }

    private @Nullable Void giveUp() {
        late = true;
        try {
            in.close();
        } catch (IOException alreadyClosed) {
            throw new UncheckedIOException(alreadyClosed);
        }
        return null;
    }

    @Override
    public int read() throws IOException {
        try {
            return inTime(super.read());
        } catch (IOException failed) {
            throw explained(failed);
        }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            return inTime(super.read(bytes, offset, length));
        } catch (IOException failed) {
            throw explained(failed);
        }
    }

    private int inTime(int count) throws IOException {
        if (late) {
            throw new IOException("The answer was not complete before the deadline.");
        }
        return count;
    }

    private IOException explained(IOException failed) {
        return late ? new IOException("The answer was not complete before the deadline.", failed) : failed;
    }

    @Override
    public void close() throws IOException {
        alarm.complete(null);
        super.close();
        if (watch.isCompletedExceptionally()) {
            throw new IOException("The connection could not be closed at the deadline.");
        }
    }
}
