package com.spara.sf.client.push;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;

/** As many batches at a time as help. */
class ConcurrencyTest {

    private static final Duration USUAL = Duration.ofMillis(100);

    private final Concurrency concurrency = new Concurrency();

    private void rounds(int rounds, boolean isCrowded, Duration time) {
        for (int round = 0; round < rounds; round++) {
            Deque<Concurrency.Permit> begun = new ArrayDeque<>();
            for (int own = 0; concurrency.allows(own, 100); own++) {
                begun.add(concurrency.begin());
            }
            while (!begun.isEmpty()) {
                concurrency.end(begun.remove(), isCrowded, time);
            }
        }
    }

    @Test
    void itStartsWithTwo() {
        assertEquals(2, concurrency.limit(100));
    }

    @Test
    void anOrgThatKeepsItsPaceGetsMoreRoundByRound() {
        rounds(40, false, USUAL);
        assertTrue(concurrency.limit(100) >= 8, "only " + concurrency.limit(100));
        assertEquals(4, concurrency.limit(4));
    }

    @Test
    void anOrgThatIsCrowdedGetsHalfAsManyOnceForEachRound() {
        rounds(40, false, USUAL);
        int before = concurrency.limit(100);
        rounds(1, true, USUAL);
        assertEquals(before / 2, concurrency.limit(100));
    }

    @Test
    void anOrgThatIsSlowerGetsNoMore() {
        rounds(40, false, USUAL);
        int before = concurrency.limit(100);
        rounds(5, false, USUAL.multipliedBy(3));
        assertEquals(before, concurrency.limit(100));
    }

    @Test
    void anOrgThatIsMuchSlowerGetsFewer() {
        rounds(40, false, USUAL);
        int before = concurrency.limit(100);
        rounds(1, false, USUAL.multipliedBy(10));
        assertEquals(before - 1, concurrency.limit(100));
    }

    @Test
    void oneIsAlwaysAllowed() {
        rounds(20, true, USUAL);
        assertEquals(1, concurrency.limit(100));
        concurrency.begin();
        assertTrue(concurrency.allows(0, 1));
        assertFalse(concurrency.allows(1, 100));
    }
}
