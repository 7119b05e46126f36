package com.spara.sf.client;

import static com.spara.sf.sync.Outcome.CREATED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.Lead;
import com.spara.sf.OrgUnreachableException;
import com.spara.sf.ReasonCode;
import com.spara.sf.SalesforceException;
import com.spara.sf.connect.AccessToken;
import com.spara.sf.connect.CallReport;
import com.spara.sf.connect.SalesforceListener;
import com.spara.sf.spi.RequestNotSentException;
import com.spara.sf.spi.Transport;
import com.spara.sf.spi.WireResponse;
import com.spara.sf.sync.PushResult;
import com.spara.sf.sync.SalesforceSync;
import com.spara.sf.testkit.Call;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is sent again, how long is waited before, and when it is enough. */
class RetryTest extends OnFakeOrg {

    private final List<Duration> waits = new CopyOnWriteArrayList<>();
    private final List<CallReport> reports = new CopyOnWriteArrayList<>();
    private final List<PushResult> results = new CopyOnWriteArrayList<>();

    private Salesforce client(Transport transport) {
        return Salesforce.over(transport)
                .withClock(org.clock())
                .withSleeper(time -> {
                    waits.add(time);
                    org.clock().advance(time);
                })
                .withListener(new SalesforceListener() {
                    @Override
                    public void called(String name, CallReport report) {
                        reports.add(report);
                    }

                    @Override
                    public void pushed(String name, PushResult result) {
                        results.add(result);
                    }
                });
    }

    private SalesforceSync over(Transport transport) {
        return client(transport).connect(org.url(), AccessToken.of(org.token())).sync(both);
    }

    private static WireResponse busy(String... headers) {
        Map<String, String> all = new HashMap<>(Map.of("Content-Type", "text/html"));
        for (int i = 0; i < headers.length; i += 2) {
            all.put(headers[i], headers[i + 1]);
        }
        return WireResponse.of(503, all, "<html>busy</html>".getBytes(StandardCharsets.UTF_8));
    }

    /** The first answers are these, the rest are the org's. */
    private Transport first(int times, WireResponse... answers) {
        AtomicInteger calls = new AtomicInteger();
        return (request, deadline) ->
                calls.getAndIncrement() < times ? answers[0] : org.transport().send(request, deadline);
    }

    @Test
    void aReadIsSentThreeTimesAtTheMost() {
        AtomicInteger sent = new AtomicInteger();
        Transport down = (request, deadline) -> {
            sent.incrementAndGet();
            throw new IOException("reset");
        };
        assertThrows(OrgUnreachableException.class, () -> over(down).push(ada));
        assertEquals(3, sent.get());
    }

    @Test
    void whatHelpedIsInTheResult() {
        PushResult result = over(first(1, busy())).push(ada);
        assertEquals(CREATED, result.lead().outcome());
        assertTrue(result.notes().stream().anyMatch(note -> note.is(ReasonCode.REPEATED)), result.explain());
    }

    @ParameterizedTest
    @CsvSource({"7, 7", "'Mon, 23 Nov 2026 09:00:09 GMT', 9"})
    void retryAfterIsHonouredInBothForms(String header, int seconds) {
        over(first(1, busy("Retry-After", header, "Date", "Mon, 23 Nov 2026 09:00:00 GMT")))
                .push(ada);
        assertEquals(List.of(Duration.ofSeconds(seconds)), waits);
    }

    @Test
    void aRetryAfterBeyondTheDeadlineIsNotWaitedFor() {
        Instant start = org.clock().instant();
        assertThrows(
                OrgUnreachableException.class,
                () -> over(first(1, busy("Retry-After", "3600"))).push(ada));
        assertEquals(start, org.clock().instant());
    }

    @Test
    void withoutItTheWaitGrowsAndIsJittered() {
        over(first(2, busy())).push(ada);
        assertEquals(2, waits.size());
        assertTrue(waits.get(0).toMillis() >= 500 && waits.get(0).toMillis() <= 1_000, waits.toString());
        assertTrue(waits.get(1).toMillis() >= 1_000 && waits.get(1).toMillis() <= 2_000, waits.toString());
    }

    @Test
    void tooManyConcurrentRequestsAreWaitedOutForWritesToo() {
        push(Lead.of("warm@example.com"));
        org.next(Call.write())
                .answers(
                        403,
                        "application/json",
                        "[{\"errorCode\":\"REQUEST_LIMIT_EXCEEDED\","
                                + "\"message\":\"ConcurrentRequests (Concurrent API Requests) Limit exceeded.\"}]");
        assertEquals(CREATED, push(ada).lead().outcome());
        assertEquals(2, org.records("Lead").size());
    }

    @Test
    void anOutageIsNotMultiplied() {
        AtomicInteger sent = new AtomicInteger();
        Transport down = (request, deadline) -> {
            sent.incrementAndGet();
            throw new RequestNotSentException("down", new ConnectException());
        };
        SalesforceSync sync = over(down);
        for (int call = 1; call <= 1_000; call++) {
            assertThrows(SalesforceException.class, () -> sync.push(ada));
        }
        assertEquals(1_100, sent.get());
    }

    @Test
    void theDeadlineCoversWaitsAndRepetitions() {
        Transport slow = (request, deadline) -> {
            org.clock().advance(deadline.dividedBy(2));
            throw new IOException("reset");
        };
        Instant start = org.clock().instant();
        assertThrows(OrgUnreachableException.class, () -> over(slow).push(ada));
        assertTrue(Duration.between(start, org.clock().instant()).compareTo(Duration.ofMinutes(2)) <= 0);
    }

    @Test
    void whatIsNotSentInTimeIsNotSent() {
        List<Duration> deadlines = new ArrayList<>();
        Transport slow = (request, deadline) -> {
            deadlines.add(deadline);
            WireResponse answer = org.transport().send(request, deadline);
            org.clock().advance(deadline);
            return answer;
        };
        OrgUnreachableException thrown =
                assertThrows(OrgUnreachableException.class, () -> over(slow).push(ada));
        assertEquals(ReasonCode.NOT_SENT, thrown.reason().code());
        assertEquals(1, deadlines.size());
        assertTrue(org.records("Lead").isEmpty());
    }

    @Test
    void operatorsHearOfEachCallAndEachResult() {
        over(first(1, busy())).push(ada);
        assertEquals(3, reports.size());
        assertEquals(
                List.of("POST composite", "POST composite", "POST composite"),
                reports.stream()
                        .map(report -> report.method() + " " + report.resource())
                        .toList());
        assertEquals(2, reports.get(1).attempt());
        assertEquals(503, reports.get(0).status().orElseThrow());
        assertTrue(reports.get(1).bytesSent() > 0 && reports.get(1).bytesReceived() > 0);
        assertEquals(2, reports.get(2).callsUsed().orElseThrow());
        assertEquals(100_000, reports.get(2).callsAllowed().orElseThrow());
        assertEquals(1, results.size());
    }
}
