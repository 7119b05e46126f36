package com.spara.sf.client;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.Lead;
import com.spara.sf.LimitReachedException;
import com.spara.sf.OrgUnreachableException;
import com.spara.sf.ReasonCode;
import com.spara.sf.ReconnectionRequiredException;
import com.spara.sf.SalesforceException;
import com.spara.sf.connect.Connection;
import com.spara.sf.connect.WebApp;
import com.spara.sf.spi.StoredConnection;
import com.spara.sf.spi.TokenStore;
import com.spara.sf.spi.Transport;
import com.spara.sf.spi.WireResponse;
import com.spara.sf.sync.Outcome;
import com.spara.sf.sync.PushResult;
import com.spara.sf.sync.SalesforceSync;
import com.spara.sf.testkit.Call;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One refresh for everybody; a refresh token that rotates is never presented twice. */
class RefreshTest extends OnConnectedOrg {

    private static final int THREADS = Integer.getInteger("refresh.threads", 300);
    private static final int ROUNDS = Integer.getInteger("refresh.rounds", 5);

    @Test
    void anExpiredTokenIsRenewedUnnoticed() {
        connect();
        pushOk();
        expire();
        pushOk();
        assertEquals(1, refreshes());
        assertEquals(List.of("acme CONNECTED"), heard);
    }

