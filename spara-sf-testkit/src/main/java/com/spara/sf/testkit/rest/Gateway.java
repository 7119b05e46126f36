package com.spara.sf.testkit.rest;

import com.spara.sf.testkit.oauth.Authority;
import com.spara.sf.testkit.oauth.Endpoints;
import com.spara.sf.testkit.oauth.OauthRequest;
import com.spara.sf.testkit.oauth.Origin;
import com.spara.sf.testkit.oauth.Session;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * Takes one HTTP request and gives one answer, whichever way they travel. Thread-safe: an org does one request at a
 * time.
 */
public final class Gateway {
    private static final int MOST_HEAD_BYTES = 16_384;
    private static final String JSON = "application/json";
    private static final String ENCODING = "Content-Encoding";
    private static final byte[] NOTHING = {};

    private final Org org;
    private final Authority authority;
    private final Authorization authorization;
    private final Gate gate;
    private final Passage passage;
    private final LoginPassage logins;
    private final Clock clock;

    public Gateway(Org org, Authority authority, Gate gate) {
        this.org = org;
        this.authority = authority;
        this.authorization = new Authorization(authority);
        this.gate = gate;
        Faults faults = new Faults(org, gate);
        this.passage = new Passage(org, faults);
        this.logins = new LoginPassage(new Endpoints(authority), faults);
        this.clock = org.records().clock();
    }

    /**
     * The answer; throws {@link CutException} when there is none, on plan. What was lost on the way there was not
     * done.
     */
    public WireReply exchange(WireCall call) {
        CallInProgress progress = new CallInProgress(call);
        try {
            RestAnswer answer = wholeAnswer(call, progress);
            gate.passed(progress.passed(answer.status(), answer.bytes()));
            return reply(call, progress, answer);
        } catch (CutException e) {
            if (e.cut() != Fault.Cut.ANSWER_LOST) {
                progress.takeBack(org.dailyCalls());
            }
            gate.passed(progress.passed(0, NOTHING));
            throw e;
        }
    }

    /** A call that was held back, as if it had been done when it arrived. */
    private void doLate(WireCall call, Session session) {
        org.records().beginTransaction();
        CallInProgress progress = new CallInProgress(call);
        progress.exchange().open(session);
        RestRequest request = progress.request(ResourcePath.parse(call.target()));
        passage.answer(request, Visit.ofCall(request));
    }

    private RestAnswer wholeAnswer(WireCall call, CallInProgress progress) {
        try {
            RestAnswer right = org.records().exclusively(() -> answer(call, progress));
            RestAnswer answer = progress.exchange().wayHome().answer(right);
            if (progress.exchange().wayHome().losesIt(answer)) {
                throw new CutException(Fault.Cut.ANSWER_LOST);
            }
            return answer;
        } catch (InsteadException e) {
            return instead(call, progress, e);
        } catch (HeldBackException e) {
            Instant now = clock.instant();
            Session session = progress.exchange().session();
            org.records().time().laterAsOfNow(e.time(), () -> gate.late(now, () -> doLate(call, session)));
            throw new CutException(Fault.Cut.ANSWER_LOST);
        }
    }

    private RestAnswer instead(WireCall call, CallInProgress progress, InsteadException planned) {
        planned.event().ifPresent(event -> {
            progress.takeBack(org.dailyCalls());
            if (event == Fault.Event.CALLS_USED_UP) {
                org.dailyCalls().useUp();
                progress.tellUsage(org.dailyCalls().usage());
            } else {
                authorization.end(call.headers().get("Authorization"));
                progress.tellUsage("");
            }
        });
        return planned.answer();
    }

    private RestAnswer answer(WireCall call, CallInProgress progress) {
        try {
            requireShortHead(call);
            ResourcePath path = ResourcePath.parse(call.target());
            progress.names("/" + String.join("/", path.segments()));
            if (Endpoints.own(path.segments())) {
                return login(call, path, progress);
            }
            if (!path.isData()) {
                throw RestException.gap(progress.resource());
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
        progress.names(request.resource());
        return logins.answer(request.withForm(form(call, progress)), progress.exchange());
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
        RestRequest request = progress.request(path);
        progress.names(String.join("/", request.resource()));
        requireJson(call);
        Session session = authorization.require(call.headers().get("Authorization"), origin(call));
        progress.exchange().open(session);
        progress.exchange().identifiedAt(authority.identityUrl(session, origin(call)));
        progress.count(org.dailyCalls());
        RestAnswer answer = passage.answer(request, Visit.ofCall(request));
        progress.countMore(org.dailyCalls());
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
        if (call.body().length > 0 && !sent.contains("json") && !isBulkData(call, sent)) {
            throw new RestException(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    new RestError("UNSUPPORTED_MEDIA_TYPE", "Content type '" + sent + "' not supported", null));
        }
    }

    private static boolean isBulkData(WireCall call, String type) {
        return call.target().contains("/jobs/ingest") && (type.startsWith("text/csv") || type.startsWith("multipart/"));
    }

    private WireReply reply(WireCall call, CallInProgress progress, RestAnswer answer) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.put("Date", HttpDate.format(org.records().clock().instant()));
        WireBody body = call.method().equals("HEAD") ? WireBody.of(NOTHING) : answer.toBody();
        if (!progress.usage().isEmpty()) {
            headers.put("Sforce-Limit-Info", progress.usage());
        }
        if (body.length() != 0) {
            headers.put("Content-Type", JSON + ";charset=UTF-8");
        }
        headers.putAll(answer.headers());
        if (body.length() > 0 && !headers.containsKey(ENCODING) && Gzip.isNamedIn(call.headers(), "Accept-Encoding")) {
            headers.put(ENCODING, "gzip");
            body = WireBody.of(Gzip.compress(body.bytes()));
        }
        return new WireReply(
                answer.status(), headers, body, progress.exchange().wayHome().delivery());
    }
}
