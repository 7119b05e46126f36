package com.spara.sf.client.push;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.client.rest.Deadline;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;

/** Who waits for whom, and that a lock is forgotten when nobody wants it. */
@Timeout(30)
@Isolated("waits no longer than 20 ms")
class KeyLocksTest {

    private final KeyLocks locks = new KeyLocks();

    private static Deadline within(Duration time) {
        return Deadline.after(Clock.systemUTC(), time);
    }

    private Optional<Integer> elsewhere(String... keys) {
        return CompletableFuture.supplyAsync(
                        () -> locks.holding(List.of(keys), within(Duration.ofMillis(20)), locks::size))
                .join();
    }

    @Test
    void locksAreThereAsLongAsTheyAreHeld() {
        assertEquals(Optional.of(2), locks.holding(List.of("a", "b", "a"), within(Duration.ofSeconds(5)), locks::size));
        assertEquals(0, locks.size());
    }

    @Test
    void whoComesTooLateRunsNothingAndLeavesNoLockBehind() {
        locks.holding(List.of("b"), within(Duration.ofSeconds(5)), () -> {
            assertEquals(Optional.empty(), elsewhere("a", "b"));
            assertEquals(1, locks.size(), "only the one that is held");
            assertEquals(Optional.of(2), elsewhere("c"), "others do not wait");
            return "done";
        });
        assertEquals(Optional.of(1), elsewhere("a"));
        assertEquals(0, locks.size());
    }

    @Test
    void whoIsInterruptedRunsNothingAndStaysInterrupted() {
        Thread.currentThread().interrupt();
        assertEquals(Optional.empty(), locks.holding(List.of("a"), within(Duration.ofSeconds(5)), locks::size));
        assertTrue(Thread.interrupted());
        assertEquals(0, locks.size());
    }

    @Test
    void workThatThrowsGivesItsLocksBack() {
        try {
            locks.holding(List.of("a"), within(Duration.ofSeconds(5)), () -> {
                throw new IllegalStateException("thrown");
            });
        } catch (IllegalStateException thrown) {
            assertEquals("thrown", thrown.getMessage());
        }
        assertEquals(Optional.of(1), elsewhere("a"));
    }

    @Test
    void nobodyWaitsForWhoTakesLong() {
        locks.holding(List.of("a", "b"), within(Duration.ofSeconds(5)), () -> {
            CompletableFuture<Optional<String>> one = waitingForA();
            CompletableFuture<Optional<String>> another = waitingForA();
            locks.takeLong(List.of("a"));
            assertEquals(Optional.empty(), one.join());
            assertEquals(Optional.empty(), another.join());
            assertTrue(takesLongElsewhere("a"));
            assertFalse(takesLongElsewhere("b"));
            return "done";
        });
        assertFalse(takesLongElsewhere("a"));
        assertEquals(Optional.of(1), elsewhere("a"));
    }

    private boolean takesLongElsewhere(String key) {
        return CompletableFuture.supplyAsync(() -> locks.takenLong(List.of(key)))
                .join()
                .contains(key);
    }

    @Test
    void whoHoldsALockTakesItAgain() {
        Optional<Integer> times = locks.holding(List.of("a"), within(Duration.ZERO), () -> {
            locks.takeLong(List.of("a"));
            return locks.holding(List.of("a"), within(Duration.ZERO), locks::size)
                    .orElseThrow();
        });
        assertEquals(Optional.of(1), times);
        assertEquals(0, locks.size());
    }

    @Test
    void whoWaitsGetsTheLockWhenItIsGivenBack() {
        CompletableFuture<Optional<String>> waiting = locks.holding(
                        List.of("a"), within(Duration.ofSeconds(5)), this::waitingForA)
                .orElseThrow();
        assertEquals(Optional.of("mine"), waiting.join());
    }

    /** What another thread gets, which waits by now. */
    private CompletableFuture<Optional<String>> waitingForA() {
        CompletableFuture<Optional<String>> result = new CompletableFuture<>();
        Thread waits = new Thread(
                () -> result.complete(locks.holding(List.of("a"), within(Duration.ofHours(1)), () -> "mine")));
        waits.start();
        while (waits.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        return result.orTimeout(10, TimeUnit.SECONDS);
    }
}
