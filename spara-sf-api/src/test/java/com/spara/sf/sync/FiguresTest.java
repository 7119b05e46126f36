package com.spara.sf.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.spara.sf.OrgUnreachableException;
import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import com.spara.sf.connect.ApiUsage;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FiguresTest {

    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
    private static final OrgUnreachableException STOP =
            new OrgUnreachableException(Reason.of(ReasonCode.STOPPED, "The host ended the push."), null);

    static Stream<Named<LongFunction<Object>>> figures() {
        return Stream.of(
                Named.of("batches", n -> PushCost.of(n, 0, 0)),
                Named.of("reads", n -> PushCost.of(0, n, 0)),
                Named.of("writes", n -> PushCost.of(0, 0, n)),
                Named.of("by bulk", n -> PushCost.of(0, 0, 0).orByBulk(n)),
                Named.of("used", n -> ApiUsage.of(n, 9, NOON)),
                Named.of("allowed", n -> ApiUsage.of(0, n, NOON)),
                Named.of("as of", n -> ApiUsage.of(0, 9, NOON.plusSeconds(n))),
                Named.of("pulled", n -> PullProgress.of(n, OptionalLong.empty(), Duration.ZERO)),
                Named.of("to be pulled", n -> PullProgress.of(0, OptionalLong.of(n), Duration.ZERO)),
                Named.of("pull time", n -> PullProgress.of(0, OptionalLong.empty(), Duration.ofSeconds(n))),
                Named.of("pushed", n -> PushProgress.of(n, OptionalLong.empty(), Duration.ZERO)),
                Named.of("to be pushed", n -> PushProgress.of(0, OptionalLong.of(n), Duration.ZERO)),
                Named.of("push time", n -> PushProgress.of(0, OptionalLong.empty(), Duration.ofSeconds(n))),
                Named.of("calls", n -> begun().withApiCalls(n)),
                Named.of("batches at a time", n -> begun().withParallel((int) n)));
    }

    private static PushProgress begun() {
        return PushProgress.of(0, OptionalLong.empty(), Duration.ZERO);
    }

    @ParameterizedTest
    @MethodSource("figures")
    void whatIsSaidAlikeIsEqual(LongFunction<Object> figure) {
        assertEquals(Set.of(figure.apply(2)), Set.of(figure.apply(2)));
        assertNotEquals(figure.apply(2), figure.apply(3));
    }

    @Test
    void aStoppedPushIsNotOneThatGoesOn() {
        assertNotEquals(begun(), begun().withStoppedBy(STOP));
    }

    @Test
    void aProgressKeepsWhatWasSaidOfItBefore() {
        PushProgress progress = PushProgress.of(200, OptionalLong.of(1_000), Duration.ofSeconds(2))
                .withStoppedBy(STOP)
                .withApiCalls(2)
                .withParallel(3);
        assertEquals("PushProgress[200 of 1000 in PT2S, 2 calls, stopped: STOPPED]", progress.toString());
        assertEquals(3, progress.parallel());
        assertEquals(100, progress.perSecond());
        assertEquals(Optional.of(Duration.ofSeconds(8)), progress.timeLeft());
    }

    @Test
    void figuresCanBeRead() {
        assertEquals(
                "PushCost[2 batches, 6 calls, 34 by bulk]",
                PushCost.of(2, 4, 2).orByBulk(34).toString());
        assertEquals(
                "ApiUsage[7 of 9 at 2026-11-26T12:00:00Z]",
                ApiUsage.of(7, 9, NOON).toString());
        assertEquals(
                "PullProgress[7 in PT2S]",
                PullProgress.of(7, OptionalLong.empty(), Duration.ofSeconds(2)).toString());
    }
}
