package com.spara.sf.benchmarks;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/** Looks every millisecond at what a thread does, and sorts what it sees: the wire and the org behind it, JSON, or ours. */
final class Shares implements AutoCloseable {

    private final Thread watched = Thread.currentThread();
    private final Thread watcher = new Thread(this::watch, "shares");
    private volatile boolean running = true;
    private int wire;
    private int json;
    private int ours;

    Shares() {
        watcher.setDaemon(true);
        watcher.start();
    }

    private void watch() {
        while (running) {
            LockSupport.parkNanos(1_000_000);
            note(watched.getStackTrace());
        }
    }

    private void note(StackTraceElement[] stack) {
        if (has(stack, "com.spara.sf.testkit.")) {
            wire++;
        } else if (has(stack, "org.eclipse.parsson.") || has(stack, "com.spara.sf.client.json.")) {
            json++;
        } else {
            ours++;
        }
    }

    private static boolean has(StackTraceElement[] stack, String prefix) {
        return Arrays.stream(stack).anyMatch(frame -> frame.getClassName().startsWith(prefix));
    }

    @Override
    public void close() {
        running = false;
        try {
            watcher.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String toString() {
        double all = Math.max(1, wire + json + ours);
        return String.format(
                Locale.ROOT,
                "fake org %.0f %%, JSON %.0f %%, the library itself %.0f %%",
                100 * wire / all,
                100 * json / all,
                100 * ours / all);
    }
}
