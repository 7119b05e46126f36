package com.spara.sf.testkit.rest;

import com.spara.sf.testkit.oauth.OauthRequest;
import java.util.Optional;

/**
 * Lets planned faults happen, to calls for data and for logging in alike: before the work, in its place, or to its answer
 * on the way home.
 */
final class Faults {
    private final Org org;
    private final Gate gate;

    Faults(Org org, Gate gate) {
        this.org = org;
        this.gate = gate;
    }

    /**
     * What is answered in place of the work; empty when the work is to be done. Throws {@link CutException}, {@link
     * InsteadException} or {@link HeldBackException} when nothing of the whole HTTP call is to be done now.
     */
    Optional<RestAnswer> meet(RestRequest request, Visit visit) {
        return gate.fault(visit).flatMap(fault -> happen(fault, request.exchange(), visit.isPart()));
    }

    /** The same for a request for logging in, which never is a part. */
    Optional<RestAnswer> meet(OauthRequest request, Exchange exchange) {
        return gate.fault(request).flatMap(fault -> happen(fault, exchange, false));
    }

    private Optional<RestAnswer> happen(Fault fault, Exchange exchange, boolean isPart) {
        if (fault instanceof Fault.Answer planned && planned.reach() != Fault.Reach.AFTER_COMMIT) {
            return Optional.of(answer(planned, isPart));
        } else if (fault instanceof Fault.Refusal refusal) {
            return Optional.of(refuse(refusal));
        } else if (fault instanceof Fault.Cut cut && cut != Fault.Cut.ANSWER_LOST) {
            throw new CutException(cut);
        } else if (fault instanceof Fault.LateCommit late) {
            throw new HeldBackException(late.time());
        } else if (fault instanceof Fault.Event event) {
            happen(event);
        } else {
            exchange.wayHome().meets(fault);
        }
        return Optional.empty();
    }

    private static RestAnswer answer(Fault.Answer planned, boolean isPart) {
        RestAnswer answer = RestAnswer.planned(planned.answer());
        if (isPart && planned.reach() == Fault.Reach.CALL) {
            throw InsteadException.planned(answer);
        }
        return answer;
    }

    private static RestAnswer refuse(Fault.Refusal refusal) {
        RestError error = new RestError(
                refusal.code(), refusal.message(), refusal.fields().isEmpty() ? null : refusal.fields());
        return new RestException(ErrorStatus.of(refusal.code()), error).answer();
    }

    private void happen(Fault.Event event) {
        switch (event) {
            case TOKEN_EXPIRES -> throw InsteadException.because(event, Authorization.invalidSession());
            case CALLS_USED_UP -> throw InsteadException.because(event, DailyCalls.usedUp());
            case CURSORS_DIE -> org.killCursors();
        }
    }
}
