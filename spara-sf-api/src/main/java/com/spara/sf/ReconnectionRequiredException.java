package com.spara.sf;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when the org is not connected: Salesforce no longer accepts the connection's credentials, or the org was let go or
 * never connected. Trying again does not help, and no call is made: somebody has to connect the org again.
 */
public final class ReconnectionRequiredException extends SalesforceException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param reason what happened and what to do, without tokens or people's data
     * @param cause the failure underneath, or null
     */
    public ReconnectionRequiredException(Reason reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
