package com.spara.sf.client.pull;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.RecordId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What was read is met again, by itself or within a run, and what was not is never taken for it. */
class SeenTest {

    private static final RecordId ID = RecordId.of("00Q000000000001EAA");

    private static List<String> tokens(int count) {
        return IntStream.range(0, count).mapToObj(i -> Seen.token(ID, "r" + i)).toList();
    }

    private static Seen after(List<String> read) {
        Seen seen = Seen.read("", "");
        read.forEach(seen::remember);
        Seen over = seen.over();
        return Seen.read(over.before(), over.now()).withRuns(over.runsBefore(), over.runsNow());
    }

    @Test
    void fewAreRememberedOneByOneInAnyOrder() {
        List<String> read = tokens(1_700);
        List<String> turned = new ArrayList<>(read);
        Collections.reverse(turned);
        assertEquals(1_700, after(read).met(turned).cardinality());
    }

    @Test
    void manyAreRememberedByRunsInFewerDigests() {
        List<String> read = tokens(50_000);
        Seen seen = after(read);
        assertEquals(50_000, seen.met(read).cardinality());
        assertTrue(after(read).before().length() + after(read).runsBefore().length() <= 8 * Seen.MOST);
        assertTrue(after(read).isFull());
    }

    @Test
    void whatWasChangedBringsItsRunAgainAndNoOther() {
        List<String> now = new ArrayList<>(tokens(20_000));
        Seen seen = after(now);
        now.set(1_000, Seen.token(ID, "changed"));
        BitSet met = seen.met(now);
        assertFalse(met.get(1_000));
        assertEquals(20_000 - Seen.RUN, met.cardinality());
    }

    @Test
    void whatIsRememberedIsHandedOnFromLookToLook() {
        List<String> read = tokens(20_000);
        Seen seen = after(read);
        for (int look = 0; look < 5; look++) {
            assertEquals(20_000, seen.met(read).cardinality());
            read.forEach(seen::remember);
            seen = seen.over();
        }
    }

    @Test
    void ofMoreThanAllRunsHoldTheLatestAreRemembered() {
        List<String> read = tokens(100_000);
        BitSet met = after(read).met(read);
        assertTrue(met.cardinality() > 50_000 && met.cardinality() < 60_000, "met: " + met.cardinality());
        assertTrue(met.get(99_999));
    }

    @Test
    void whateverHappensNothingIsMetThatWasNotRead() {
        Random random = new Random(1);
        Seen seen = Seen.read("", "");
        Set<String> read = new HashSet<>();
        int made = 0;
        List<String> all = new ArrayList<>(tokens(6_000));
        for (int look = 0; look < 40; look++) {
            for (int change = 0; change < random.nextInt(300); change++) {
                all.remove(random.nextInt(all.size()));
                all.add(random.nextInt(all.size()), Seen.token(ID, "c" + made++));
            }
            int size = 100 + random.nextInt(3_000);
            Set<String> before = Set.copyOf(read);
            read.clear();
            for (int from = 0; from < all.size(); from += size) {
                List<String> page = all.subList(from, Math.min(all.size(), from + size));
                seen.met(page).stream().forEach(at -> assertTrue(before.contains(page.get(at))));
                page.forEach(seen::remember);
                read.addAll(page);
            }
            seen = seen.over();
        }
    }
}
