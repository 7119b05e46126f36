package com.spara.sf.client.push;

import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import com.spara.sf.sync.PushPlan;
import com.spara.sf.sync.RecordPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers for as long as a plan may create records which plans were carried out, so that none is carried out twice. Safe
 * for use by many threads.
 */
final class CarriedOut {

    static final Duration CREATES_FOR = Duration.ofMinutes(5);

    private final Map<String, Instant> plans = new HashMap<>();

    /** Whether no plan is remembered any more. */
    synchronized boolean isEmpty(Instant now) {
        forgetOld(now);
        return plans.isEmpty();
    }

    private void forgetOld(Instant now) {
        plans.values().removeIf(at -> at.plus(CREATES_FOR).plus(CREATES_FOR).isBefore(now));
    }

    /** Takes the note back, since nothing was sent. */
    synchronized void release(PushPlan plan) {
        plans.remove(plan.id());
    }

    /** Notes that the plan is being carried out; returns why it must not be, if so. */
    synchronized Optional<Reason> begin(PushPlan plan, Instant now) {
        forgetOld(now);
        boolean creates = plan.lead().action() == RecordPlan.Action.CREATE
                || plan.contact().action() == RecordPlan.Action.CREATE;
        if (creates && plan.madeAt().plus(CREATES_FOR).isBefore(now)) {
            return Optional.of(
                    Reason.of(
                            ReasonCode.PLAN_EXPIRED,
                            "The plan is older than five minutes and would create a record that may exist by now. Plan again."));
        }
        return plans.putIfAbsent(plan.id(), now) == null
                ? Optional.empty()
                : Optional.of(
                        Reason.of(ReasonCode.PLAN_ALREADY_PUSHED, "The plan was carried out before. Plan again."));
    }
}
