package com.spara.sf.testkit.rest;

/** The statuses that this fake answers with. */
final class HttpStatus {
    static final int OK = 200;
    static final int CREATED = 201;
    static final int NO_CONTENT = 204;
    static final int MULTIPLE_CHOICES = 300;
    static final int NOT_MODIFIED = 304;
    static final int BAD_REQUEST = 400;
    static final int UNAUTHORIZED = 401;
    static final int FORBIDDEN = 403;
    static final int NOT_FOUND = 404;
    static final int METHOD_NOT_ALLOWED = 405;
    static final int CONFLICT = 409;
    static final int GONE = 410;
    static final int PRECONDITION_FAILED = 412;
    static final int BODY_TOO_LARGE = 413;
    static final int URI_TOO_LONG = 414;
    static final int UNSUPPORTED_MEDIA_TYPE = 415;
    static final int HEADERS_TOO_LARGE = 431;
    static final int INTERNAL_ERROR = 500;
    static final int NOT_IMPLEMENTED = 501;
    static final int UNAVAILABLE = 503;

    private HttpStatus() {}

    static boolean isError(int status) {
        return status >= BAD_REQUEST;
    }
}
