package com.spara.sf.client.auth;

import com.spara.sf.client.rest.CallFailure;
import com.spara.sf.client.rest.Deadline;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Does once what many threads ask for at the same moment; all get its result, or what it threw. The work has a thread of its
 * own as long as it lasts, so that nobody who waits can break it off: neither an interrupt nor a deadline costs a token that
 * is on its way. It may take as long as whoever waits longest. Safe for use by many threads.
 */
final class SingleFlight<T> {

    private final AtomicReference<@Nullable Flight<T>> current = new AtomicReference<>();

    /** What is under way, and until when somebody waits for it. */
    private static final class Flight<T> {

        private final CompletableFuture<T> result = new CompletableFuture<>();
        private final AtomicReference<Deadline> latest;

        Flight(Deadline first) {
            latest = new AtomicReference<>(first);
        }

        void wantedUntil(Deadline deadline) {
            latest.accumulateAndGet(deadline, (one, other) -> one.end().isBefore(other.end()) ? other : one);
        }
    }

    /**
     * Begins the work, or finds it begun, and waits for it no longer than until the deadline. The work is told until when
     * somebody waits; if it was given up before it knew of this deadline, it is begun again.
     */
    T run(Function<Supplier<Deadline>, T> work, Deadline deadline) {
        while (true) {
            try {
                return join(begun(work, deadline).result, deadline);
            } catch (OutOfTimeException over) {
                if (!deadline.end().isAfter(over.limit())) {
                    throw over.failure();
                }
            }
        }
    }

    private Flight<T> begun(Function<Supplier<Deadline>, T> work, Deadline deadline) {
        Flight<T> mine = new Flight<>(deadline);
        Flight<T> first = current.compareAndExchange(null, mine);
        if (first != null) {
            first.wantedUntil(deadline);
            return first;
        }
        Thread thread = new Thread(() -> fly(mine, work), "spara-sf-token");
        thread.setDaemon(true);
        try {
            thread.start();
        } catch (Error noThread) {
            current.compareAndSet(mine, null);
            mine.result.completeExceptionally(
                    new IllegalStateException("There is no thread to ask for a token.", noThread));
        }
        return mine;
    }

    /** The flight is over before anybody hears of its result, so that who asks again begins another one. */
    private void fly(Flight<T> mine, Function<Supplier<Deadline>, T> work) {
        try {
            T result = work.apply(mine.latest::get);
            current.compareAndSet(mine, null);
            mine.result.complete(result);
        } catch (RuntimeException | Error thrown) {
            current.compareAndSet(mine, null);
            mine.result.completeExceptionally(thrown);
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
