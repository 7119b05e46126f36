package com.spara.sf.client.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.spi.WireResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which answer is a usable one, and which failure any other is. */
class AnswerReaderTest {

    private static final String DATE = "Wed, 25 Nov 2026 09:00:00 GMT";

    private static WireResponse response(int status, String body, String... headers) {
        Map<String, String> all = new HashMap<>(Map.of("Content-Type", "application/json;charset=UTF-8"));
        for (int i = 0; i < headers.length; i += 2) {
            all.put(headers[i], headers[i + 1]);
        }
        return WireResponse.of(status, all, body.getBytes(StandardCharsets.UTF_8));
    }

    private static CallFailure failure(WireResponse response) {
        return assertThrows(CallFailure.class, () -> AnswerReader.read(response, bytes -> {}));
    }

    private static String error(String code, String message) {
        return "[{\"errorCode\":\"" + code + "\",\"message\":\"" + message + "\"}]";
    }

    @ParameterizedTest
    @CsvSource({
        "500, BUSY",
        "502, BUSY",
        "503, BUSY",
        "599, BUSY",
        "429, THROTTLED",
        "420, THROTTLED",
        "413, REFUSED",
        "414, REFUSED",
        "431, REFUSED",
        "401, REFUSED",
        "400, NOT_UNDERSTOOD",
        "404, NOT_UNDERSTOOD",
        "302, NOT_UNDERSTOOD",
        "200, NOT_UNDERSTOOD"
    })
    void aStatusWithoutJsonIsAFailureByItsStatus(int status, Fault fault) {
        assertEquals(
                fault,
                failure(response(status, "<html>", "Content-Type", "text/html")).fault());
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 304})
    void aStatusWithoutABodyIsAnAnswer(int status) throws IOException {
        assertEquals(
                status, AnswerReader.read(response(status, ""), bytes -> {}).status());
    }

    @Test
    void anErrorOfTheRequestIsAnAnswer() throws IOException {
        RestAnswer answer = AnswerReader.read(response(400, error("MALFORMED_QUERY", "x")), bytes -> {});
        assertEquals("MALFORMED_QUERY", answer.errorCode());
    }

    @Test
    void anExpiredSessionIsAnAnswerAndAnotherRefusalOfATokenIsNot() throws IOException {
        assertTrue(AnswerReader.read(response(401, error("INVALID_SESSION_ID", "x")), bytes -> {})
                .isExpired());
        assertEquals(
                Fault.REFUSED,
                failure(response(401, error("INVALID_AUTH_HEADER", "x"))).fault());
    }

    @ParameterizedTest
    @CsvSource({
        "TotalRequests Limit exceeded., api-usage=15000/15000, LIMIT",
        "TotalRequests Limit exceeded., api-usage=1/15000, LIMIT",
        "ConcurrentPerOrgLongTxn Limit exceeded., api-usage=15000/15000, THROTTLED",
        "Etwas anderes., api-usage=1/15000, THROTTLED",
        "Etwas anderes., api-usage=15000/15000, LIMIT",
        "Etwas anderes., '', LIMIT"
    })
    void oneCodeStandsForTwoLimits(String message, String usage, Fault fault) {
        WireResponse response =
                response(403, error("REQUEST_LIMIT_EXCEEDED", message), "Sforce-Limit-Info", usage, "Retry-After", "7");
        CallFailure failure = failure(response);
        assertEquals(fault, failure.fault());
        assertEquals(
                fault == Fault.LIMIT ? Optional.empty() : Optional.of(Duration.ofSeconds(7)), failure.retryAfter());
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 503})
    void theLimitOfTheDayIsToldByItsCodeWhateverTheStatus(int status) {
        String limit = error("REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.");
        assertEquals(Fault.LIMIT, failure(response(status, limit)).fault());
    }

    @ParameterizedTest
    @CsvSource({
        "3, PT3S",
        "' 3 ', PT3S",
        "0, PT0S",
        "999999999, PT277777H46M39S",
        "9999999999, ",
        "-1, ",
        "3.5, ",
        "soon, ",
        "'', ",
        "'Wed, 25 Nov 2026 09:00:05 GMT', PT5S",
        "'Wed, 25 Nov 2026 08:59:55 GMT', PT-5S"
    })
    void retryAfterIsSecondsOrADate(String header, String asked) {
        for (int status : new int[] {429, 503}) {
            CallFailure failure = failure(response(status, "[]", "Retry-After", header, "Date", DATE));
            assertEquals(Optional.ofNullable(asked).map(Duration::parse), failure.retryAfter(), header);
        }
    }

    @Test
    void aPageOfHtmlMayAskToWaitToo() {
        CallFailure failure = failure(response(200, "<html>", "Content-Type", "text/html;x", "Retry-After", "4"));
        assertEquals(Optional.of(Duration.ofSeconds(4)), failure.retryAfter());
        assertTrue(failure.getMessage().contains("(HTTP 200, text/html)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"a\":1,\"a\":1}", "nul", "1e999", "[1] 2"})
    void brokenJsonIsNotUnderstood(String body) {
        assertEquals(Fault.NOT_UNDERSTOOD, failure(response(200, body)).fault());
    }

    @Test
    void whatIsCalledCompressedAndIsNotIsLost() {
        assertThrows(
                IOException.class, () -> AnswerReader.read(response(200, "{}", "Content-Encoding", "gzip"), b -> {}));
    }

    @Test
    void whatWasReceivedIsCounted() throws IOException {
        long[] received = {0};
        AnswerReader.read(response(200, "{\"a\":\"ü\"}"), bytes -> received[0] = bytes);
        assertEquals(10, received[0]);
    }
}
