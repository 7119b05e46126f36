package com.spara.sf.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.ReasonCode;
import com.spara.sf.ReconnectionRequiredException;
import com.spara.sf.connect.Connection;
import com.spara.sf.connect.WebLogin;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.testkit.ApiCall;
import com.spara.sf.testkit.Call;
import com.spara.sf.testkit.FakeGrant;
import com.spara.sf.testkit.FakeOrg;
import com.spara.sf.testkit.FakeServer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Several JVMs share an org by a database; refresh tokens rotate. */
@Timeout(120)
@Order(1) // it waits for other processes, with room for others beside it
class ManyHostsTest {

    private static final int KILLS = Integer.getInteger("host.kills", 3);
    private static final int HOSTS = 4;
    private static final Duration LEASE = Duration.ofSeconds(4);
    private static final long MINUTES_THERE = 500_000_000;

    /** A host that is slower than the next expiry takes that for a refusal of its new token. */
    private static final Set<String> LOST = Set.of(ReasonCode.REFRESH_LOST, ReasonCode.SESSION_REFUSED);

    private static final ManyHosts hosts = new ManyHosts(HOSTS);

    private final FakeOrg org = FakeOrg.create("acme");
    private final FakeServer server = org.serve();

    @AfterEach
    void freeThePort() {
        server.close();
    }

    @AfterAll
    static void endTheHosts() {
        hosts.close();
    }

    private static String use(String url, Duration lease) {
        return "use " + url + " " + lease;
    }

    private Connection connect(String url) {
        Connection acme = HostProcess.client(url, LEASE).connection("acme");
        WebLogin login = acme.beginLogin(server.url());
        acme.finishLogin(login, org.logins().allow(login.url(), org.user()));
        return acme;
    }

    private void haveAnApp() {
        org.app(HostProcess.KEY)
                .secret(HostProcess.SECRET)
                .callback(HostProcess.CALLBACK)
                .requiresPkce()
                .rotatesRefreshTokens();
    }

    @ParameterizedTest
    @EnumSource
    void fourProcessesOfFiftyThreadsOnOneExpiryMakeOneRefresh(TestDatabase database) {
        String url = database.url();
        haveAnApp();
        connect(url);
        hosts.beginAll(use(url, Duration.ofMinutes(1)));
        assertEquals(fourTimes("1 pushed, 0 refused, 0 failed "), hosts.all("push 1"));
        org.logins().expireTokens();
        org.next(Call.token("refresh_token")).isSlow(Duration.ofMillis(500));
        assertEquals(fourTimes("51 pushed, 0 refused, 0 failed "), hosts.all("push 50"));
        assertEquals(1, refreshes());
        assertEquals(2, requests("oauth2/token"));
    }

    private static List<String> fourTimes(String answer) {
        return List.of(answer, answer, answer, answer);
    }

    private int refreshes() {
        return org.logins().grants().stream().mapToInt(FakeGrant::refreshes).sum();
    }

    private long requests(String resource) {
        return org.calls().all().stream()
                .filter(call -> call.resource().equals(resource))
                .count();
    }

    @Test
    void aProcessThatDiesWithTheAnswerIsSurvivedAndItsTokenIsNotPresentedAgain() {
        String url = database().url();
        haveAnApp();
        connect(url);
        hosts.begin(0, use(url, Duration.ofSeconds(1)));
        org.logins().expireTokens();
        org.next(Call.token("refresh_token")).isSlow(Duration.ofSeconds(20));
        hosts.begin(0, "push 1");
        while (refreshes() == 0) {
            LockSupport.parkNanos(1_000_000);
        }
        hosts.kill(0);
        assertEquals(1, connectedAgain(url));
        assertEquals(1, presented().size());
        hosts.replace(0);
    }

    private static TestDatabase database() {
        return TestDatabase.isThere() ? TestDatabase.POSTGRESQL : TestDatabase.H2;
    }

    /** The time-out of the class would be one for all of them. */
    @Test
    @Timeout(value = 1, unit = TimeUnit.HOURS)
    void processesThatDieAnywherePresentNoTokenTwiceAndHoldNobodyUp() {
        String url = database().url();
        haveAnApp();
        connect(url);
        Random random = new Random();
        hosts.beginAll(use(url, LEASE));
        hosts.beginAll("loop 2");
        int logins = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            LockSupport.parkNanos(MINUTES_THERE);
            org.logins().expireTokens();
            org.next(Call.token("refresh_token")).isSlow(Duration.ofMillis(200));
            LockSupport.parkNanos(random.nextInt(250) * 1_000_000L);
            int victim = random.nextInt(HOSTS);
            hosts.kill(victim);
            hosts.replace(victim);
            logins += connectedAgain(url);
            hosts.begin(victim, use(url, LEASE));
            hosts.begin(victim, "loop 2");
        }
        hosts.all("stop").forEach(said -> assertTrue(said.contains(" 0 failed"), said));
        List<String> presented = presented();
        assertEquals(
                List.copyOf(new TreeSet<>(presented)),
                presented.stream().sorted().toList());
        System.out.println(
                KILLS + " kills, " + presented.size() + " refreshes, " + logins + " answers died with a process");
    }

    /** A person logs in again where a new token died with its process; tells whether one had to. */
    private int connectedAgain(String url) {
        try {
            HostProcess.client(url, LEASE).connection("acme").whoAmI(SyncSettings.standard());
            return 0;
        } catch (ReconnectionRequiredException lost) {
            assertTrue(LOST.contains(lost.reason().code()), lost.reason().code());
            connect(url);
            return 1;
        }
    }

    /** The refresh tokens that were presented, each as often as it was. */
    private List<String> presented() {
        return org.calls().all().stream()
                .filter(call -> call.resource().equals("oauth2/token"))
                .map(ApiCall::requestBody)
                .flatMap(form -> Arrays.stream(form.split("&", -1)))
                .filter(field -> field.startsWith("refresh_token="))
                .toList();
    }
}
