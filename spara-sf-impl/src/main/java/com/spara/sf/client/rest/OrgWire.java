package com.spara.sf.client.rest;

import com.spara.sf.client.http.CountedStream;
import com.spara.sf.connect.CallReport;
import com.spara.sf.spi.RequestNotSentException;
import com.spara.sf.spi.Sleeper;
import com.spara.sf.spi.Transport;
import com.spara.sf.spi.WireRequest;
import com.spara.sf.spi.WireResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Sends requests to one org and tells usable answers from failures. The token goes to the org's own origin only: every
 * address is a path below it. A token that expired is renewed once, and the request sent again, since it was not carried out;
 * what else is sent again says {@link RetryPolicy}. Safe for use by many threads.
 */
public final class OrgWire {

    private static final String JSON = "application/json";

    /** What differs between a test and production, and who listens. */
    public record Seams(
            Transport transport, Clock clock, Sleeper sleeper, RandomGenerator random, Consumer<CallReport> listener) {}

    private final Seams seams;
    private final OrgAccess access;
    private final Supplier<Allowance> allowance;

    /** Makes the wire to an org; the allowance is that of the org to which the access leads at the moment. */
    public OrgWire(Seams seams, OrgAccess access, Supplier<Allowance> allowance) {
        this.seams = seams;
        this.access = access;
        this.allowance = allowance;
    }

    String org() {
        return access.org();
    }

    void reach(CallMeter meter) {
        access.current(meter.deadline());
    }

    boolean mayRepeat() {
        return allowance.get().repetitions().take();
    }

    /**
     * Sends a request and returns what Salesforce answered, refusals of this one request among them.
     *
     * @param isRead whether the request changes nothing, so that it may be sent again whatever happened
     * @throws CallFailure if there is no usable answer
     */
    public RestAnswer call(RestRequest request, boolean isRead, CallMeter meter) {
        for (int attempt = 1; ; attempt++) {
            try {
                RestAnswer answer = withToken(request, attempt, meter);
                allowance.get().repetitions().succeeded(attempt > 1);
                return answer;
            } catch (CallFailure failure) {
                pauseOrThrow(failure, isRead, attempt, meter);
            }
        }
    }

    private void pauseOrThrow(CallFailure failure, boolean isRead, int attempt, CallMeter meter) {
        if (failure.fault().isCrowded()) {
            meter.countCrowded();
        }
        if (failure.fault() == Fault.THROTTLED) {
            meter.countTurnedAway();
        }
        RetryPolicy.Remedy remedy = RetryPolicy.of(failure.fault(), isRead);
        boolean isSentAgain = remedy == RetryPolicy.Remedy.REPEAT || remedy == RetryPolicy.Remedy.WAIT;
        if (!isSentAgain || attempt == RetryPolicy.MOST_ATTEMPTS) {
            throw failure;
        }
        Duration pause = RetryPolicy.pause(failure, remedy, attempt, seams.random());
        if (!meter.deadline().allows(pause) || !allowance.get().repetitions().take()) {
            throw failure;
        }
        pause(pause, failure);
        meter.countRepeated();
    }

    private void pause(Duration time, CallFailure failure) {
        try {
            seams.sleeper().sleep(time);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }

    private RestAnswer withToken(RestRequest request, int attempt, CallMeter meter) {
        Access current = access.current(meter.deadline());
        meter.count();
        RestAnswer answer = send(request, current, attempt, meter);
        if (!answer.isExpired()) {
            return answer;
        }
        Access fresh = access.renewed(current, meter.deadline());
        answer = send(request, fresh, attempt, meter);
        if (answer.isExpired() && !access.isJustGiven(fresh)) {
            fresh = access.renewed(fresh, meter.deadline()); // that one came from elsewhere, and had expired as well
            answer = send(request, fresh, attempt, meter);
        }
        if (answer.isExpired()) {
            throw access.refused(fresh);
        }
        return answer;
    }

    private RestAnswer send(RestRequest request, Access with, int attempt, CallMeter meter) {
        Duration left = meter.timeForACall();
        if (left.isNegative() || left.isZero()) {
            throw CallFailure.tooLate();
        }
        Call call = new Call(request, attempt);
        WireRequest wire = call.counting(wireRequest(request, with));
        try (WireResponse response = seams.transport().send(wire, left)) {
            call.status = response.status();
            RestAnswer answer = AnswerReader.read(response, call::received, request.sink());
            call.usage = answer.usage();
            allowance.get().saw(call.usage);
            return answer;
        } catch (RequestNotSentException notSent) {
            throw CallFailure.neverSent(wire.uri().getHost(), notSent);
        } catch (IOException lost) {
            throw CallFailure.noAnswer(lost);
        } catch (CallFailure failed) {
            throw failed;
        } catch (RuntimeException broken) {
            throw CallFailure.noAnswer(broken);
        } finally {
            call.tell();
        }
    }

    private static WireRequest wireRequest(RestRequest request, Access with) {
        WireRequest wire = WireRequest.of(request.method(), address(with, request.path()))
                .withHeader("Authorization", "Bearer " + with.token().reveal())
                .withHeader("Accept", JSON);
        for (Map.Entry<String, String> header : request.headers().entrySet()) {
            wire = wire.withHeader(header.getKey(), header.getValue());
        }
        byte[] body = request.body();
        return body.length == 0 ? wire : wire.withHeader("Content-Type", JSON).withBody(body);
    }

    /** An address may come from an answer, as that of a next page does. */
    private static URI address(Access with, String path) {
        try {
            if (path.startsWith("/services/data/") && !path.contains("..")) {
                return with.origin().resolve(new URI(path));
            }
        } catch (URISyntaxException broken) {
            throw notAPath();
        }
        throw notAPath();
    }

    private static CallFailure notAPath() {
        return CallFailure.notUnderstood(200, "an address that is not a path of the REST API", null);
    }

    /** What is told of one request when it is over. */
    private final class Call {

        private final RestRequest request;
        private final int attempt;
        private final Instant start = seams.clock().instant();
        private volatile LongSupplier bytesSent = () -> 0;
        private long bytesReceived;
        private int status;
        private LimitInfo usage = LimitInfo.UNKNOWN;

        Call(RestRequest request, int attempt) {
            this.request = request;
            this.attempt = attempt;
        }

        /** The body as it is, or a stream whose length nobody knows before it is over. */
        WireRequest counting(WireRequest wire) {
            Supplier<InputStream> stream = request.stream();
            if (stream == null) {
                bytesSent = wire::bodyLength;
                return wire;
            }
            return wire.withBody(-1, () -> {
                CountedStream counted = new CountedStream(stream.get(), Long.MAX_VALUE);
                bytesSent = counted::count;
                return counted;
            });
        }

        void received(long bytes) {
            bytesReceived = bytes;
        }

        void tell() {
            seams.listener()
                    .accept(CallReport.of(new CallReport.Values(
                            request.method(),
                            request.resource(),
                            attempt,
                            status,
                            Duration.between(start, seams.clock().instant()),
                            bytesSent.getAsLong(),
                            bytesReceived,
                            usage.used(),
                            usage.allowed())));
        }
    }
}
