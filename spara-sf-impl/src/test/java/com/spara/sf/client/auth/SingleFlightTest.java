package com.spara.sf.client.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.spara.sf.client.rest.Deadline;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SingleFlightTest {

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
                    () -> {
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
                    olds += flight.run(() -> "new", deadline).equals("old") ? 1 : 0;
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
