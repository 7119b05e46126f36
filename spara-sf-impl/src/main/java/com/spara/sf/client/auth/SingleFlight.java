package com.spara.sf.client.auth;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets one thread do what many ask for at the same moment; all get its result, or what it threw. Safe for use by many threads.
 */
final class SingleFlight<T> {

    private final AtomicReference<@Nullable CompletableFuture<T>> current = new AtomicReference<>();

    T run(Supplier<T> work) {
        CompletableFuture<T> mine = new CompletableFuture<>();
        CompletableFuture<T> first = current.compareAndExchange(null, mine);
        return first == null ? fly(mine, work) : join(first);
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

    private static <T> T join(CompletableFuture<T> first) {
        try {
            return first.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException shared) {
                throw shared;
            }
            throw failed;
        }
    }
}
