package com.spara.sf.testkit.rest;

import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/** How the body of a right answer is spoilt. */
public enum Spoiling {
    NOT_JSON(body -> "upstream said: all is well".getBytes(StandardCharsets.UTF_8)),
    EMPTY(body -> new byte[0]),
    WRONG_CONTENT_TYPE(body -> body),
    BROKEN_UTF_8(Spoiling::breakLastText),
    KEYS_TWICE(body -> SpoiltJson.rewrite(body, SpoiltJson::keysTwice)),
    UNKNOWN_MEMBERS(body -> SpoiltJson.rewrite(body, SpoiltJson::unknownMembers)),
    RESULT_MISSING(body -> SpoiltJson.withResults(body, results -> results.remove(results.size() - 1))),
    RESULT_TWICE(body -> SpoiltJson.withResults(body, results -> results.add(results.get(results.size() - 1))));

    private static final String CONTENT_TYPE = "Content-Type";
    private static final String JSON = "application/json;charset=UTF-8";
    private static final String HTML = "text/html;charset=UTF-8";
    private static final byte HALF_A_CHARACTER = (byte) 0xC3;

    private final UnaryOperator<byte[]> change;

    Spoiling(UnaryOperator<byte[]> change) {
        this.change = change;
    }

    /** The answer, spoilt; as it is when it has no body. */
    RestAnswer of(RestAnswer right) {
        byte[] body = right.bytes();
        if (body.length == 0) {
            return right;
        }
        RestAnswer spoilt = RestAnswer.raw(right.status(), change.apply(body)).withHeader(CONTENT_TYPE, JSON);
        right.headers().forEach(spoilt::withHeader);
        return this == WRONG_CONTENT_TYPE ? spoilt.withHeader(CONTENT_TYPE, HTML) : spoilt;
    }

    private static byte[] breakLastText(byte[] body) {
        int end = body.length - 1;
        while (end > 0 && body[end] != '"') {
            end--;
        }
        byte[] broken = new byte[body.length + 1];
        System.arraycopy(body, 0, broken, 0, end);
        broken[end] = HALF_A_CHARACTER;
        System.arraycopy(body, end, broken, end + 1, body.length - end);
        return broken;
    }
}
