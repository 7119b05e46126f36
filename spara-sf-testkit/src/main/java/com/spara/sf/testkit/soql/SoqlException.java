package com.spara.sf.testkit.soql;

/**
 * A query that is refused, as Salesforce would refuse it. The text for the answer, which echoes a piece of the query,
 * is kept apart from the exception's own message, which does not.
 */
public final class SoqlException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final String NOT_SUPPORTED = "NOT_IMPLEMENTED";

    private final String errorCode;
    private final String wireMessage;

    SoqlException(String errorCode, String wireMessage) {
        super("the query was refused with " + errorCode + "; wireMessage() says where and why");
        this.errorCode = errorCode;
        this.wireMessage = wireMessage;
    }

    static SoqlException unsupported(String feature) {
        return new SoqlException(
                NOT_SUPPORTED,
                "the fake org does not support " + feature + " in SOQL; test this query against a real org");
    }

    /** Salesforce's code, such as {@code MALFORMED_QUERY}. */
    public String errorCode() {
        return errorCode;
    }

    /** The text for the answer's {@code message}, in Salesforce's own wording. */
    public String wireMessage() {
        return wireMessage;
    }

    /** Whether Salesforce would take the query and only the fake org cannot; the answer is then 501. */
    public boolean isUnsupported() {
        return errorCode.equals(NOT_SUPPORTED);
    }
}
