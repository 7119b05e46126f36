package com.spara.sf.client.rest;

import com.spara.sf.LimitReachedException;
import com.spara.sf.OrgUnreachableException;
import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import com.spara.sf.RequestRefusedException;
import com.spara.sf.SalesforceException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call that gave no usable answer. What matters most is whether it may have been carried out: a read is simply failed,
 * a write that may have happened is unknown.
 */
public final class CallFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Fault fault;
    private final SalesforceException problem;
    private final @Nullable Duration retryAfter;

    private CallFailure(Fault fault, SalesforceException problem, @Nullable Duration retryAfter) {
        super(problem.getMessage(), problem);
        this.fault = fault;
        this.problem = problem;
        this.retryAfter = retryAfter;
    }

    private CallFailure(Fault fault, SalesforceException problem) {
        this(fault, problem, null);
    }

    /** What is wrong. */
    public Fault fault() {
        return fault;
    }

    /** Whether the request may have been carried out. */
    public boolean mayBeDone() {
        return RetryPolicy.of(fault, false) == RetryPolicy.Remedy.LOOK_FIRST;
    }

    /** What the caller of the library gets to see. */
    public SalesforceException problem() {
        return problem;
    }

    /** How long Salesforce asked to wait, if it did. */
    Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** The same, with the time that Salesforce asked to wait. */
    CallFailure askingFor(@Nullable Duration time) {
        return new CallFailure(fault, problem, time);
    }

    static CallFailure neverSent(String host, Throwable cause) {
        return new CallFailure(
                Fault.NOT_SENT,
                new OrgUnreachableException(
                        Reason.of(
                                ReasonCode.UNREACHABLE,
                                "The org could not be reached at " + host
                                        + ", and nothing was sent. Check its address and the network."),
                        cause));
    }

    static CallFailure tooLate() {
        return new CallFailure(
                Fault.REFUSED,
                new OrgUnreachableException(
                        Reason.of(
                                ReasonCode.NOT_SENT,
                                "The time for the push was over before the request was sent. Push again, or give it"
                                        + " more time."),
                        null));
    }

    static CallFailure noAnswer(Throwable cause) {
        return new CallFailure(
                Fault.LOST,
                new OrgUnreachableException(
                        Reason.of(ReasonCode.ANSWER_LOST, "The request was sent, but no complete answer came back."),
                        cause));
    }

    static CallFailure notUnderstood(int status, String contentType, @Nullable Throwable cause) {
        String what = "HTTP " + status + (contentType.isEmpty() ? "" : ", " + contentType);
        return new CallFailure(
                Fault.NOT_UNDERSTOOD,
                new OrgUnreachableException(
                        Reason.of(
                                ReasonCode.NOT_UNDERSTOOD,
                                "The answer is not what Salesforce answers (" + what
                                        + "): a proxy or an org in maintenance speaks so. Try again later."),
                        cause));
    }

    static CallFailure answerTooLong(String why, Throwable cause) {
        return new CallFailure(
                Fault.TOO_LONG,
                new RequestRefusedException(
                        Reason.of(
                                ReasonCode.ANSWER_TOO_LONG,
                                "The answer is longer than is read at once (" + why
                                        + "). Read fewer or shorter fields, or give the program more memory."),
                        cause));
    }

    static CallFailure serverError(int status, String code) {
        return new CallFailure(
                Fault.BUSY,
                new OrgUnreachableException(
                        Reason.of(
                                code.isEmpty() ? ReasonCode.UNREACHABLE : code,
                                "Salesforce answered HTTP " + status + ": it could not finish the request now."),
                        null));
    }

    /** A request that was certainly not carried out, for a reason that others than the wire know. */
    public static CallFailure notDone(SalesforceException problem) {
        return new CallFailure(Fault.REFUSED, problem);
    }

    static CallFailure limitReached(String code) {
        return new CallFailure(
                Fault.LIMIT,
                new LimitReachedException(
                        Reason.of(
                                code,
                                "The org's allowance of API requests is used up; it grows back over 24 hours. "
                                        + "Push what was not sent again later."),
                        null));
    }

    static CallFailure throttled(int status, String code) {
        return new CallFailure(
                Fault.THROTTLED,
                new OrgUnreachableException(
                        Reason.of(
                                code.isEmpty() ? ReasonCode.UNREACHABLE : code,
                                "Salesforce answered HTTP " + status
                                        + ": there are too many requests at the moment, and this one was not carried"
                                        + " out. Push again later."),
                        null));
    }

    static CallFailure refused(int status, String code) {
        return new CallFailure(
                Fault.REFUSED,
                new RequestRefusedException(
                        Reason.of(
                                code.isEmpty() ? ReasonCode.REQUEST_REFUSED : code,
                                "Salesforce refused the whole request with HTTP " + status
                                        + ". Check the API version and the rights of the connected user."),
                        null));
    }

    static CallFailure tooLong(int status) {
        return new CallFailure(
                Fault.REFUSED,
                new RequestRefusedException(
                        Reason.of(
                                ReasonCode.REQUEST_REFUSED,
                                "Salesforce refused the request as too long with HTTP " + status + "."),
                        null));
    }
}
