package com.spara.sf.client.push;

import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import com.spara.sf.client.rest.CallMeter;
import com.spara.sf.sync.RecordResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The writes of one push whose answers were lost. Their records are looked for a few times. Where the push has time enough to
 * wait until Salesforce can no longer carry the request out, a record that is still not there is made again; otherwise it is
 * unknown, and remembered.
 */
final class LostWrites {

    private static final List<Duration> PAUSES =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(4), Duration.ofSeconds(15));
    private static final Duration LATER_PAUSE = Duration.ofMinutes(1);

    private final PushEngine engine;
    private final CallMeter meter;
    private int looks;
    private Instant lookedAt = Instant.MIN;

    LostWrites(PushEngine engine, CallMeter meter) {
        this.engine = engine;
        this.meter = meter;
    }

    /** The leads that have a record whose write was lost, and that was not found yet. */
    static List<LeadWork> of(List<LeadWork> works) {
        return works.stream()
                .filter(work -> isSearched(work.object("Lead")) || isSearched(work.object("Contact")))
                .toList();
    }

    private static boolean isSearched(ObjectWork object) {
        return !object.isDone() && object.lost().isPresent();
    }

    /** The records are looked at from now on. */
    Instant looking() {
        lookedAt = engine.clock().instant();
        return lookedAt;
    }

    /** Whether nobody can know yet if the record will be made. */
    boolean isInDoubt(ObjectWork object) {
        return object.lost()
                .filter(lost -> lost.isCreate() && object.record().isEmpty())
                .filter(lost -> !isWaitedOut(lost))
                .isPresent();
    }

    private boolean isWaitedOut(Row lost) {
        return !lookedAt.isBefore(end(lost));
    }

    private static Instant end(Row lost) {
        return lost.lostAt().plus(LostCreates.MAY_HAPPEN_FOR);
    }

    /** Waits until it is worth looking again; false if it is not, or there is no time. */
    boolean waitForNextLook(List<LeadWork> searched) {
        Duration pause = looks < PAUSES.size() ? PAUSES.get(looks) : LATER_PAUSE;
        boolean isWorthIt = looks < PAUSES.size() || canWaitOut(searched);
        looks++;
        return isWorthIt && meter.deadline().allows(pause) && slept(pause);
    }

    private boolean canWaitOut(List<LeadWork> searched) {
        return searched.stream()
                .flatMap(LeadWork::objects)
                .filter(LostWrites::isSearched)
                .flatMap(object -> object.lost().stream())
                .allMatch(lost -> end(lost).isBefore(meter.deadline().end()));
    }

    private boolean slept(Duration pause) {
        try {
            engine.sleeper().sleep(pause);
            return true;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What is still not found is unknown. */
    void giveUp(List<LeadWork> works) {
        works.stream()
                .flatMap(LeadWork::objects)
                .filter(LostWrites::isSearched)
                .forEach(object -> object.result(unknown(object, object.lost().orElseThrow())));
    }

    private RecordResult unknown(ObjectWork object, Row lost) {
        RecordResult result = ResultStage.of(lost.sharedWith(object.plan()), lost);
        if (!lost.isCreate()) {
            return result;
        }
        engine.memory().lostCreates().add(object.lookups(), lost.lostAt());
        return result.because(Reason.of(
                ReasonCode.ANSWER_LOST,
                result.reason().text() + " It was looked for and not found; Salesforce may still make it until "
                        + end(lost) + "."));
    }
}
