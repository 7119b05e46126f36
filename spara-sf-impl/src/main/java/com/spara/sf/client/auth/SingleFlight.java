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
 * Lets one thread do what many ask for at the same moment; all get its result, or what it threw. Safe for use by many threads.
 */
final class SingleFlight<T> {

    private final AtomicReference<@Nullable CompletableFuture<T>> current = new AtomicReference<>();

    /** Runs the work, or waits for who runs it, no longer than until the deadline. */
    T run(Supplier<T> work, Deadline deadline) {
        CompletableFuture<T> mine = new CompletableFuture<>();
        CompletableFuture<T> first = current.compareAndExchange(null, mine);
        return first == null ? fly(mine, work) : join(first, deadline);
    }

    private T fly(CompletableFuture<T> mine, Supplier<T> work) {
        try {
            T result = work.get();
            mine.complete(result);
            return result;
        } catch (RuntimeException | Error thrown) {
            mine.completeExceptionally(thrown);
            throw thrown;
        } finally {
            current.set(null);
        }
    }

    private static <T> T join(CompletableFuture<T> first, Deadline deadline) {
        try {
            return first.get(Math.max(0, deadline.left().toNanos()), TimeUnit.NANOSECONDS);
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
