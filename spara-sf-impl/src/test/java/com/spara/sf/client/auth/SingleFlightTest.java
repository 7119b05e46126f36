package com.spara.sf.client.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.spara.sf.client.rest.CallFailure;
import com.spara.sf.client.rest.Deadline;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SingleFlightTest {

    private final SingleFlight<String> shared = new SingleFlight<>();
    private final Deadline soon = Deadline.after(Clock.systemUTC(), Duration.ofSeconds(20));
    private final Deadline later = new Deadline(soon.clock(), soon.end().plusSeconds(20));
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);

    /** A flight that is given up as soon as it ends, if nobody but the first waits for it then. */
    private CompletableFuture<String> first(boolean looksLate) {
        return CompletableFuture.supplyAsync(() -> shared.run(
                limit -> {
                    Instant early = limit.get().end();
                    begun.countDown();
                    await(end);
                    Instant seen = looksLate ? limit.get().end() : early;
                    if (seen.isAfter(soon.end())) {
                        return "in the end";
                    }
                    throw new OutOfTimeException(
                            CallFailure.notDone(
                                    OauthFailure.lost("nothing", null).passing()),
                            seen);
                },
                soon));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private CompletableFuture<String> second() throws InterruptedException {
        begun.await();
        CompletableFuture<String> second = new CompletableFuture<>();
        Thread thread = new Thread(() -> second.complete(shared.run(limit -> "another", later)));
        thread.start();
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        return second;
    }

    @Test
    void aFlightMayTakeAsLongAsWhoeverWaitsLongest() throws Exception {
        CompletableFuture<String> first = first(true);
        CompletableFuture<String> second = second();
        end.countDown();
        assertEquals("in the end", second.get());
        assertEquals("in the end", first.get());
    }

    @Test
    void whoWasNotCountedWhenAFlightWasGivenUpBeginsAnother() throws Exception {
        CompletableFuture<String> first = first(false);
        CompletableFuture<String> second = second();
        end.countDown();
        assertEquals("another", second.get());
        assertThrows(ExecutionException.class, first::get);
    }

    /** Who got the result of a flight and asks again, as ConnectionAccess.renewed does, must not get the same one again. */
    @Test
    void aRunAfterAFlightIsAnotherFlight() throws Exception {
        int same = 0;
        for (int i = 0; i < 300; i++) {
            SingleFlight<String> flight = new SingleFlight<>();
            Deadline deadline = Deadline.after(Clock.systemUTC(), Duration.ofSeconds(10));
            CountDownLatch inside = new CountDownLatch(1);
            CountDownLatch go = new CountDownLatch(1);
            var leader = CompletableFuture.runAsync(() -> flight.run(
                    limit -> {
                        inside.countDown();
                        try {
                            go.await();
                        } catch (InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                        return "old";
                    },
                    deadline));
            inside.await();
            var follower = CompletableFuture.supplyAsync(() -> {
                int olds = 0;
                for (int k = 0; k < 4; k++) {
                    olds += flight.run(limit -> "new", deadline).equals("old") ? 1 : 0;
                }
                return olds;
            });
            Thread.onSpinWait();
            go.countDown();
            leader.get();
            int olds = follower.get();
            same += olds > 1 ? 1 : 0;
        }
        assertEquals(0, same, "got the ended flight again");
    }
}
