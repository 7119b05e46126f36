package com.spara.sf.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What was planned can be told from what happened, by name. */
class MetTroubleTest {
    private final FakeOrg org = FakeOrg.create();
    private final Wire wire = new Wire(org);

    static List<Arguments> names() {
        return List.of(
                name(t -> t.answers(418, "text/plain", "secret"), "answers 418 text/plain"),
                name(Trouble::answersMaintenancePage, "answers 503 text/html;charset=UTF-8"),
                name(
                        t -> t.answersMaintenancePage().afterCommit(),
                        "answers 503 text/html;charset=UTF-8 after the commit"),
                name(t -> t.isSlow(Duration.ofSeconds(3)), "is slow by PT3S"),
                name(t -> t.sendsItsBodyLate(Duration.ofSeconds(3)), "sends its body late by PT3S"),
                name(Trouble::truncatesItsAnswer, "truncates its answer"),
                name(Trouble::truncatesItsAnswerUnframed, "truncates its answer, unframed"),
                name(t -> t.spoilsItsAnswer(Spoiled.KEYS_TWICE), "spoils its answer: KEYS_TWICE"),
                name(Trouble::losesItsAnswerAfterCommit, "loses its answer after the commit"),
                name(t -> t.commitsLate(Duration.ofSeconds(5)), "commits late by PT5S, without an answer"),
                name(Trouble::isNeverSent, "is never sent"),
                name(Trouble::losesTheRequest, "loses the request"),
                name(Trouble::expiresTheToken, "expires the token"),
                name(Trouble::usesUpTheCalls, "uses up the daily calls"),
                name(Trouble::killsTheCursors, "kills the cursors"),
                name(t -> t.refuses("X", "secret").times(2), "refuses with X, 2 times, of which 0 happened"));
    }

    private static Arguments name(UnaryOperator<Trouble> plan, String words) {
        return Arguments.of(words, plan);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void troubleThatWasNotMetIsNamed(String words, UnaryOperator<Trouble> plan) {
        plan.apply(org.next(Call.create("Lead")));
        assertEquals(
                "[next a create of Lead: " + words + "]", org.unmetTrouble().toString());
    }

    @Test
    void troubleThatHappenedIsToldInOrderWithItsCall() {
        Trouble second = org.next(Call.query()).answersError(500, "UNKNOWN_EXCEPTION", "x");
        org.next(Call.resource("limits")).answersMaintenancePage();
        wire.get("limits");
        String part = "{'method':'GET','url':'/services/data/v66.0/query?q=SELECT+Id+FROM+Lead','referenceId':'q'}";
        wire.post("composite", "{'compositeRequest':[" + part + "]}");
        assertEquals(
                List.of("GET limits", "the part GET query"),
                org.metTrouble().stream().map(MetTrouble::call).toList());
        assertSame(second, org.metTrouble().get(1).trouble());
        assertEquals(
                "the part GET query met next a query: answers 500 application/json;charset=UTF-8",
                org.metTrouble().get(1).toString());
    }

    @Test
    void troubleComesAfterTheCallsThatItLetsGoBy() {
        org.next(Call.any()).answers(500, "text/plain", "x").after(2).times(2);
        assertEquals(
                List.of(200, 200, 500, 500, 200),
                List.of(0, 1, 2, 3, 4).stream()
                        .map(call -> wire.get("limits").status())
                        .toList());
        assertEquals(2, org.metTrouble().size());
    }
}
