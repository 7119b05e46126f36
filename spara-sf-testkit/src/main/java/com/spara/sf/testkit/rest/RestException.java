package com.spara.sf.testkit.rest;

import java.util.List;
import java.util.Map;

/** An answer that is an error; thrown from wherever it is noticed. */
final class RestException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final String GAP = "NOT_IMPLEMENTED_BY_FAKE_ORG";

    private final int status;
    private final transient RestError error;
    private final transient Map<String, String> headers;

    RestException(int status, RestError error) {
        this(status, error, Map.of());
    }

    RestException(int status, RestError error, Map<String, String> headers) {
        super("the fake org answers " + status + " " + error.code());
        this.status = status;
        this.error = error;
        this.headers = headers;
    }

    static RestException badRequest(String code, String message) {
        return new RestException(HttpStatus.BAD_REQUEST, new RestError(code, message, null));
    }

    static RestException notFound() {
        return new RestException(
                HttpStatus.NOT_FOUND, new RestError("NOT_FOUND", "The requested resource does not exist", null));
    }

    static RestException methodNotAllowed(RestRequest request, String allowed) {
        String message = "HTTP Method '" + request.method() + "' not allowed. Allowed are " + allowed;
        return new RestException(
                HttpStatus.METHOD_NOT_ALLOWED,
                new RestError("METHOD_NOT_ALLOWED", message, null),
                Map.of("Allow", allowed));
    }

    static RestException uriTooLong() {
        return new RestException(HttpStatus.URI_TOO_LONG, new RestError("URI_TOO_LONG", "URI Too Long", null));
    }

    /** For what Salesforce has and this fake has not. */
    static RestException gap(String what) {
        return gapSaid("the fake org does not do " + what + "; test this against a real org");
    }

    /** The same in words that are there already. */
    static RestException gapSaid(String message) {
        return new RestException(HttpStatus.NOT_IMPLEMENTED, new RestError(GAP, message, null));
    }

    /** The error as one row of a collection shows it, which always names fields. */
    RestError rowError() {
        return new RestError(error.code(), error.message(), error.fields() == null ? List.of() : error.fields());
    }

    RestAnswer answer() {
        RestAnswer answer = RestAnswer.of(status, json -> {
            json.writeStartArray();
            error.writeAsErrorCode(json);
            json.writeEnd();
        });
        headers.forEach(answer::withHeader);
        return answer;
    }
}
