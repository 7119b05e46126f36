package com.spara.sf.client.rest;

import com.spara.sf.client.json.JsonText;
import com.spara.sf.client.json.JsonView;
import com.spara.sf.connect.AccessToken;
import com.spara.sf.spi.RequestNotSentException;
import com.spara.sf.spi.Transport;
import com.spara.sf.spi.WireRequest;
import com.spara.sf.spi.WireResponse;
import jakarta.json.JsonException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * Sends requests to one org and tells usable answers from failures. The token goes to the org's own origin only: every
 * address is a path below it.
 */
public final class OrgWire {

    private static final long LONGEST_ANSWER = 64L * 1024 * 1024;
    private static final String JSON = "application/json";

    private final Transport transport;
    private final URI origin;
    private final AccessToken token;
    private final Duration deadline;

    /** Makes the wire to an org. */
    public OrgWire(Transport transport, URI origin, AccessToken token, Duration deadline) {
        this.transport = transport;
        this.origin = origin;
        this.token = token;
        this.deadline = deadline;
    }

    String org() {
        return origin.toString();
    }

    /**
     * Sends a request and returns what Salesforce answered, refusals of this one request among them.
     *
     * @throws CallFailure if there is no usable answer
     */
    public RestAnswer call(RestRequest request, CallMeter meter) {
        meter.count();
        try (WireResponse response = transport.send(wireRequest(request), deadline)) {
            return answer(response);
        } catch (RequestNotSentException notSent) {
            throw CallFailure.neverSent(notSent);
        } catch (IOException lost) {
            throw CallFailure.noAnswer(lost);
        } catch (CallFailure failed) {
            throw failed;
        } catch (RuntimeException broken) {
            throw CallFailure.noAnswer(broken);
        }
    }

    private WireRequest wireRequest(RestRequest request) {
        WireRequest wire = WireRequest.of(request.method(), origin.resolve(requirePath(request.path())))
                .withHeader("Authorization", "Bearer " + token.reveal())
                .withHeader("Accept", JSON);
        for (Map.Entry<String, String> header : request.headers().entrySet()) {
            wire = wire.withHeader(header.getKey(), header.getValue());
        }
        byte[] body = request.body();
        return body.length == 0 ? wire : wire.withHeader("Content-Type", JSON).withBody(body);
    }

    private static String requirePath(String path) {
        if (!path.startsWith("/services/data/") || path.contains("..")) {
            throw CallFailure.notUnderstood(200, "an address that is not a path of the REST API", null);
        }
        return path;
    }

    private static RestAnswer answer(WireResponse response) throws IOException {
        RestAnswer answer = new RestAnswer(response.status(), JsonView.of(response.headers()), body(response));
        throwIfFailed(answer, response.header("Content-Type").orElse(""));
        return answer;
    }

    private static JsonView body(WireResponse response) throws IOException {
        String type = response.header("Content-Type").orElse("");
        if (response.status() == 204 || response.status() == 304) {
            return JsonView.of(null);
        }
        if (!type.startsWith(JSON)) {
            return JsonView.of(null);
        }
        try (InputStream in = new BoundedStream(decoded(response), LONGEST_ANSWER)) {
            return JsonView.of(JsonText.read(in));
        } catch (JsonException broken) {
            throw CallFailure.notUnderstood(response.status(), "broken JSON", broken);
        }
    }

    private static InputStream decoded(WireResponse response) throws IOException {
        boolean gzip = response.header("Content-Encoding").orElse("").equalsIgnoreCase("gzip");
        return gzip ? new GZIPInputStream(response.body()) : response.body();
    }

    private static void throwIfFailed(RestAnswer answer, String contentType) {
        int status = answer.status();
        String code = answer.errorCode();
        if (status == 401) {
            throw CallFailure.sessionGone(code);
        }
        if (code.equals("REQUEST_LIMIT_EXCEEDED")) {
            throw CallFailure.limitReached(code);
        }
        if (status == 414 || status == 431 || status == 413) {
            throw CallFailure.tooLong(status);
        }
        if (status >= 500) {
            throw CallFailure.serverError(status, code);
        }
        boolean bodiless = status == 204 || status == 304;
        if (!bodiless && answer.body().raw() == null) {
            throw CallFailure.notUnderstood(status, contentType.split(";", 2)[0], null);
        }
    }
}
