package com.spara.sf.testkit.rest;

import java.util.ArrayList;
import java.util.List;

/** What happens to the answer of one HTTP call after its work is done, in the order in which it was met. */
final class WayHome {
    private final List<Fault> faults = new ArrayList<>();

    void meets(Fault fault) {
        faults.add(fault);
    }

    /** Whether no answer arrives at all; half of nothing is nothing. */
    boolean losesIt(RestAnswer answer) {
        return faults.contains(Fault.Cut.ANSWER_LOST)
                || !delivery().isWhole() && answer.toBody().length() == 0;
    }

    /** The answer as it leaves. */
    RestAnswer answer(RestAnswer right) {
        RestAnswer answer = right;
        for (Fault fault : faults) {
            if (fault instanceof Fault.Spoil spoil) {
                answer = spoil.how().of(answer);
            } else if (fault instanceof Fault.Answer planned) {
                answer = RestAnswer.planned(planned.answer());
            }
        }
        return answer;
    }

    Delivery delivery() {
        Delivery delivery = Delivery.PROMPT;
        for (Fault fault : faults) {
            if (fault instanceof Fault.Delay delay) {
                delivery = delivery.with(delay);
            } else if (fault instanceof Fault.Truncation truncation) {
                delivery = delivery.with(truncation);
            }
        }
        return delivery;
    }
}
