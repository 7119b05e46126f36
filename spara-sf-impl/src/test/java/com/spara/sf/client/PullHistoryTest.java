package com.spara.sf.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.sync.PullChange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Whatever happens to an org while it is pulled, between the calls and within them, and from whichever stored cursor the host
 * goes on, what it holds in the end is what is there; nothing is told twice, and nothing is gone that it did not hold. Where
 * several records have one e-mail address, {@link PersonsCheck} says what it must hold.
 */
@Timeout(3_600)
@Execution(ExecutionMode.CONCURRENT)
class PullHistoryTest {

    private static final int HISTORIES = Integer.getInteger("pull.histories", 100);
    private static final int FROM = Integer.getInteger("pull.from", 0);

    private static List<String> wrong(IntFunction<List<String>> ofSeed) {
        List<String> wrong = new ArrayList<>();
        for (int seed = FROM; seed < FROM + HISTORIES; seed++) {
            for (String what : ofSeed.apply(seed)) {
                wrong.add("seed " + seed + ": " + what);
            }
        }
        return wrong;
    }

    @Test
    void theHostHoldsWhatIsThereAndWasToldOnce() {
        assertEquals(List.of(), wrong(PullHistoryTest::withOwnAddresses));
    }

    static List<String> withOwnAddresses(int seed) {
        PullHistory history = new PullHistory(seed, false);
        history.live();
        List<String> wrong = new ArrayList<>();
        for (PullHost host : history.hosts()) {
            if (!host.held().equals(history.live(host))) {
                wrong.add("holds " + host.held() + ", there is " + history.live(host));
            }
            wrong.addAll(host.wrong());
            wrong.addAll(host.toldTwice());
        }
        return wrong;
    }

    @Test
    void personsWhoShareAddressesAreNeitherMissingNorPhantomsNorTwiceNorMixed() {
        assertEquals(List.of(), wrong(PullHistoryTest::withSharedAddresses));
    }

    static List<String> withSharedAddresses(int seed) {
        PullHistory history = new PullHistory(seed, true);
        history.live();
        List<String> wrong = history.wrongPersons();
        history.hosts().forEach(host -> wrong.addAll(host.wrong()));
        return wrong;
    }

    @Test
    void inHistoriesWithSharedAddressesPersonsHaveSeveralRecords() {
        long samePersons = 0;
        for (int seed = 0; seed < 10; seed++) {
            PullHistory history = new PullHistory(seed, true);
            history.live();
            samePersons +=
                    history.hosts().stream().mapToLong(PullHost::samePersons).sum();
        }
        assertTrue(samePersons > 20, "pages: " + samePersons);
    }

    @Test
    void historiesHoldWhatIsHard() {
        int[] met = new int[9];
        for (int seed = 0; seed < 30; seed++) {
            PullHistory history = new PullHistory(seed, false);
            history.live();
            met[0] += history.jobs().made();
            met[1] += history.jobs().lost();
            met[2] += history.fullLooks();
            met[3] += history.changesWithin();
            met[4] += history.changesBetween();
            for (PullHost host : history.hosts()) {
                met[5] += host.changes(PullChange.CONVERTED);
                met[6] += host.changes(PullChange.DELETED);
                met[7] += host.echoes();
                met[8] += host.joined();
            }
        }
        for (int count : met) {
            assertTrue(count > 2, Arrays.toString(met));
        }
    }
}
