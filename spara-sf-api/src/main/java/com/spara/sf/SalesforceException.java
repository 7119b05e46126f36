package com.spara.sf;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when something concerns the connection or the caller, not one lead: the root of all exceptions of this library.
 * What happens to one lead or one field is part of the result instead. The message says what happened, where, and what
 * to do, and holds no tokens and no people's data.
 */
public abstract sealed class SalesforceException extends RuntimeException
        permits OrgUnreachableException,
                ReconnectionRequiredException,
                LoginFailedException,
                LimitReachedException,
                RequestRefusedException {

    private static final long serialVersionUID = 1L;

    /** Survives serialisation, which the reason does not. */
    private final String code;

    private final transient @Nullable Reason reason;

    SalesforceException(Reason reason, @Nullable Throwable cause) {
        super(reason.text(), cause);
        this.code = reason.code();
        this.reason = reason;
    }

    /**
     * Returns the reason, with a code to switch on; Salesforce's own words do not survive serialisation.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason == null ? Reason.of(code, String.valueOf(getMessage())) : reason;
    }

    /** The type, the message, the reason's code, and its page: for stack traces, while the message is fit to be shown to people. */
    @Override
    @SuppressWarnings("OverrideThrowableToString")
    public String toString() {
        Reason why = reason();
        return super.toString() + " [" + why.code() + ": " + why.page() + "]";
    }
}
