package com.spara.sf.testkit.rest;

import com.spara.sf.testkit.oauth.Authority;
import com.spara.sf.testkit.oauth.Endpoints;
import com.spara.sf.testkit.oauth.OauthRequest;
import com.spara.sf.testkit.oauth.Origin;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes one HTTP request and gives one answer, whichever way they travel. Thread-safe: an org does one request at a
 * time.
 */
public final class Gateway {
    private static final int MOST_HEAD_BYTES = 16_384;
    private static final String JSON = "application/json";
    private static final byte[] NOTHING = {};

    private final Org org;
    private final Authority authority;
    private final Authorization authorization;
    private final Gate gate;
    private final Passage passage;
    private final LoginPassage logins;

    public Gateway(Org org, Authority authority, Gate gate) {
        this.org = org;
        this.authority = authority;
        this.authorization = new Authorization(authority);
        this.gate = gate;
        this.passage = new Passage(org, gate);
        this.logins = new LoginPassage(new Endpoints(authority), gate);
    }

    /**
     * The answer; throws {@link CutException} when there is none, on plan. What was lost on the way there was not
     * done.
     */
    public WireReply exchange(WireCall call) {
        CallInProgress progress = new CallInProgress(call);
        try {
            RestAnswer answer = org.records().exclusively(() -> answer(call, progress));
            WireReply reply = reply(call, progress, answer);
            if (progress.exchange.isAnswerLost()) {
                throw new CutException(Fault.Cut.ANSWER_LOST);
            }
            gate.passed(progress.passed(reply.status(), answer.bytes()));
            return reply;
        } catch (CutException e) {
            boolean done = e.cut() == Fault.Cut.ANSWER_LOST;
            progress.apiCalls = done ? progress.apiCalls : 0;
            gate.passed(progress.passed(0, NOTHING));
            throw e;
        }
    }

    private RestAnswer answer(WireCall call, CallInProgress progress) {
        try {
            requireShortHead(call);
            ResourcePath path = ResourcePath.parse(call.target());
            progress.resource = "/" + String.join("/", path.segments());
            if (Endpoints.own(path.segments())) {
                return login(call, path, progress);
            }
            if (!path.isData()) {
                throw RestException.gap(progress.resource);
            }
            return path.belowData().isEmpty() ? ApiVersions.list() : data(call, path, progress);
        } catch (RestException e) {
            return e.answer();
        }
    }

    private RestAnswer login(WireCall call, ResourcePath path, CallInProgress progress) {
        OauthRequest request = new OauthRequest(call.method(), path.segments(), origin(call))
                .withHeaders(call.headers())
                .withQuery(path.query());
        progress.resource = request.resource();
        return logins.answer(request.withForm(form(call, progress)), progress.exchange);
    }

    private Origin origin(WireCall call) {
        return new Origin(
                call.headers().getOrDefault("Host", authority.domain().url().getAuthority()));
    }

    /** The parameters of a form; any other body has none. */
    private static Map<String, String> form(WireCall call, CallInProgress progress) {
        return call.headers().getOrDefault("Content-Type", "").startsWith("application/x-www-form-urlencoded")
                ? ResourcePath.parameters(new String(progress.plain(), StandardCharsets.UTF_8))
                : Map.of();
    }

    private RestAnswer data(WireCall call, ResourcePath path, CallInProgress progress) {
        RestRequest request =
                new RestRequest(call.method(), path, progress::json, progress.exchange).withHeaders(call.headers());
        progress.resource = String.join("/", request.resource());
        requireJson(call);
        progress.exchange.open(authorization.require(call.headers().get("Authorization"), origin(call)));
        progress.apiCalls = 1;
        progress.usage = org.countCall();
        RestAnswer answer = passage.answer(request, Visit.ofCall(request));
        if (ApiVersions.isDeprecated(request.version())) {
            answer.withHeader("Warning", "299 - \"This API is deprecated and will be removed by Summer '28.\"");
        }
        return answer;
    }

    private static void requireShortHead(WireCall call) {
        if (call.target().length() > MOST_HEAD_BYTES) {
            throw RestException.uriTooLong();
        }
        if (call.headBytes() > MOST_HEAD_BYTES) {
            throw new RestException(
                    HttpStatus.HEADERS_TOO_LARGE,
                    new RestError("REQUEST_HEADER_FIELDS_TOO_LARGE", "Request Header Fields Too Large", null));
        }
    }

    /** This fake speaks JSON only; where a real org would speak XML, it says so. */
    private static void requireJson(WireCall call) {
        String accepted = call.headers().getOrDefault("Accept", "*/*");
        String sent = call.headers().getOrDefault("Content-Type", JSON);
        if (sent.contains("xml")
                || accepted.contains("xml") && !accepted.contains("json") && !accepted.contains("*/*")) {
            throw RestException.gap("XML");
        }
        if (call.body().length > 0 && !sent.contains("json")) {
            throw new RestException(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    new RestError("UNSUPPORTED_MEDIA_TYPE", "Content type '" + sent + "' not supported", null));
        }
    }

    private WireReply reply(WireCall call, CallInProgress progress, RestAnswer answer) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Date", HttpDate.format(org.records().clock().instant()));
        byte[] body = call.method().equals("HEAD") ? NOTHING : answer.bytes();
        if (progress.usage > 0) {
            headers.put("Sforce-Limit-Info", "api-usage=" + progress.usage + "/" + Org.DAILY_CALLS);
        }
        if (body.length > 0) {
            headers.put("Content-Type", JSON + ";charset=UTF-8");
        }
        headers.putAll(answer.headers());
        if (body.length > 0 && Gzip.isNamedIn(call.headers(), "Accept-Encoding")) {
            headers.put("Content-Encoding", "gzip");
            body = Gzip.compress(body);
        }
        return new WireReply(answer.status(), headers, body);
    }

    /** What becomes known of a call while it is answered, for the ledger. */
    private static final class CallInProgress {
        private final WireCall call;
        private final Exchange exchange = new Exchange();
        private String resource = "";
        private int apiCalls;
        private long usage;
        private byte @Nullable [] plain;
        private @Nullable Object json;
        private boolean read;

        CallInProgress(WireCall call) {
            this.call = call;
        }

        @Nullable
        Object json() {
            if (!read) {
                json = Json.parse(plain());
                read = true;
            }
            return json;
        }

        private byte[] plain() {
            if (plain == null) {
                plain = Gzip.isNamedIn(call.headers(), "Content-Encoding") ? Gzip.expand(call.body()) : call.body();
            }
            return plain;
        }

        PassedCall passed(int status, byte[] responseBody) {
            List<PassedPart> parts = new ArrayList<>(exchange.parts());
            byte[] sent = plain == null ? call.body() : plain;
            return new PassedCall(call.method(), resource, status, apiCalls, parts, sent, responseBody);
        }
    }
}
