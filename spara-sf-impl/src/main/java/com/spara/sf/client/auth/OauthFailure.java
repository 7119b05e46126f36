package com.spara.sf.client.auth;

import com.spara.sf.LimitReachedException;
import com.spara.sf.OrgUnreachableException;
import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import com.spara.sf.SalesforceException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A token request that gave no token. What matters is whether Salesforce refused it for good, and whether it was carried out. */
final class OauthFailure extends Exception {

    private static final long serialVersionUID = 1L;

    /** What kind of failure it is. */
    enum Kind {
        /** Salesforce refused for good. */
        FINAL,
        /** Too many logins of the user. */
        TOO_MANY,
        /** The same request is under way elsewhere. */
        BUSY,
        /** Salesforce never saw the request. */
        NOT_SENT,
        /** The request may have been carried out. */
        LOST
    }

    private final Kind kind;
    private final transient Reason reason;
    private final Duration skew;
    private final @Nullable Duration retryAfter;

    private OauthFailure(Kind kind, Reason reason, Duration skew, @Nullable Throwable cause) {
        super(reason.code(), cause);
        this.kind = kind;
        this.reason = reason;
        this.skew = skew;
        this.retryAfter = null;
    }

    private OauthFailure(OauthFailure failure, @Nullable Duration retryAfter) {
        super(failure.reason.code(), failure.getCause());
        this.kind = failure.kind;
        this.reason = failure.reason;
        this.skew = failure.skew;
        this.retryAfter = retryAfter;
    }

    /** An error that Salesforce wrote; the skew is how far its clock is ahead of ours. */
    static OauthFailure refused(String error, String description, Duration skew) {
        Kind kind = switch (OauthErrors.verdict(error, description)) {
            case FINAL -> Kind.FINAL;
            case TOO_MANY -> Kind.TOO_MANY;
            case BUSY -> Kind.BUSY;
            case LATER -> Kind.LOST;
        };
        return new OauthFailure(kind, OauthErrors.reason(error, description), skew, null);
    }

    static OauthFailure gone(Reason reason) {
        return new OauthFailure(Kind.FINAL, reason, Duration.ZERO, null);
    }

    static OauthFailure notSent(Throwable cause) {
        Reason reason = Reason.of(
                ReasonCode.UNREACHABLE,
                "Salesforce's login could not be reached, and nothing was sent. Check the org's address and the network.");
        return new OauthFailure(Kind.NOT_SENT, reason, Duration.ZERO, cause);
    }

    static OauthFailure lost(String what, @Nullable Throwable cause) {
        Reason reason = Reason.of(
                ReasonCode.ANSWER_LOST, "A token was asked for, and " + what + " came back. Try again later.");
        return new OauthFailure(Kind.LOST, reason, Duration.ZERO, cause);
    }

    boolean is(Kind other) {
        return kind == other;
    }

    Reason reason() {
        return reason;
    }

    Duration skew() {
        return skew;
    }

    /** The same, with the time that Salesforce asked to wait. */
    OauthFailure askingFor(Optional<Duration> time) {
        return new OauthFailure(this, time.orElse(null));
    }

    /** How long Salesforce asked to wait, if it did. */
    Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** What the caller of the library gets to see of one that is not final. */
    SalesforceException passing() {
        return kind == Kind.TOO_MANY
                ? new LimitReachedException(reason, this)
                : new OrgUnreachableException(reason, this);
    }
}
