package com.spara.sf.testkit.rest;

import com.spara.sf.spi.RequestNotSentException;
import com.spara.sf.spi.Transport;
import com.spara.sf.spi.WireRequest;
import com.spara.sf.spi.WireResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;

/** The wire without a socket: the same bytes, in the thread of the caller. Only the org's own host can be reached. */
public final class InProcessTransport implements Transport {
    private final Gateway gateway;
    private final URI url;

    public InProcessTransport(Gateway gateway, URI url) {
        this.gateway = gateway;
        this.url = url;
    }

    @Override
    public WireResponse send(WireRequest request, Duration deadline) throws IOException {
        if (!url.getAuthority().equalsIgnoreCase(request.uri().getAuthority())) {
            throw notSent(new UnknownHostException("this wire leads to " + url.getAuthority() + " only"));
        }
        if (deadline.isNegative() || deadline.isZero()) {
            throw notSent(new IOException("the deadline had passed before the request was sent"));
        }
        try {
            WireReply reply = gateway.exchange(call(request));
            return WireResponse.of(reply.status(), reply.headers(), reply.body());
        } catch (CutException e) {
            throw failure(e);
        }
    }

    private static WireCall call(WireRequest request) throws IOException {
        String query = request.uri().getRawQuery();
        String target = request.uri().getRawPath() + (query == null ? "" : "?" + query);
        try (InputStream body = request.openBody()) {
            return new WireCall(request.method(), target, request.headers(), body.readAllBytes());
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
