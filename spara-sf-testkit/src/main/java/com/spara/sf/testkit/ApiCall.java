package com.spara.sf.testkit;

import com.spara.sf.testkit.rest.PassedCall;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** One HTTP call that the org was asked. Immutable but for its bodies, which a long ledger lets go. Thread-safe. */
public final class ApiCall {
    private static final String GONE = "(the ledger no longer keeps this body)";

    private final PassedCall call;
    private final List<Subrequest> subrequests;
    private volatile byte[] requestBody;
    private volatile byte[] responseBody;

    ApiCall(PassedCall call) {
        this.call = new PassedCall(
                call.method(), call.resource(), call.status(), call.apiCalls(), call.parts(), new byte[0], new byte[0]);
        this.subrequests = call.parts().stream()
                .map(part -> new Subrequest(part.method(), part.url(), part.status()))
                .toList();
        this.requestBody = call.requestBody();
        this.responseBody = call.responseBody();
    }

    /**
     * One part of a composite.
     *
     * @param method the HTTP method
     * @param url the address as it was sent
     * @param status the part's own status
     */
    public record Subrequest(String method, String url, int status) {}

    /** {@return the HTTP method} */
    public String method() {
        return call.method();
    }

    /**
     * Returns what was asked.
     *
     * @return the path below the version without the query string, for example {@code composite}
     */
    public String resource() {
        return call.resource();
    }

    /** {@return the answer's HTTP status} */
    public int status() {
        return call.status();
    }

    /** {@return the parts of a composite, in order} */
    public List<Subrequest> subrequests() {
        return subrequests;
    }

    /** {@return the request's body, decompressed} */
    public String requestBody() {
        return new String(requestBody, StandardCharsets.UTF_8);
    }

    /** {@return the answer's body, decompressed} */
    public String responseBody() {
        return new String(responseBody, StandardCharsets.UTF_8);
    }

    int apiCalls() {
        return call.apiCalls();
    }

    int bodyBytes() {
        return requestBody.length + responseBody.length;
    }

    void letBodiesGo() {
        requestBody = GONE.getBytes(StandardCharsets.UTF_8);
        responseBody = requestBody;
    }

    @Override
    public String toString() {
        String parts = subrequests.isEmpty() ? "" : " of " + subrequests.size() + " parts";
        return method() + " " + resource() + parts + " → " + (status() == 0 ? "no answer" : status());
    }
}
