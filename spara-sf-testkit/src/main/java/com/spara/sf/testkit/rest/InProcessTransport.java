package com.spara.sf.testkit.rest;

import com.spara.sf.spi.RequestNotSentException;
import com.spara.sf.spi.Transport;
import com.spara.sf.spi.WireRequest;
import com.spara.sf.spi.WireResponse;
import com.spara.sf.testkit.oauth.Domain;
import com.spara.sf.testkit.oauth.Endpoints;
import com.spara.sf.testkit.oauth.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** The wire without a socket: the same bytes, in the thread of the caller. Only the org's own host can be reached, and for logging in the hosts for that. */
public final class InProcessTransport implements Transport {
    private final Gateway gateway;
    private final Domain domain;
    private final Consumer<Duration> clock;

    /** The clock is told how much time passes. */
    public InProcessTransport(Gateway gateway, Domain domain, Consumer<Duration> clock) {
        this.gateway = gateway;
        this.domain = domain;
        this.clock = clock;
    }

    @Override
    public WireResponse send(WireRequest request, Duration deadline) throws IOException {
        if (!reaches(request)) {
            throw notSent(new UnknownHostException("this wire leads to "
                    + domain.url().getAuthority() + ", and to the hosts for logging in for that only"));
        }
        if (deadline.isNegative() || deadline.isZero()) {
            throw notSent(new IOException("the deadline had passed before the request was sent"));
        }
        return deliver(call(request), deadline);
    }

    /** Takes the call to the org whatever its host is, as a browser on the same machine does. */
    public WireResponse deliver(WireCall call, Duration deadline) throws IOException {
        try {
            return new Arrival(clock, deadline).of(gateway.exchange(call));
        } catch (CutException e) {
            throw failure(e);
        }
    }

    private boolean reaches(WireRequest request) {
        Origin origin = new Origin(Objects.toString(request.uri().getAuthority(), ""));
        List<String> path =
                List.of(request.uri().getPath().replaceFirst("^/", "").split("/"));
        return domain.answersAt(origin) && (!origin.isLogin() || Endpoints.own(path));
    }

    private static WireCall call(WireRequest request) throws IOException {
        String query = request.uri().getRawQuery();
        String target = request.uri().getRawPath() + (query == null ? "" : "?" + query);
        Map<String, String> headers = new HashMap<>(request.headers());
        headers.put("Host", request.uri().getAuthority());
        try (InputStream body = request.openBody()) {
            return new WireCall(request.method(), target, headers, body.readAllBytes());
        }
    }

    private static IOException failure(CutException cut) {
        if (cut.cut() == Fault.Cut.NEVER_SENT) {
            return notSent(new ConnectException("Connection refused, as it was planned"));
        }
        IOException reset = new SocketException("Connection reset, as it was planned");
        reset.initCause(cut);
        return reset;
    }

    private static RequestNotSentException notSent(IOException cause) {
        return new RequestNotSentException("the request was not sent to the fake org: " + cause.getMessage(), cause);
    }
}
