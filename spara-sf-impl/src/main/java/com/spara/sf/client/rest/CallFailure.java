package com.spara.sf.client.rest;

import com.spara.sf.LimitReachedException;
import com.spara.sf.OrgUnreachableException;
import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import com.spara.sf.RequestRefusedException;
import com.spara.sf.SalesforceException;
import org.jspecify.annotations.Nullable;

/**
 * A call that gave no usable answer. What matters most is whether it may have been carried out: a read is simply failed,
 * a write that may have happened is unknown.
 */
public final class CallFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What kind of failure it is, as far as somebody reacts to it. */
    public enum Kind {
        /** The request was not carried out, and the next one would fare the same. */
        NOT_DONE,
        /** The request may have been carried out. */
        MAYBE_DONE
    }

    private final Kind kind;
    private final SalesforceException problem;

    private CallFailure(Kind kind, SalesforceException problem) {
        super(problem.getMessage(), problem);
        this.kind = kind;
        this.problem = problem;
    }

    /** Whether the request may have been carried out. */
    public boolean mayBeDone() {
        return kind == Kind.MAYBE_DONE;
    }

    /** What the caller of the library gets to see. */
    public SalesforceException problem() {
        return problem;
    }

    static CallFailure neverSent(Throwable cause) {
        return new CallFailure(
                Kind.NOT_DONE,
                new OrgUnreachableException(
                        Reason.of(
                                ReasonCode.UNREACHABLE,
                                "The org could not be reached, and nothing was sent. Check its address and the network."),
                        cause));
    }

    static CallFailure noAnswer(Throwable cause) {
        return new CallFailure(
                Kind.MAYBE_DONE,
                new OrgUnreachableException(
                        Reason.of(ReasonCode.ANSWER_LOST, "The request was sent, but no complete answer came back."),
                        cause));
    }

    static CallFailure notUnderstood(int status, String contentType, @Nullable Throwable cause) {
        String what = "HTTP " + status + (contentType.isEmpty() ? "" : ", " + contentType);
        return new CallFailure(
                Kind.MAYBE_DONE,
                new OrgUnreachableException(
                        Reason.of(
                                ReasonCode.NOT_UNDERSTOOD,
                                "The answer is not what Salesforce answers (" + what
                                        + "): a proxy or an org in maintenance speaks so. Try again later."),
                        cause));
    }

    static CallFailure serverError(int status, String code) {
        return new CallFailure(
                Kind.MAYBE_DONE,
                new OrgUnreachableException(
                        Reason.of(
                                code.isEmpty() ? ReasonCode.UNREACHABLE : code,
                                "Salesforce answered HTTP " + status + ": it could not finish the request now."),
                        null));
    }

    /** A request that was certainly not carried out, for a reason that others than the wire know. */
    public static CallFailure notDone(SalesforceException problem) {
        return new CallFailure(Kind.NOT_DONE, problem);
    }

    static CallFailure limitReached(String code) {
        return new CallFailure(
                Kind.NOT_DONE,
                new LimitReachedException(
                        Reason.of(
                                code,
                                "The org's allowance of API requests is used up; it grows back over 24 hours. "
                                        + "Push what was not sent again later."),
                        null));
    }

    static CallFailure refused(int status, String code) {
        return new CallFailure(
                Kind.NOT_DONE,
                new RequestRefusedException(
                        Reason.of(
                                code.isEmpty() ? ReasonCode.REQUEST_REFUSED : code,
                                "Salesforce refused the whole request with HTTP " + status
                                        + ". Check the API version and the rights of the connected user."),
                        null));
    }

    static CallFailure tooLong(int status) {
        return new CallFailure(
                Kind.NOT_DONE,
                new RequestRefusedException(
                        Reason.of(
                                ReasonCode.REQUEST_REFUSED,
                                "Salesforce refused the request as too long with HTTP " + status + "."),
                        null));
    }
}
