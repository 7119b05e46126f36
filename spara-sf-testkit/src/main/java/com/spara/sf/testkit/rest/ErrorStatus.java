package com.spara.sf.testkit.rest;

import com.spara.sf.testkit.records.SaveError;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The HTTP status under which Salesforce answers an error code; 400 unless one of a few. */
final class ErrorStatus {
    private static final Map<String, Integer> BY_CODE = byCode();

    private ErrorStatus() {}

    static int of(String code) {
        return BY_CODE.getOrDefault(code, HttpStatus.BAD_REQUEST);
    }

    /** Of a record that was refused: trouble with the one that the request names is a resource not found. */
    static int of(SaveError error) {
        return error.isAboutTarget() ? HttpStatus.NOT_FOUND : of(error.statusCode());
    }

    private static Map<String, Integer> byCode() {
        Map<String, Integer> statuses = new HashMap<>();
        put(statuses, HttpStatus.UNAUTHORIZED, List.of("INVALID_SESSION_ID", "INVALID_AUTH_HEADER", "INVALID_LOGIN"));
        put(
                statuses,
                HttpStatus.FORBIDDEN,
                List.of(
                        "API_DISABLED_FOR_ORG",
                        "API_CURRENTLY_DISABLED",
                        "REQUEST_LIMIT_EXCEEDED",
                        "TXN_SECURITY_NO_ACCESS",
                        "ORG_LOCKED",
                        "TRIAL_EXPIRED"));
        put(statuses, HttpStatus.NOT_FOUND, List.of("NOT_FOUND"));
        put(statuses, HttpStatus.METHOD_NOT_ALLOWED, List.of("METHOD_NOT_ALLOWED"));
        put(statuses, HttpStatus.GONE, List.of("GONE", "INVALID_VERSION"));
        put(statuses, HttpStatus.PRECONDITION_FAILED, List.of("PRECONDITION_FAILED", "BATCH_PROCESSING_HALTED"));
        put(statuses, HttpStatus.BODY_TOO_LARGE, List.of("EXCEEDED_MAX_SIZE_REQUEST"));
        put(statuses, HttpStatus.URI_TOO_LONG, List.of("URI_TOO_LONG"));
        put(statuses, HttpStatus.UNSUPPORTED_MEDIA_TYPE, List.of("UNSUPPORTED_MEDIA_TYPE"));
        put(statuses, HttpStatus.INTERNAL_ERROR, List.of("UNKNOWN_EXCEPTION", "APEX_ERROR"));
        put(
                statuses,
                HttpStatus.UNAVAILABLE,
                List.of(
                        "SERVER_UNAVAILABLE",
                        "TOO_MANY_APEX_REQUESTS",
                        "INSERT_UPDATE_DELETE_NOT_ALLOWED_DURING_MAINTENANCE"));
        return Map.copyOf(statuses);
    }

    private static void put(Map<String, Integer> statuses, int status, List<String> codes) {
        codes.forEach(code -> statuses.put(code, status));
    }
}
