package com.spara.sf.testkit.rest;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The whole HTTP call is answered otherwise, on plan, and nothing of it is done. */
final class InsteadException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient RestAnswer answer;
    private final Fault.@Nullable Event event;

    private InsteadException(RestAnswer answer, Fault.@Nullable Event event) {
        super("the fake org answers the whole call with " + answer.status() + ", as it was planned");
        this.answer = answer;
        this.event = event;
    }

    static InsteadException planned(RestAnswer answer) {
        return new InsteadException(answer, null);
    }

    /** Because of what happened to the org, which is then so; Salesforce does not count such a call. */
    static InsteadException because(Fault.Event event, RestException refusal) {
        return new InsteadException(refusal.answer(), event);
    }

    RestAnswer answer() {
        return answer;
    }

    Optional<Fault.Event> event() {
        return Optional.ofNullable(event);
    }
}
