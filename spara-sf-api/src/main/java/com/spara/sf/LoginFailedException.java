package com.spara.sf;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when a login of a person did not succeed: the person pressed <em>Deny</em>, the login was begun too long ago or by
 * somebody else, or Salesforce refused it. The code of the reason is Salesforce's own OAuth error where there is one. What was
 * connected before stays as it was; begin the login again.
 */
public final class LoginFailedException extends SalesforceException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param reason what happened and what to do, without tokens or people's data
     * @param cause the failure underneath, or null
     */
    public LoginFailedException(Reason reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
