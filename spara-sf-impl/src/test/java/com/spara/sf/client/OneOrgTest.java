package com.spara.sf.client;

import static com.spara.sf.sync.Outcome.CREATED;
import static com.spara.sf.sync.Outcome.UNKNOWN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.spara.sf.Lead;
import com.spara.sf.OrgUnreachableException;
import com.spara.sf.ReasonCode;
import com.spara.sf.RequestRefusedException;
import com.spara.sf.connect.AccessToken;
import com.spara.sf.connect.ClientCredentials;
import com.spara.sf.connect.Connection;
import com.spara.sf.spi.Transport;
import com.spara.sf.spi.WireRequest;
import com.spara.sf.spi.WireResponse;
import com.spara.sf.sync.PushPlan;
import com.spara.sf.sync.RecordResult;
import com.spara.sf.sync.SalesforceSync;
import com.spara.sf.testkit.Call;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever leads to one org within one client shares what keeps records from being doubled, and what was learned of the org. */
@Isolated("has half a second")
class OneOrgTest extends OnConnectedOrg {

    /** Two ways into one org. */
    enum Ways {
        TWO_NAMES,
        TWO_TOKENS,
        A_NAME_AND_A_TOKEN,
        A_NAME_AND_CREDENTIALS
    }

    @BeforeEach
    void prepare() {
        app.allowsClientCredentials().runsAs(org.user());
        connect(salesforce.connection("acme"));
        connect(salesforce.connection("twin"));
    }

    private List<SalesforceSync> syncs(Salesforce client, Ways ways) {
        Connection name = client.connection("acme");
        Connection token = client.connect(org.url(), AccessToken.of(org.token()));
        List<Connection> both = switch (ways) {
            case TWO_NAMES -> List.of(name, client.connection("twin"));
            case TWO_TOKENS -> List.of(token, client.connect(org.url(), AccessToken.of(second())));
            case A_NAME_AND_A_TOKEN -> List.of(name, token);
            case A_NAME_AND_CREDENTIALS -> List.of(name, client.connect(org.url(), ClientCredentials.of(KEY, SECRET)));
        };
        return both.stream().map(connection -> connection.sync(settings)).toList();
    }

    private String second() {
        return org.token(org.user("Second User", "second@acme.example"));
    }

    private Salesforce over(Transport transport, Clock clock) {
        return Salesforce.over(transport)
                .withClock(clock)
                .withSleeper(time -> org.clock().advance(time))
                .withApp(webApp)
                .withTokenStore(store);
    }

    private static boolean isComposite(WireRequest request) {
        return request.uri().getPath().endsWith("/composite");
    }

