package com.spara.sf.testkit;

import com.spara.sf.testkit.rest.PassedCall;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The calls that an org was asked, in order. Bodies are kept for the latest calls, up to 64 MB in all. Thread-safe.
 */
public final class CallLedger {
    private static final long MOST_BODY_BYTES = 64L * 1024 * 1024;

    private final List<ApiCall> calls = new ArrayList<>();
    private int withoutBodies;
    private long bodyBytes;

    CallLedger() {}

    synchronized void add(PassedCall passed) {
        ApiCall call = new ApiCall(passed);
        calls.add(call);
        bodyBytes += call.bodyBytes();
        while (bodyBytes > MOST_BODY_BYTES) {
            ApiCall oldest = calls.get(withoutBodies++);
            bodyBytes -= oldest.bodyBytes();
            oldest.letBodiesGo();
        }
    }

    /**
     * Returns the number of API calls as Salesforce counts them: one for each answered request of a connected user,
     * however many parts or records it has. Requests without a valid token, and requests that were cut on their way to
     * the org, are in {@link #all()} and are not counted.
     *
     * @return the number of calls since the org was made or the ledger was cleared
     */
    public synchronized int count() {
        return calls.stream().mapToInt(ApiCall::apiCalls).sum();
    }

    /** {@return every call, counted or not} */
    public synchronized List<ApiCall> all() {
        return List.copyOf(calls);
    }

    /** Forgets all calls; the org's own usage figure goes on. */
    public synchronized void clear() {
        calls.clear();
        withoutBodies = 0;
        bodyBytes = 0;
    }

    @Override
    public synchronized String toString() {
        String title = "Calls (" + calls.size() + ", " + count() + " counted)";
        String lines =
                calls.stream().map(call -> System.lineSeparator() + "  " + call).collect(Collectors.joining());
        return title + lines;
    }
}
