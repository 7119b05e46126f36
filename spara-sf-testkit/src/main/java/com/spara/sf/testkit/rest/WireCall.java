package com.spara.sf.testkit.rest;

import java.util.Map;
import java.util.TreeMap;

/**
 * One HTTP request as it arrives.
 *
 * @param target the path and the query string, still encoded
 * @param headers found in any case
 */
public record WireCall(String method, String target, Map<String, String> headers, byte[] body) {
    public WireCall {
        Map<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        headers = anyCase;
    }

    int headBytes() {
        return target.length()
                + headers.entrySet().stream()
                        .mapToInt(header ->
                                header.getKey().length() + header.getValue().length())
                        .sum();
    }
}
