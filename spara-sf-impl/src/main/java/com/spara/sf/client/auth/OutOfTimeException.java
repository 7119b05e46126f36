package com.spara.sf.client.auth;

import com.spara.sf.client.rest.CallFailure;
import java.time.Instant;

/** A renewal that was given up only because all who wanted it had no time left; who has more may begin another. */
final class OutOfTimeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final CallFailure failure;
    private final Instant limit;

    OutOfTimeException(CallFailure failure, Instant limit) {
        super(failure.getMessage(), failure);
        this.failure = failure;
        this.limit = limit;
    }

    /** What those get to see who wanted it. */
    CallFailure failure() {
        return failure;
    }

    /** The latest moment until which anybody who was counted would have waited. */
    Instant limit() {
        return limit;
    }
}
