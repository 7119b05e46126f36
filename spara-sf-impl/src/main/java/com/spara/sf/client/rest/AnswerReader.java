package com.spara.sf.client.rest;

import com.spara.sf.client.http.BoundedStream;
import com.spara.sf.client.http.CountedStream;
import com.spara.sf.client.http.TooLongException;
import com.spara.sf.client.json.JsonText;
import com.spara.sf.client.json.JsonView;
import com.spara.sf.client.json.RefusedJsonException;
import com.spara.sf.spi.WireResponse;
import jakarta.json.JsonException;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Reads an answer of the REST API, within limits, and tells a usable one from a failure. */
final class AnswerReader {

    /** What is read becomes several times as much in memory, so a small heap takes less. */
    static final long LONGEST_ANSWER =
            Math.min(32L * 1024 * 1024, Runtime.getRuntime().maxMemory() / 8);

    /** What is never held as a whole: the results of a job that took 150 MB, each row with its outcome. */
    private static final long LONGEST_STREAM = 1L << 30;

    private static final String JSON = "application/json";

    /** In what is asked for, only the addresses of records are texts of that name, and their Ids tell these as well. */
    private static final Set<String> UNREAD = Set.of("url");

    private AnswerReader() {}

    static RestAnswer read(WireResponse response, LongConsumer received, @Nullable BodySink sink) throws IOException {
        return sink == null || response.status() / 100 != 2
                ? read(response, received)
                : stream(response, received, sink);
    }

    private static RestAnswer stream(WireResponse response, LongConsumer received, BodySink sink) throws IOException {
        JsonView headers = JsonView.of(response.headers());
        try (CountedStream in = CountedStream.decoded(response, LONGEST_STREAM)) {
            sink.take(headers, in);
            received.accept(in.count());
            return new RestAnswer(response.status(), headers, JsonView.of(null));
        } catch (TooLongException refused) {
            throw CallFailure.notUnderstood(response.status(), String.valueOf(refused.getMessage()), refused);
        }
    }

    static RestAnswer read(WireResponse response, LongConsumer received) throws IOException {
        RestAnswer answer =
                new RestAnswer(response.status(), JsonView.of(response.headers()), body(response, received));
        throwIfFailed(answer, response);
        return answer;
    }

    private static JsonView body(WireResponse response, LongConsumer received) throws IOException {
        boolean isJson = response.header("Content-Type").orElse("").startsWith(JSON);
        if (isBodiless(response.status()) || !isJson) {
            return JsonView.of(null);
        }
        try (BoundedStream in = BoundedStream.decoded(response, LONGEST_ANSWER)) {
            JsonView json = JsonView.of(JsonText.read(in, UNREAD));
            received.accept(in.count());
            return json;
        } catch (TooLongException tooLong) {
            throw CallFailure.answerTooLong(String.valueOf(tooLong.getMessage()), tooLong);
        } catch (RefusedJsonException refused) {
            throw CallFailure.notUnderstood(response.status(), String.valueOf(refused.getMessage()), refused);
        } catch (JsonException broken) {
            throw CallFailure.notUnderstood(response.status(), "broken JSON", broken);
        }
    }

    private static boolean isBodiless(int status) {
        return status == 204 || status == 304;
    }

    private static void throwIfFailed(RestAnswer answer, WireResponse response) {
        int status = answer.status();
        if (status >= 400) {
            throwIfFailed(answer, RetryAfter.of(response).orElse(null));
        }
        if (!isBodiless(status) && answer.body().raw() == null) {
            String type = response.header("Content-Type").orElse("").split(";", 2)[0];
            throw CallFailure.notUnderstood(status, type, null)
                    .askingFor(RetryAfter.of(response).orElse(null));
        }
    }

    private static void throwIfFailed(RestAnswer answer, @Nullable Duration retryAfter) {
        int status = answer.status();
        String code = answer.errorCode();
        if (code.equals("REQUEST_LIMIT_EXCEEDED")) {
            throw isAboutConcurrency(answer)
                    ? CallFailure.throttled(status, code).askingFor(retryAfter)
                    : CallFailure.limitReached(code);
        }
        if (status == 429 || status == 420) {
            throw CallFailure.throttled(status, code).askingFor(retryAfter);
        }
        if (status == 414 || status == 431 || status == 413) {
            throw CallFailure.tooLong(status);
        }
        if (status >= 500) {
            throw CallFailure.serverError(status, code).askingFor(retryAfter);
        }
        if (status == 401 && !answer.isExpired()) {
            throw CallFailure.refused(status, code);
        }
    }

    /** One code stands for two limits, whose names in the message are not translated; else the header tells. */
    private static boolean isAboutConcurrency(RestAnswer answer) {
        String message = answer.errors().get(0).message();
        return message.startsWith("Concurrent")
                || !message.startsWith("TotalRequests") && answer.usage().hasRoom();
    }
}
