package com.spara.sf.client.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.Lead;
import com.spara.sf.ReconnectionRequiredException;
import com.spara.sf.RecordId;
import com.spara.sf.sync.Outcome;
import com.spara.sf.sync.RecordResult;
import com.spara.sf.testkit.FakeRecord;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each operation meets each fault, as the tables of {@code docs/reliability.md} promise; and whatever a cell says, nothing is
 * lost, nothing is there twice, and nothing is claimed that is not so.
 */
@Timeout(60)
@Execution(ExecutionMode.CONCURRENT)
class ConformanceTest {

    private static final int FEWEST = 226;
    private static final Duration DEADLINE = Duration.ofMinutes(2);
    private static final Duration TOKEN = Duration.ofSeconds(30);

    static Stream<Cell> cells() {
        return ReliabilityPage.cells().stream();
    }

    @Test
    void theTablesAreNotCutShort() {
        assertTrue(cells().count() >= FEWEST);
        assertEquals(cells().count(), cells().map(Cell::toString).distinct().count());
    }

    @ParameterizedTest
    @MethodSource("cells")
    void promiseIsKept(Cell cell) {
        Played played = new Played(cell.operation(), cell.fault());
        assertEquals(cell.promise(), played.text());
        assertEquals(List.of(), played.unmet, "the fault was planned and not met");
        Duration most = played.operation.asksForTokens() ? DEADLINE.plus(TOKEN) : DEADLINE;
        assertTrue(played.time().compareTo(most) <= 0, "it took " + played.time());
        assertConnectionIsTold(played);
        assertClaimsAreTrue(played);
        assertNothingIsLostInTheEnd(played);
    }

    /** Only who is told to connect the org again has to. */
    private static void assertConnectionIsTold(Played played) {
        boolean isGone = played.told
                .thrown()
                .filter(ReconnectionRequiredException.class::isInstance)
                .isPresent();
        if (!played.operation.isLogin()) {
            assertEquals(isGone, played.state().isReconnectionRequired());
        }
    }

    private static void assertClaimsAreTrue(Played played) {
        List<Lead> pushed = played.told.pushed();
        if (!played.told.results().isEmpty()) {
            assertEquals(
                    pushed,
                    played.told.results().stream().map(result -> result.input()).toList());
        }
        for (int i = 0; i < pushed.size(); i++) {
            List<FakeRecord> there = played.host.leadsOf(pushed.get(i));
            assertTrue(there.size() <= 1, "twice: " + there);
            assertClaimIsTrue(played, pushed.get(i), i);
        }
    }

    private static void assertClaimIsTrue(Played played, Lead lead, int index) {
        Outcome outcome = played.told.results().isEmpty()
                ? Outcome.FAILED
                : played.told.results().get(index).lead().outcome();
        switch (outcome) {
            case CREATED, UPDATED -> {
                RecordResult result = played.told.results().get(index).lead();
                RecordId id = result.id().orElseThrow();
                assertTrue(played.isWritten(lead), "claimed and not there: " + result);
                assertEquals(id, played.host.leadsOf(lead).get(0).id());
            }
            case FAILED, SKIPPED -> assertTrue(!played.isWritten(lead), "written and said not to be");
            case UNCHANGED, UNKNOWN -> {}
        }
    }

    /** What is pushed again later is there once, as it was to be. */
    private static void assertNothingIsLostInTheEnd(Played played) {
        List<Lead> pushed = played.told.pushed();
        played.later().sync(played.operation.settings()).pushAll(pushed);
        for (Lead lead : pushed) {
            int there = played.host.leadsOf(lead).size();
            assertTrue(there == 1 || there == 0 && played.isMeanwhile(), "there are " + there);
            assertTrue(played.isWritten(lead) || played.isMeanwhile(), "lost");
        }
    }
}