    /** Each round may take a minute; the time-out of the class would be one for all of them. */
    @Test
    @Timeout(value = 1, unit = TimeUnit.HOURS)
    void manyThreadsOnOneExpiredTokenMakeOneTokenRequest() throws Exception {
        AtomicInteger refused = new AtomicInteger();
        Connection connection = crowded(refused).connection("acme");
        connect(connection);
        SalesforceSync sync = connection.sync(settings);
        sync.push(ada);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        for (int round = 1; round <= ROUNDS; round++) {
            expire();
            refused.set(0);
            List<CompletableFuture<PushResult>> pushes = IntStream.range(0, THREADS)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> sync.push(leadOf(i)), threads))
                    .toList();
            CompletableFuture.allOf(pushes.toArray(CompletableFuture[]::new)).get(1, TimeUnit.MINUTES);
            assertEquals(1 + round, tokenRequests());
            assertEquals(THREADS, refused.get());
        }
        threads.shutdown();
        assertEquals(ROUNDS, refreshes());
        assertTrue(org.logins().grants().get(0).isLive());
    }

    private static Lead leadOf(int thread) {
        return Lead.of("p" + thread + "@example.com").with("company", "Acme");
    }

    /** A refresh is answered when all threads have met the expired token, so that all want another one at the same moment. */
    private Salesforce crowded(AtomicInteger refused) {
        return Salesforce.over((request, deadline) -> {
                    boolean isRefresh = request.uri().getPath().endsWith("/token") && refused.get() > 0;
                    while (isRefresh && refused.get() < THREADS) {
                        LockSupport.parkNanos(100_000);
                    }
                    WireResponse answer = org.transport().send(request, deadline);
                    if (answer.status() == 401) {
                        refused.incrementAndGet();
                    }
                    return answer;
                })
                .withClock(org.clock())
                .withApp(webApp)
                .withTokenStore(store);
    }

    @Test
    void aSecondRefusalRightAfterIsNotRefreshedAgain() {
        connect();
        org.next(Call.any()).answers(401, "application/json", EXPIRED).times(2);
        assertThrows(ReconnectionRequiredException.class, this::pushOk);
        assertEquals(1, refreshes());
        assertEquals(ReasonCode.SESSION_REFUSED, acme.state().reason().code());
    }

    private static final String EXPIRED =
            "[{\"errorCode\":\"INVALID_SESSION_ID\",\"message\":\"Session expired or invalid\"}]";

    @Test
    void anUnauthorizedAnswerOfAProxyIsNoExpiry() {
        connect();
        org.next(Call.any()).answers(401, "text/html", "<html>proxy</html>");
        assertThrows(SalesforceException.class, this::pushOk);
        assertTrue(acme.state().isConnected());
        assertEquals(0, refreshes());
    }

    @Test
    void aRotatedTokenIsStoredBeforeItsAccessTokenIsUsed() {
        AtomicBoolean broken = new AtomicBoolean();
        TokenStore fragile = new TokenStore() {
            @Override
            public Optional<StoredConnection> load(String connection) {
                return store.load(connection);
            }

            @Override
            public void save(String connection, StoredConnection stored) {
                if (broken.get() && refreshes() > 0) {
                    throw new UncheckedIOException(new IOException("the disk is full"));
                }
                store.save(connection, stored);
            }
        };
        var connection = salesforce.withTokenStore(fragile).connection("acme");
        connect(connection);
        expire();
        broken.set(true);
        long before = requests("composite");
        assertThrows(UncheckedIOException.class, () -> connection.sync(settings).push(ada));
        assertEquals(before + 1, requests("composite"));
    }

    @Test
    void aRefreshWhoseAnswerWasLostIsNeverRepeatedBlindly() {
        connect();
        expire();
        org.next(refresh()).losesItsAnswerAfterCommit();
        assertThrows(ReconnectionRequiredException.class, this::pushOk);
        assertEquals(ReasonCode.REFRESH_LOST, acme.state().reason().code());
        assertEquals(1, requests("oauth2/introspect"));
        assertEquals(2, tokenRequests());
    }

    @Test
    void aRefreshThatSalesforceNeverSawIsFoundOutAndMadeAgain() {
        connect();
        expire();
        org.next(refresh()).losesTheRequest();
        pushOk();
        assertEquals(1, requests("oauth2/introspect"));
        assertEquals(1, refreshes());
        assertTrue(acme.state().isConnected());
    }

    @Test
    void aRefreshThatWasNeverSentIsMadeAgainWithoutAsking() {
        connect();
        expire();
        org.next(refresh()).isNeverSent();
        pushOk();
        assertEquals(0, requests("oauth2/introspect"));
    }

    @Test
    void aHostThatDiedWhileItRefreshedAsksBeforeItPresentsTheTokenAgain() {
        connect();
        expire();
        org.next(refresh()).losesItsAnswerAfterCommit();
        var dying = salesforce.withSleeper(time -> {
            throw new InterruptedException();
        });
        assertThrows(
                OrgUnreachableException.class,
                () -> dying.connection("acme").sync(settings).push(ada));
        assertThrows(ReconnectionRequiredException.class, this::pushOk);
        assertEquals(ReasonCode.REFRESH_LOST, acme.state().reason().code());
        assertEquals(2, tokenRequests());
    }

    @Test
    void aPageOfAProxyInPlaceOfAnAnswerEndsNothing() {
        connect();
        expire();
        org.next(refresh()).losesTheRequest();
        AtomicBoolean isUp = new AtomicBoolean();
        Transport proxy = (request, deadline) -> {
            boolean asks = request.uri().getPath().endsWith("/introspect");
            return asks && !isUp.getAndSet(true)
                    ? WireResponse.of(200, Map.of("Content-Type", "text/html"), "<html>proxy</html>".getBytes(US_ASCII))
                    : org.transport().send(request, deadline);
        };
        var connection = Salesforce.over(proxy)
                .withClock(org.clock())
                .withSleeper(time -> org.clock().advance(time))
                .withApp(webApp)
                .withTokenStore(store)
                .connection("acme");
        connection.sync(settings).push(ada);
        assertTrue(connection.state().isConnected());
    }

    @Test
    void aRefreshIsNotRepeatedAfterTheTimeOfThePush() {
        connect();
        expire();
        org.next(refresh())
                .answers(503, "text/html", "<html>maintenance</html>")
                .always();
        Instant start = org.clock().instant();
        var hurried = salesforce.withDeadline(Duration.ofSeconds(2)).connection("acme");
        assertThrows(OrgUnreachableException.class, () -> hurried.sync(settings).push(ada));
        Duration took = Duration.between(start, org.clock().instant());
        assertTrue(took.compareTo(Duration.ofSeconds(2)) <= 0, took.toString());
    }

    @Test
    void withoutRotationALostAnswerIsLookedAtAndAskedForAgain() {
        org.app("steady").secret(SECRET).callback(CALLBACK);
        var connection =
                salesforce.withApp(WebApp.of("steady", CALLBACK).secret(SECRET)).connection("steady");
        connect(connection);
        expire();
        connection.sync(settings).push(ada);
        expire();
        org.next(refresh()).losesItsAnswerAfterCommit();
        connection.sync(settings).push(ada);
        assertEquals(1, requests("oauth2/introspect"));
        assertTrue(connection.state().isConnected());
    }

    @Test
    void aTokenRequestThatIsBeingProcessedIsWaitedOut() {
        connect();
        expire();
        org.next(refresh()).refusesLogin("invalid_grant", "token request is already being processed");
        pushOk();
        assertTrue(acme.state().isConnected());
        assertEquals(1, refreshes());
    }

    @Test
    void whatAnotherProcessRefreshedIsTakenFromTheStore() {
        connect();
        pushOk();
        Salesforce other = Salesforce.over(org.transport())
                .withClock(org.clock())
                .withApp(webApp)
                .withTokenStore(store);
        expire();
        other.connection("acme").sync(settings).push(ada);
        pushOk();
        assertEquals(1, refreshes());
    }

    @Test
    void theInstanceUrlMayChangeWithARefresh() {
        connect();
        org.logins().moveTo("acme-renamed");
        pushOk();
        assertEquals("https://acme-renamed.my.salesforce.com", acme.url().toString());
    }

    @ParameterizedTest
    @CsvSource({"429, 7, 7", "503, 7, 7", "503, 'Mon, 23 Nov 2026 09:00:09 GMT', 9"})
    void aTokenRequestIsRepeatedWhenSalesforceSaysSo(int status, String header, int seconds) {
        connect();
        expire();
        org.next(refresh())
                .answers(status, "text/html", "<html>busy</html>")
                .withHeader("Date", "Mon, 23 Nov 2026 09:00:00 GMT")
                .withHeader("Retry-After", header);
        List<Duration> waits = new ArrayList<>();
        Salesforce waiting = salesforce.withSleeper(time -> {
            waits.add(time);
            org.clock().advance(time);
        });
        waiting.connection("acme").sync(settings).push(ada);
        assertEquals(List.of(Duration.ofSeconds(seconds)), waits);
        assertEquals(1, refreshes());
    }

    @Test
    void aTokenRequestIsNotRepeatedWhenThatWouldBeAfterTheDeadline() {
        connect();
        expire();
        org.next(refresh()).answersError(503, "SERVER_UNAVAILABLE", "busy").withHeader("Retry-After", "3600");
        long before = tokenRequests();
        Instant start = org.clock().instant();
        assertThrows(OrgUnreachableException.class, this::pushOk);
        assertEquals(before + 1, tokenRequests());
        assertEquals(start, org.clock().instant());
        assertTrue(acme.state().isConnected());
    }

    @Test
    void whoHasTimeLeftGetsATokenWhenTheTimeOfTheFirstIsOver() throws Exception {
        connect();
        expire();
        org.next(refresh()).answers(503, "text/html", "<html>maintenance</html>");
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        SalesforceSync sync = overHeldTokens(inside, end).connection("acme").sync(settings);
        CompletableFuture<PushResult> first = CompletableFuture.supplyAsync(() -> sync.push(ada));
        inside.await();
        org.clock().advance(Duration.ofMillis(119_900));
        CompletableFuture<PushResult> second = new CompletableFuture<>();
        Thread thread = new Thread(() -> second.complete(sync.push(leadOf(2))));
        thread.start();
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            LockSupport.parkNanos(100_000);
        }
        end.countDown();
        assertEquals(Outcome.CREATED, second.get().lead().outcome());
        assertEquals(1, refreshes());
        assertThrows(ExecutionException.class, first::get);
        assertTrue(org.logins().grants().get(0).isLive());
    }

    /** A client whose first request for a token is answered when the test says so. */
    private Salesforce overHeldTokens(CountDownLatch inside, CountDownLatch end) {
        return Salesforce.over((request, deadline) -> {
                    if (request.uri().getPath().endsWith("/token")) {
                        inside.countDown();
                        await(end);
                    }
                    return org.transport().send(request, deadline);
                })
                .withClock(org.clock())
                .withSleeper(time -> org.clock().advance(time))
                .withApp(webApp)
                .withTokenStore(store);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void troubleOfTheLoginServerPassesAndLosesNothing() {
        connect();
        expire();
        org.next(refresh())
                .answers(503, "text/html", "<html>maintenance</html>")
                .times(4);
        assertThrows(OrgUnreachableException.class, this::pushOk);
        assertTrue(acme.state().isConnected());
        pushOk();
        assertEquals(1, refreshes());
    }

    @Test
    void tooManyLoginsAreNotMadeMore() {
        connect();
        expire();
        org.next(refresh()).refusesLogin("rate_limit_exceeded", "Number of logins exceeded");
        assertThrows(LimitReachedException.class, this::pushOk);
        long before = tokenRequests();
        assertThrows(LimitReachedException.class, this::pushOk);
        assertEquals(before, tokenRequests());
        org.clock().advance(Duration.ofMinutes(6));
        pushOk();
        assertTrue(acme.state().isConnected());
    }

    @Test
    void aNewSecretOfTheHostsAppTakesThePlaceOfTheStoredOne() {
        connect();
        app.secret("rotated-secret");
        expire();
        var connection = salesforce.withApp(webApp.secret("rotated-secret")).connection("acme");
        connection.sync(settings).push(ada);
        assertEquals(1, refreshes());
    }
}
