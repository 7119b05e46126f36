package com.spara.sf.client.push;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** As many batches at a time as help. */
class ConcurrencyTest {

    private static final Duration USUAL = Duration.ofMillis(100);

    private final Concurrency concurrency = new Concurrency();
    private int batches;

    /** Rounds of as many batches as may be; each takes what is said for its number. */
    private void rounds(int rounds, boolean isCrowded, IntFunction<Duration> time) {
        for (int round = 0; round < rounds; round++) {
            Deque<Concurrency.Permit> begun = new ArrayDeque<>();
            for (int own = 0; concurrency.allows(own, 100); own++) {
                begun.add(concurrency.begin());
            }
            int together = begun.size();
            for (int i = 0; i < together; i++) {
                concurrency.end(begun.remove(), isCrowded, 2, time.apply(batches++));
                begun.add(concurrency.begin());
            }
            begun.forEach(permit -> concurrency.end(permit, false, 0, Duration.ZERO));
        }
    }

    private void rounds(int rounds, Duration time) {
        rounds(rounds, false, any -> time);
    }

    @Test
    void itStartsWithTwo() {
        assertEquals(2, concurrency.limit(100));
    }

    @Test
    void anOrgThatKeepsItsPaceGetsMore() {
        rounds(40, USUAL);
        assertTrue(concurrency.limit(100) >= 8, "only " + concurrency.limit(100));
        assertEquals(4, concurrency.limit(4));
    }

    @Test
    void batchesThatDifferAreJudgedTogether() {
        rounds(60, false, number -> number % 2 == 0 ? USUAL.dividedBy(5) : USUAL.multipliedBy(2));
        assertTrue(concurrency.limit(100) >= 8, "only " + concurrency.limit(100));
    }

    @Test
    void anOrgThatTakesNoMoreInTheSameTimeGetsNoMore() {
        for (int i = 0; i < 60; i++) {
            rounds(1, USUAL.multipliedBy(Math.max(4, concurrency.limit(100))));
        }
        assertTrue(concurrency.limit(100) <= 6, "it went on to " + concurrency.limit(100));
    }

    @Test
    void anOrgThatIsCrowdedGetsHalfAsManyOnceForEachRound() {
        rounds(40, USUAL);
        int before = concurrency.limit(100);
        rounds(1, true, any -> USUAL);
        assertEquals(before / 2, concurrency.limit(100));
    }

    @Test
    void anOrgThatTakesMuchFewerGetsFewer() {
        rounds(40, USUAL);
        int before = concurrency.limit(100);
        rounds(8, USUAL.multipliedBy(10));
        assertTrue(concurrency.limit(100) < before, "still " + before);
    }

    @Test
    void batchesWithoutACallAndClocksThatAreSetBackSayNothing() {
        rounds(40, USUAL);
        int before = concurrency.limit(100);
        for (int i = 0; i < 100; i++) {
            concurrency.end(concurrency.begin(), false, 0, Duration.ofNanos(1));
            concurrency.end(concurrency.begin(), false, 2, Duration.ofSeconds(-5));
        }
        assertEquals(before, concurrency.limit(100));
    }

    @Test
    void oneIsAlwaysAllowed() {
        rounds(20, true, any -> USUAL);
        assertEquals(1, concurrency.limit(100));
        concurrency.begin();
        assertTrue(concurrency.allows(0, 1));
        assertFalse(concurrency.allows(1, 100));
    }
}