    @ParameterizedTest
    @EnumSource
    void pushesOfOnePersonTakeTurns(Ways ways) throws InterruptedException {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        AtomicInteger calls = new AtomicInteger();
        Transport slow = (request, deadline) -> {
            if (isComposite(request)) {
                calls.incrementAndGet();
                inside.countDown();
                await(end);
            }
            return org.transport().send(request, deadline);
        };
        Salesforce client = over(slow, Clock.systemUTC()).withDeadline(Duration.ofMillis(500));
        List<SalesforceSync> syncs = syncs(client, ways);
        CompletableFuture<Void> first =
                CompletableFuture.runAsync(() -> syncs.get(0).push(ada));
        inside.await();
        assertThrows(OrgUnreachableException.class, () -> syncs.get(1).push(ada));
        assertEquals(1, calls.get());
        end.countDown();
        first.handle((done, thrown) -> thrown).join();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(5, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCreateThatWasLostThroughOneIsNotMadeThroughTheOther(Ways ways) {
        List<SalesforceSync> syncs = syncs(salesforce, ways);
        org.next(Call.write()).losesTheRequest();
        assertEquals(UNKNOWN, syncs.get(0).push(ada).lead().outcome());
        RecordResult other = syncs.get(1).push(ada).lead();
        assertEquals(ReasonCode.CREATE_IN_DOUBT, other.reason().code());
        org.clock().advance(Duration.ofMinutes(11));
        assertEquals(CREATED, syncs.get(1).push(ada).lead().outcome());
    }

    @ParameterizedTest
    @EnumSource
    void aPlanIsCarriedOutOnce(Ways ways) {
        List<SalesforceSync> syncs = syncs(salesforce, ways);
        PushPlan plan = syncs.get(0).plan(ada);
        assertEquals(CREATED, syncs.get(0).push(plan).lead().outcome());
        RecordResult again = syncs.get(1).push(plan).lead();
        boolean isNamedOtherwise = ways == Ways.A_NAME_AND_A_TOKEN; // whose org has no known Id
        assertEquals(
                isNamedOtherwise ? ReasonCode.PLAN_FOREIGN : ReasonCode.PLAN_ALREADY_PUSHED,
                again.reason().code());
        assertEquals(1, org.records("Lead").size());
    }

    @ParameterizedTest
    @EnumSource
    void anOutageIsNotMultipliedByTheNumberOfWays(Ways ways) {
        AtomicInteger calls = new AtomicInteger();
        Transport down = (request, deadline) -> {
            if (isComposite(request)) {
                calls.incrementAndGet();
                throw new IOException("reset");
            }
            return org.transport().send(request, deadline);
        };
        List<SalesforceSync> syncs = syncs(over(down, org.clock()), ways);
        for (int i = 0; i < 50; i++) {
            assertThrows(OrgUnreachableException.class, () -> syncs.get(0).push(ada));
        }
        assertEquals(150, calls.getAndSet(0));
        assertThrows(OrgUnreachableException.class, () -> syncs.get(1).push(ada));
        assertEquals(1, calls.get());
    }

    @ParameterizedTest
    @EnumSource
    void howManyRowsItsTriggersBearIsLearnedOnce(Ways ways) {
        List<SalesforceSync> syncs = syncs(salesforce, ways);
        org.rules("Lead").cpuBudget(60);
        assertEquals(200, syncs.get(0).pushAll(people("p")).count("Lead", CREATED));
        long before = requests("composite");
        assertEquals(200, syncs.get(1).pushAll(people("q")).count("Lead", CREATED));
        assertEquals(1 + 4, requests("composite") - before);
    }

    private static List<Lead> people(String prefix) {
        return IntStream.range(0, 200)
                .mapToObj(i -> Lead.of(prefix + i + "@example.com").with("company", "Acme"))
                .toList();
    }

    @ParameterizedTest
    @EnumSource(names = {"TWO_TOKENS", "TWO_NAMES"})
    void aLostCreateIsRememberedHoweverManyOtherOrgsAreUsedMeanwhile(Ways ways) {
        Transport elsewhere = (request, deadline) -> request.uri().getHost().startsWith("other")
                ? gone()
                : org.transport().send(request, deadline);
        Salesforce client = over(elsewhere, org.clock());
        List<SalesforceSync> syncs = syncs(client, ways);
        org.next(Call.write()).losesTheRequest();
        assertEquals(UNKNOWN, syncs.get(0).push(ada).lead().outcome());
        for (int i = 0; i < 2 * OrgMemories.MOST + 2; i++) {
            Connection other = client.connect("https://other" + i + ".my.salesforce.com", AccessToken.of("token"));
            assertThrows(
                    RequestRefusedException.class, () -> other.sync(settings).push(ada));
        }
        RecordResult again = syncs.get(1).push(ada).lead();
        assertEquals(ReasonCode.CREATE_IN_DOUBT, again.reason().code());
    }

    private static WireResponse gone() {
        return WireResponse.of(
                410,
                Map.of("Content-Type", "application/json"),
                "[{\"errorCode\":\"GONE\",\"message\":\"\"}]".getBytes(StandardCharsets.UTF_8));
    }
}
