package com.spara.sf.client.auth;

import com.spara.sf.client.rest.CallFailure;
import com.spara.sf.client.rest.Deadline;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Does once what many threads ask for at the same moment; all get its result, or what it threw. The work has a thread of its
 * own as long as it lasts, so that nobody who waits can break it off: neither an interrupt nor a deadline costs a token that
 * is on its way. Safe for use by many threads.
 */
final class SingleFlight<T> {

    private final AtomicReference<@Nullable CompletableFuture<T>> current = new AtomicReference<>();

    /** Begins the work, or finds it begun, and waits for it no longer than until the deadline. */
    T run(Supplier<T> work, Deadline deadline) {
        CompletableFuture<T> mine = new CompletableFuture<>();
        CompletableFuture<T> first = current.compareAndExchange(null, mine);
        if (first != null) {
            return join(first, deadline);
        }
        Thread thread = new Thread(() -> fly(mine, work), "spara-sf-token");
        thread.setDaemon(true);
        try {
            thread.start();
        } catch (Error noThread) {
            current.compareAndSet(mine, null);
            mine.completeExceptionally(new IllegalStateException("There is no thread to ask for a token.", noThread));
        }
        return join(mine, deadline);
    }

    /** The flight is over before anybody hears of its result, so that who asks again begins another one. */
    private void fly(CompletableFuture<T> mine, Supplier<T> work) {
        try {
            T result = work.get();
            current.compareAndSet(mine, null);
            mine.complete(result);
        } catch (RuntimeException | Error thrown) {
            current.compareAndSet(mine, null);
            mine.completeExceptionally(thrown);
        }
    }

    private static <T> T join(CompletableFuture<T> flight, Deadline deadline) {
        try {
            return flight.get(Math.max(0, deadline.left().toNanos()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            throw CallFailure.notDone(
                    OauthFailure.lost("no answer in time", late).passing());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw CallFailure.notDone(OauthFailure.lost("nothing before the thread was interrupted", stop)
                    .passing());
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException shared) {
                throw shared;
            }
            throw new IllegalStateException(failed);
        }
    }
}
