package com.spara.sf.testkit.oauth;

/** A refusal; thrown from wherever it is noticed. */
final class OauthException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String error;
    private final String description;

    private OauthException(int status, String error, String description) {
        super("the fake org answers " + error);
        this.status = status;
        this.error = error;
        this.description = description;
    }

    OauthException(String error, String description) {
        this(OauthAnswer.BAD_REQUEST, error, description);
    }

    static OauthException invalidGrant(String description) {
        return new OauthException("invalid_grant", description);
    }

    static OauthException invalidRequest(String description) {
        return new OauthException("invalid_request", description);
    }

    static OauthException unknownClient() {
        return new OauthException("invalid_client_id", "client identifier invalid");
    }

    static OauthException wrongSecret() {
        return new OauthException("invalid_client", "invalid client credentials");
    }

    static OauthException unsupportedGrantType() {
        return new OauthException("unsupported_grant_type", "grant type not supported");
    }

    /** For what Salesforce has and this fake has not. */
    static OauthException gap(String what) {
        return new OauthException(
                OauthAnswer.NOT_IMPLEMENTED,
                "NOT_IMPLEMENTED_BY_FAKE_ORG",
                "the fake org does not do " + what + "; test this against a real org");
    }

    /** Whether it says something about this fake rather than about Salesforce. */
    boolean isGap() {
        return status == OauthAnswer.NOT_IMPLEMENTED;
    }

    String error() {
        return error;
    }

    String description() {
        return description;
    }

    OauthAnswer answer() {
        return OauthAnswer.error(status, error, description);
    }
}
