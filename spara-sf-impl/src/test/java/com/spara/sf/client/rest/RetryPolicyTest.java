package com.spara.sf.client.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.client.rest.RetryPolicy.Remedy;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long and how often, to the millisecond. */
class RetryPolicyTest {

    private static final RandomGenerator LEAST = random(false);
    private static final RandomGenerator MOST = random(true);

    private static RandomGenerator random(boolean most) {
        return new RandomGenerator() {
            @Override
            public long nextLong() {
                return 0;
            }

            @Override
            public long nextLong(long bound) {
                return most ? bound - 1 : 0;
            }
        };
    }

    private static CallFailure lost() {
        return CallFailure.noAnswer(new IOException("lost"));
    }

    @ParameterizedTest
    @CsvSource({
        "REPEAT, 1, 100, 200",
        "REPEAT, 2, 200, 400",
        "REPEAT, 3, 400, 800",
        "WAIT, 1, 500, 1000",
        "WAIT, 2, 1000, 2000",
        "WAIT, 5, 8000, 16000",
        "WAIT, 6, 10000, 20000",
        "WAIT, 9, 10000, 20000"
    })
    void pausesDoubleUpToTwentySecondsAndAreHalfChance(Remedy remedy, int attempt, long least, long most) {
        assertEquals(Duration.ofMillis(least), RetryPolicy.pause(lost(), remedy, attempt, LEAST));
        assertEquals(Duration.ofMillis(most), RetryPolicy.pause(lost(), remedy, attempt, MOST));
    }

    @Test
    void whatSalesforceAsksForIsTheLeast() {
        CallFailure asking = CallFailure.throttled(429, "").askingFor(Duration.ofSeconds(3));
        assertEquals(Duration.ofSeconds(3), RetryPolicy.pause(asking, Remedy.WAIT, 1, MOST));
        assertEquals(Duration.ofSeconds(8), RetryPolicy.pause(asking, Remedy.WAIT, 5, LEAST));
    }

    @ParameterizedTest
    @CsvSource({
        "NOT_SENT, REPEAT, REPEAT",
        "LOST, REPEAT, LOOK_FIRST",
        "BUSY, WAIT, LOOK_FIRST",
        "THROTTLED, WAIT, WAIT",
        "NOT_UNDERSTOOD, WAIT, LOOK_FIRST",
        "TOO_LONG, STOP, LOOK_FIRST",
        "LIMIT, STOP, STOP",
        "REFUSED, STOP, STOP"
    })
    void everyFaultHasItsRemedy(Fault fault, Remedy read, Remedy write) {
        assertEquals(read, RetryPolicy.of(fault, true));
        assertEquals(write, RetryPolicy.of(fault, false));
    }

    @Test
    void aBudgetHoldsAHundredRepetitions() {
        RetryBudget budget = new RetryBudget();
        assertEquals(100, IntStream.range(0, 200).filter(i -> budget.take()).count());
    }

    @Test
    void fiveSuccessesEarnOneRepetition() {
        RetryBudget budget = new RetryBudget();
        IntStream.range(0, 100).forEach(i -> budget.take());
        IntStream.range(0, 4).forEach(i -> budget.succeeded(false));
        assertFalse(budget.take());
        budget.succeeded(false);
        assertTrue(budget.take());
        assertFalse(budget.take());
    }

    @Test
    void aRepetitionThatHelpedIsGivenBackAndTheBudgetNeverGrowsBeyondItsMost() {
        RetryBudget budget = new RetryBudget();
        budget.succeeded(true);
        assertEquals(100, IntStream.range(0, 200).filter(i -> budget.take()).count());
        budget.succeeded(true);
        assertTrue(budget.take());
    }

    @Test
    void aDeadlineAllowsAPauseOnlyIfThereIsTimeAfterIt() {
        Instant now = Instant.EPOCH;
        Deadline deadline = Deadline.after(Clock.fixed(now, ZoneOffset.UTC), Duration.ofSeconds(5));
        assertEquals(Duration.ofSeconds(5), deadline.left());
        assertTrue(deadline.allows(Duration.ofSeconds(5).minusNanos(1)));
        assertFalse(deadline.allows(Duration.ofSeconds(5)));
    }

    @Test
    void pausesOfRealChanceLieBetweenTheBounds() {
        RandomGenerator random = new SplittableRandom(1);
        assertTrue(IntStream.range(0, 500)
                .mapToObj(
                        i -> RetryPolicy.pause(lost(), Remedy.REPEAT, 1, random).toMillis())
                .allMatch(pause -> pause >= 100 && pause <= 200));
    }
}
