package com.spara.sf;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when the org's allowance of API requests is used up. Trying again helps only after the allowance has grown
 * back, which Salesforce counts over a rolling 24 hours.
 */
public final class LimitReachedException extends SalesforceException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param reason what happened and what to do, without tokens or people's data
     * @param cause the failure underneath, or null
     */
    public LimitReachedException(Reason reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
