package com.spara.sf.testkit.rest;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What becomes known of an HTTP call while it is answered. Confined to it. */
final class CallInProgress {
    private final WireCall call;
    private final Exchange exchange = new Exchange();
    private String resource = "";
    private int apiCalls;
    private String usage = "";
    private byte @Nullable [] plain;
    private @Nullable Object json;
    private boolean read;

    CallInProgress(WireCall call) {
        this.call = call;
    }

    Exchange exchange() {
        return exchange;
    }

    String resource() {
        return resource;
    }

    void names(String asked) {
        resource = asked;
    }

    /** The calls of the last day as the answer tells them; empty when it does not. */
    String usage() {
        return usage;
    }

    /** Counts the call; throws the answer when it is one too many. */
    void count(DailyCalls calls) {
        usage = calls.usage();
        calls.count();
        apiCalls = 1;
        usage = calls.usage();
    }

    /** Counts what it turned out to be beyond one call. */
    void countMore(DailyCalls calls) {
        int more = exchange.furtherCalls();
        if (more > 0) {
            calls.countMore(more);
            apiCalls += more;
            usage = calls.usage();
        }
    }

    /** It turned out that Salesforce does not count this call. */
    void takeBack(DailyCalls calls) {
        if (apiCalls > 0) {
            calls.takeBack(apiCalls);
            apiCalls = 0;
        }
    }

    /** An answer about the token tells no usage, which is an empty text. */
    void tellUsage(String told) {
        usage = told;
    }

    RestRequest request(ResourcePath path) {
        return new RestRequest(call.method(), path, this::json, exchange)
                .withHeaders(call.headers())
                .withBytes(this::plain);
    }

    @Nullable
    Object json() {
        if (!read) {
            json = Json.parse(plain());
            read = true;
        }
        return json;
    }

    /** The body, expanded. */
    byte[] plain() {
        if (plain == null) {
            plain = Gzip.plain(call.headers(), call.body());
        }
        return plain;
    }

    PassedCall passed(int status, byte[] responseBody) {
        List<PassedPart> parts = new ArrayList<>(exchange.parts());
        byte[] sent = plain == null ? call.body() : plain;
        return new PassedCall(call.method(), resource, status, apiCalls, parts, sent, responseBody);
    }
}
