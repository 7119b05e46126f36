package com.spara.sf;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when Salesforce refused a whole request for a reason that lies in the request, the API version or the rights
 * of the connected user. Trying again does not help until that is changed.
 */
public final class RequestRefusedException extends SalesforceException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param reason what happened and what to do, without tokens or people's data
     * @param cause the failure underneath, or null
     */
    public RequestRefusedException(Reason reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
