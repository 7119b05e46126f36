package com.spara.sf;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when the org could not be reached, or answered with something that is not Salesforce's. Trying again later may
 * help; what was being written is reported in the result, never lost in this exception.
 */
public final class OrgUnreachableException extends SalesforceException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param reason what happened and what to do, without tokens or people's data
     * @param cause the failure underneath, or null
     */
    public OrgUnreachableException(Reason reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
