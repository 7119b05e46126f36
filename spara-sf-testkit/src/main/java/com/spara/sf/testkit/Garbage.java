package com.spara.sf.testkit;

import com.spara.sf.testkit.rest.GzippedStream;
import com.spara.sf.testkit.rest.PlannedAnswer;
import com.spara.sf.testkit.rest.RepeatedStream;
import com.spara.sf.testkit.rest.WireBody;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;

/**
 * Bodies that no client should trust, called JSON. However large, they are made while they are read and take no memory
 * on the side of the org. Immutable and thread-safe.
 *
 * <pre>{@code
 * org.next(Call.query()).answers(200, Garbage.gzipBomb(10_000_000_000L));
 * }</pre>
 */
public final class Garbage {
    private static final String JSON = "application/json;charset=UTF-8";

    private final String name;
    private final PlannedAnswer answer;

    private Garbage(String name, PlannedAnswer answer) {
        this.name = name;
        this.answer = answer;
    }

    private static Garbage of(String name, WireBody body) {
        return new Garbage(name, PlannedAnswer.of(0, JSON, body));
    }

    /**
     * Returns an array in an array in an array, closed properly.
     *
     * @param depth how many
     * @return the body
     */
    public static Garbage deepJson(long depth) {
        return of(depth + " arrays deep", joined("", repeated("[", depth), repeated("]", depth), ""));
    }

    /**
     * Returns an object with one number of many digits.
     *
     * @param digits how many
     * @return the body
     */
    public static Garbage hugeNumber(long digits) {
        return of(
                "a number of " + digits + " digits", joined("{\"totalSize\":", repeated("9", digits), nothing(), "}"));
    }

    /**
     * Returns an object with one number of few characters that has many digits when it is written out: 1e999999999.
     *
     * @return the body
     */
    public static Garbage hugeExponent() {
        return text("a number with a huge exponent", "{\"totalSize\":1e999999999}");
    }

    /**
     * Returns an object with one long text.
     *
     * @param characters how many
     * @return the body
     */
    public static Garbage hugeText(long characters) {
        return of(
                "a text of " + characters + " characters",
                joined("{\"message\":\"", repeated("x", characters), nothing(), "\"}"));
    }

    /**
     * Returns white space, and an empty object behind it.
     *
     * @param bytes how much
     * @return the body
     */
    public static Garbage whiteSpace(long bytes) {
        return of(bytes + " bytes of white space", spaces(bytes));
    }

    /**
     * Returns white space and an empty object behind it, compressed a thousandfold, with {@code Content-Encoding: gzip}.
     *
     * @param decodedBytes how much it is when it is expanded
     * @return the body
     */
    public static Garbage gzipBomb(long decodedBytes) {
        PlannedAnswer answer =
                PlannedAnswer.of(0, JSON, WireBody.streamed(() -> new GzippedStream(plainSpaces(decodedBytes))));
        return new Garbage("a gzip bomb of " + decodedBytes + " bytes", answer.withHeader("Content-Encoding", "gzip"));
    }

    /**
     * Returns records without end, as if of a query.
     *
     * @return the body, which never ends
     */
    public static Garbage endless() {
        String record = "{\"attributes\":{\"type\":\"Lead\"},\"Id\":\"00Q000000000001AAA\"},";
        return of("an endless list", joined("{\"records\":[", repeated(record, Long.MAX_VALUE), nothing(), ""));
    }

    /**
     * Returns an object with the same key twice and two different values.
     *
     * @return the body
     */
    public static Garbage contradiction() {
        return text(
                "the same key twice", "{\"totalSize\":0,\"done\":true,\"done\":false,\"records\":[],\"totalSize\":1}");
    }

    /**
     * Returns an object with a text that is not UTF-8.
     *
     * @return the body
     */
    public static Garbage brokenUtf8() {
        return of("broken UTF-8", WireBody.of("{\"message\":\"\u00fc\"}".getBytes(StandardCharsets.ISO_8859_1)));
    }

    /**
     * Returns a sentence.
     *
     * @return the body
     */
    public static Garbage notJson() {
        return text("no JSON", "upstream connect error or disconnect/reset before headers");
    }

    /**
     * Returns JSON that stops in the middle, with the right length.
     *
     * @return the body
     */
    public static Garbage halfJson() {
        return text("half JSON", "{\"totalSize\":1,\"done\":true,\"records\":[{\"attributes\":{\"type\":\"Le");
    }

    /**
     * Returns no body at all.
     *
     * @return the body
     */
    public static Garbage empty() {
        return text("nothing", "");
    }

    private static Garbage text(String name, String body) {
        return of(name, WireBody.of(body.getBytes(StandardCharsets.UTF_8)));
    }

    /** A stream of the same piece again and again, opened anew for each answer. */
    private interface Piece {
        InputStream open();
    }

    private static Piece repeated(String piece, long times) {
        byte[] pattern = piece.getBytes(StandardCharsets.US_ASCII);
        long bytes = times > Long.MAX_VALUE / pattern.length ? Long.MAX_VALUE : times * pattern.length;
        return () -> new RepeatedStream(pattern, bytes);
    }

    private static Piece nothing() {
        return InputStream::nullInputStream;
    }

    private static WireBody joined(String start, Piece middle, Piece more, String end) {
        return WireBody.streamed(() -> new SequenceInputStream(
                Collections.enumeration(List.of(ascii(start), middle.open(), more.open(), ascii(end)))));
    }

    private static WireBody spaces(long bytes) {
        return WireBody.streamed(() -> plainSpaces(bytes));
    }

    private static InputStream plainSpaces(long bytes) {
        return new SequenceInputStream(repeated(" ", bytes).open(), ascii("{}"));
    }

    private static InputStream ascii(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
    }

    PlannedAnswer answer(int status) {
        return new PlannedAnswer(status, answer.headers(), answer.body());
    }

    @Override
    public String toString() {
        return name;
    }
}
