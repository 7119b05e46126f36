package com.spara.sf.client.rest;

import com.spara.sf.client.http.BoundedStream;
import com.spara.sf.client.json.JsonText;
import com.spara.sf.client.json.JsonView;
import com.spara.sf.spi.RequestNotSentException;
import com.spara.sf.spi.Transport;
import com.spara.sf.spi.WireRequest;
import com.spara.sf.spi.WireResponse;
import jakarta.json.JsonException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;

/**
 * Sends requests to one org and tells usable answers from failures. The token goes to the org's own origin only: every
 * address is a path below it. A token that expired is renewed once, and the request sent again, since it was not carried out.
 */
public final class OrgWire {

    private static final long LONGEST_ANSWER = 64L * 1024 * 1024;
    private static final String JSON = "application/json";
    private static final int UNAUTHORIZED = 401;

    private final Transport transport;
    private final OrgAccess access;
    private final Duration deadline;

    /** Makes the wire to an org. */
    public OrgWire(Transport transport, OrgAccess access, Duration deadline) {
        this.transport = transport;
        this.access = access;
        this.deadline = deadline;
    }

    String org() {
        return access.org();
    }

    /**
     * Sends a request and returns what Salesforce answered, refusals of this one request among them.
     *
     * @throws CallFailure if there is no usable answer
     */
    public RestAnswer call(RestRequest request, CallMeter meter) {
        Access current = access.current();
        meter.count();
        RestAnswer answer = send(request, current);
        if (!isExpired(answer)) {
            return answer;
        }
        Access fresh = access.renewed(current);
        RestAnswer second = send(request, fresh);
        if (isExpired(second)) {
            throw access.refused(fresh);
        }
        return second;
    }

    /** Expiry shows in no other way (REST API Developer Guide, "Status Codes and Error Responses"). */
    private static boolean isExpired(RestAnswer answer) {
        return answer.status() == UNAUTHORIZED && answer.errorCode().equals("INVALID_SESSION_ID");
    }

    private RestAnswer send(RestRequest request, Access with) {
        try (WireResponse response = transport.send(wireRequest(request, with), deadline)) {
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

    private static WireRequest wireRequest(RestRequest request, Access with) {
        WireRequest wire = WireRequest.of(request.method(), with.origin().resolve(requirePath(request.path())))
                .withHeader("Authorization", "Bearer " + with.token().reveal())
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
        try (InputStream in = BoundedStream.decoded(response, LONGEST_ANSWER)) {
            return JsonView.of(JsonText.read(in));
        } catch (JsonException broken) {
            throw CallFailure.notUnderstood(response.status(), "broken JSON", broken);
        }
    }

    private static void throwIfFailed(RestAnswer answer, String contentType) {
        int status = answer.status();
        String code = answer.errorCode();
        if (status == UNAUTHORIZED && !isExpired(answer)) {
            throw CallFailure.refused(status, code);
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
