package com.spara.sf.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.LoginFailedException;
import com.spara.sf.OrgUnreachableException;
import com.spara.sf.ReasonCode;
import com.spara.sf.ReconnectionRequiredException;
import com.spara.sf.connect.ClientCredentials;
import com.spara.sf.connect.Connection;
import com.spara.sf.connect.ConnectionState;
import com.spara.sf.connect.ConnectionState.Status;
import com.spara.sf.connect.SalesforceListener;
import com.spara.sf.connect.WebApp;
import com.spara.sf.connect.WebLogin;
import com.spara.sf.spi.StoredConnection;
import com.spara.sf.spi.TokenStore;
import com.spara.sf.spi.Transport;
import com.spara.sf.spi.WireResponse;
import com.spara.sf.testkit.Call;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Traps that readers with fresh eyes found in connections, each with its test. */
class ConnectionTrapsTest extends OnConnectedOrg {

    private Connection server() {
        return salesforce.connect("https://acme.my.salesforce.com", ClientCredentials.of("server", "server-secret"));
    }

    @Test
    void aServerConnectsAgainAfterDisconnect() {
        org.app("server").secret("server-secret").runsAs(org.user());
        server().sync(settings).push(ada);
        server().disconnect();
        server().sync(settings).push(ada.with("company", "Globex"));
    }

    @Test
    void theNewSecretOfACustomersAppIsKept() {
        var theirs = org.app("theirs").secret("old-secret").callback(CALLBACK);
        Connection old = salesforce
                .withApp(WebApp.of("theirs", CALLBACK).secret("old-secret"))
                .connection("acme");
        WebLogin login = old.beginLogin("acme.my.salesforce.com");
        old.finishLogin(login, allowed(login));
        theirs.secret("new-secret");
        expire();
        Connection fresh = salesforce
                .withApp(WebApp.of("theirs", CALLBACK).secret("new-secret"))
                .connection("acme");
        fresh.sync(settings).push(ada);
        expire();
        acme.sync(settings).push(ada.with("company", "Globex"));
        assertTrue(acme.state().isConnected());
    }

    @Test
    @Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aListenerMayUseTheConnection(@TempDir Path folder) {
        List<String> heard = new ArrayList<>();
        List<Connection> connection = new ArrayList<>();
        connection.add(salesforce
                .withTokenStore(FileTokenStore.in(folder))
                .withListener(new SalesforceListener() {
                    @Override
                    public void connectionChanged(String name, ConnectionState state) {
                        if (state.isReconnectionRequired()) {
                            heard.add(connection.get(0).disconnect().status().toString());
                        }
                    }
                })
                .connection("acme"));
        connect(connection.get(0));
        org.logins().grants().get(0).revoke();
        assertThrows(
                ReconnectionRequiredException.class,
                () -> connection.get(0).sync(settings).push(ada));
        assertEquals(List.of("DISCONNECTED"), heard);
    }

    @Test
    void anInterruptCostsNoRotatedToken(@TempDir Path folder) {
        List<Boolean> armed = new ArrayList<>();
        Connection c = Salesforce.over((request, deadline) -> {
                    var answer = org.transport().send(request, deadline);
                    if (!armed.isEmpty() && request.uri().getPath().endsWith("/token")) {
                        armed.clear();
                        Thread.currentThread().interrupt();
                    }
                    return answer;
                })
                .withClock(org.clock())
                .withSleeper(t -> org.clock().advance(t))
                .withApp(webApp)
                .withTokenStore(FileTokenStore.in(folder))
                .connection("acme");
        connect(c);
        expire();
        armed.add(true);
        try {
            c.sync(settings).push(ada);
        } catch (RuntimeException interrupted) {
            assertTrue(c.state().isConnected(), interrupted.toString());
        }
        Thread.interrupted();
        c.sync(settings).push(ada);
        assertTrue(c.state().isConnected());
    }

    /** A host's own store, with the two methods that must be written, and nothing else. */
    private TokenStore plainStore() {
        return new TokenStore() {
            @Override
            public Optional<StoredConnection> load(String connection) {
                return store.load(connection);
            }

            @Override
            public void save(String connection, StoredConnection stored) {
                store.save(connection, stored);
            }
        };
    }

    private Salesforce over(Transport wire, TokenStore where) {
        return Salesforce.over(wire)
                .withClock(org.clock())
                .withSleeper(time -> org.clock().advance(time))
                .withApp(webApp)
                .withTokenStore(where);
    }

    /** Begins something on another thread once, while a refresh is on its way; with turns it ends after the refresh. */
    private Transport duringRefresh(AtomicReference<Runnable> meanwhile, CompletableFuture<Void> ended) {
        return (request, deadline) -> {
            var answer = org.transport().send(request, deadline);
            Runnable work = request.uri().getPath().endsWith("/token") ? meanwhile.getAndSet(null) : null;
            if (work != null) {
                CompletableFuture<Void> run = CompletableFuture.runAsync(work);
                ended.completeAsync(run::join);
                CompletableFuture.anyOf(run, new CompletableFuture<>().completeOnTimeout(1, 500, TimeUnit.MILLISECONDS))
                        .join();
            }
            return answer;
        };
    }

    @Test
    @Timeout(10)
    void disconnectDuringARefreshStaysDisconnected() {
        AtomicReference<Runnable> meanwhile = new AtomicReference<>();
        CompletableFuture<Void> ended = new CompletableFuture<>();
        Connection c = over(duringRefresh(meanwhile, ended), plainStore()).connection("acme");
        connect(c);
        expire();
        meanwhile.set(c::disconnect);
        try {
            c.sync(settings).push(ada);
        } catch (RuntimeException fine) {
            // said so
        }
        ended.join();
        assertEquals(Status.DISCONNECTED, c.state().status());
    }

    @Test
    @Timeout(10)
    void aLoginDuringARefreshIsNotOverwritten() {
        AtomicReference<Runnable> meanwhile = new AtomicReference<>();
        CompletableFuture<Void> ended = new CompletableFuture<>();
        Connection c = over(duringRefresh(meanwhile, ended), plainStore()).connection("acme");
        connect(c);
        expire();
        meanwhile.set(() -> connect(c));
        c.sync(settings).push(ada);
        ended.join();
        expire();
        c.sync(settings).push(ada);
        assertEquals(1, org.logins().grants().get(1).refreshes(), "the new login was overwritten by the old grant");
    }

    @Test
    void aTokenThatSomebodyElseRefreshedAndThatExpiredTooIsNoEnd() {
        connect();
        pushOk();
        Connection other = over(org.transport(), store).connection("acme");
        org.logins().expireTokens();
        other.sync(settings).push(ada);
        org.logins().expireTokens();
        pushOk(); // this process still holds the first token
        assertTrue(acme.state().isConnected());
    }

    @Test
    void rotationSwitchedOnLaterIsNotTakenForOff() {
        var steady = org.app("steady").secret(SECRET).callback(CALLBACK);
        Connection c =
                salesforce.withApp(WebApp.of("steady", CALLBACK).secret(SECRET)).connection("steady");
        connect(c);
        expire();
        c.sync(settings).push(ada);
        steady.rotatesRefreshTokens();
        expire();
        long before = tokenRequests();
        org.next(refresh()).losesItsAnswerAfterCommit();
        try {
            c.sync(settings).push(ada);
        } catch (RuntimeException gone) {
            // of course
        }
        assertEquals(before + 1, tokenRequests(), "the old refresh token was presented again");
    }

    @Test
    void aFailedReconnectKeepsSinceWhenAndIsNoChange() {
        connect();
        expire();
        org.logins().ipIsRestricted(true);
        assertThrows(RuntimeException.class, this::pushOk);
        var since = acme.state().since();
        org.clock().advance(Duration.ofHours(5));
        acme.reconnect();
        assertEquals(2, heard.size(), heard.toString());
        assertEquals(since, acme.state().since());
    }

    @Test
    void aRevocationThatWasRefusedForAnotherReasonIsSaid() {
        connect();
        org.next(Call.revoke()).refusesLogin("brand_new_error", "we did nothing");
        var state = acme.disconnect();
        assertTrue(org.logins().grants().get(0).isLive());
        assertEquals(1, state.warnings().size(), "the grant lives on, and nobody is told");
    }

    @Test
    void wordsOfARefusedLoginAreKept() {
        WebLogin login = acme.beginLogin("acme.my.salesforce.com");
        URI back = URI.create(CALLBACK + "?error=brand_new&error_description=see+case+42&state="
                + login.revealAttempt().state());
        var thrown = assertThrows(LoginFailedException.class, () -> acme.finishLogin(login, back));
        assertEquals("see case 42", thrown.reason().salesforceWords().orElse("lost"));
    }

    @Test
    void anEmptyErrorIsALoginThatFailed() {
        WebLogin login = acme.beginLogin("acme.my.salesforce.com");
        URI back =
                URI.create(CALLBACK + "?error=&state=" + login.revealAttempt().state());
        assertThrows(LoginFailedException.class, () -> acme.finishLogin(login, back));
    }

    @Test
    void aLoginIsFinishedOnceAlsoWhenAnotherOneCameAfter() {
        WebLogin one = acme.beginLogin("acme.my.salesforce.com");
        WebLogin two = acme.beginLogin("acme.my.salesforce.com");
        URI again = allowed(one);
        acme.finishLogin(one, allowed(one));
        acme.finishLogin(two, allowed(two));
        assertThrows(LoginFailedException.class, () -> acme.finishLogin(one, again));
    }

    @Test
    void aRefusedLoginIsUsedUp() {
        WebLogin one = acme.beginLogin("acme.my.salesforce.com");
        assertThrows(
                LoginFailedException.class,
                () -> acme.finishLogin(one, org.logins().deny(one.url())));
        assertThrows(LoginFailedException.class, () -> acme.finishLogin(one, allowed(one)));
    }

    @Test
    void afterARenameTokensAreAskedForAtTheNewAddress() {
        List<String> asked = new CopyOnWriteArrayList<>();
        Connection c = over(
                        (request, deadline) -> {
                            if (request.uri().getPath().endsWith("/token")) {
                                asked.add(request.uri().getHost());
                            }
                            return org.transport().send(request, deadline);
                        },
                        store)
                .connection("acme");
        connect(c);
        org.logins().moveTo("acme-renamed");
        c.sync(settings).push(ada);
        expire();
        c.sync(settings).push(ada);
        assertEquals("acme-renamed.my.salesforce.com", asked.get(asked.size() - 1), asked.toString());
    }

    @Test
    void aDerivedClientTellsNoChangeTwice() {
        acme.state();
        connect(salesforce.withApp(webApp).connection("acme"));
        acme.state();
        assertEquals(List.of("acme CONNECTED"), heard);
    }

    @Test
    void aStoreThatFailsOnceCostsNoGrant() {
        AtomicBoolean broken = new AtomicBoolean();
        TokenStore fragile = new TokenStore() {
            @Override
            public Optional<StoredConnection> load(String connection) {
                return store.load(connection);
            }

            @Override
            public void save(String connection, StoredConnection stored) {
                if (refreshes() > 0 && broken.getAndSet(false)) {
                    throw new IllegalStateException("a deadlock victim");
                }
                store.save(connection, stored);
            }
        };
        Connection c = over(org.transport(), fragile).connection("acme");
        connect(c);
        expire();
        broken.set(true);
        assertThrows(RuntimeException.class, () -> c.sync(settings).push(ada));
        c.sync(settings).push(ada);
    }

    @Test
    void noTokenRequestBeginsAfterTheDeadlineOfThePush() {
        AtomicInteger tried = new AtomicInteger();
        Connection c = Salesforce.over((request, deadline) -> {
                    if (request.uri().getPath().endsWith("/token") && requests("composite") > 0) {
                        tried.incrementAndGet();
                        org.clock().advance(deadline);
                        throw new IOException("no answer");
                    }
                    return org.transport().send(request, deadline);
                })
                .withClock(org.clock())
                .withSleeper(time -> org.clock().advance(time))
                .withDeadline(Duration.ofSeconds(10))
                .withApp(WebApp.of("steady", CALLBACK).secret(SECRET))
                .withTokenStore(store)
                .connection("steady");
        org.app("steady").secret(SECRET).callback(CALLBACK);
        connect(c);
        c.sync(settings).push(ada);
        expire();
        tried.set(0);
        assertThrows(RuntimeException.class, () -> c.sync(settings).push(ada));
        assertEquals(1, tried.get(), "a request that is on its way may bring a new token; no other one begins");
    }

    @Test
    void aServerThatNeverGotATokenIsNotConnected() {
        Connection c = salesforce.connect(org.url(), ClientCredentials.of(KEY, "wrong"));
        assertFalse(c.state().isConnected());
    }

    @Test
    void twoThousandServersDoNotForgetThatOneIsGone() {
        Connection gone = salesforce.connect(org.url(), ClientCredentials.of(KEY, "wrong"));
        assertThrows(RuntimeException.class, () -> gone.sync(settings).push(ada));
        long before = tokenRequests();
        for (int i = 0; i < 2_000; i++) {
            salesforce.connect("https://org" + i + ".my.salesforce.com", ClientCredentials.of(KEY, "x"));
        }
        assertThrows(
                RuntimeException.class,
                () -> salesforce
                        .connect(org.url(), ClientCredentials.of(KEY, "wrong"))
                        .sync(settings)
                        .push(ada));
        assertEquals(before, tokenRequests());
    }

    @Test
    void aWrongSecretIsNotALostToken() {
        connect();
        expire();
        org.next(refresh()).losesTheRequest();
        app.secret("changed");
        assertThrows(RuntimeException.class, this::pushOk);
        assertEquals("invalid_client", acme.state().reason().code());
    }

    @Test
    void aConnectionThatCannotBeReadCanStillBeLetGo() {
        store.save("acme", StoredConnection.of("broken {"));
        assertEquals(Status.DISCONNECTED, acme.disconnect().status());
    }

    @Test
    void aRotatedTokenIsKeptThoughTheAnswerLeadsToAnUnknownHost() {
        AtomicBoolean renamed = new AtomicBoolean(true);
        Connection c = over(
                        (request, deadline) -> {
                            WireResponse answer = org.transport().send(request, deadline);
                            boolean isRefresh = request.uri().getPath().endsWith("/token") && refreshes() == 1;
                            return isRefresh && renamed.getAndSet(false) ? leadingElsewhere(answer) : answer;
                        },
                        store)
                .connection("acme");
        connect(c);
        expire();
        c.sync(settings).push(ada);
        assertEquals("https://acme.my.salesforce.com", c.url().toString());
        expire();
        c.sync(settings).push(ada);
        assertTrue(c.state().isConnected());
    }

    private static WireResponse leadingElsewhere(WireResponse answer) throws IOException {
        String body = new String(answer.body().readAllBytes(), StandardCharsets.UTF_8)
                .replace("https://acme.my.salesforce.com", "https://acme.my.salesforce.com.evil.example");
        return WireResponse.of(200, Map.of("Content-Type", "application/json"), body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anInterruptWhileTheRefreshIsOnItsWayCostsNoGrant() {
        Thread pushing = Thread.currentThread();
        AtomicBoolean armed = new AtomicBoolean();
        Connection c = over(
                        (request, deadline) -> {
                            if (request.uri().getPath().endsWith("/token") && armed.getAndSet(false)) {
                                pushing.interrupt();
                            }
                            return org.transport().send(request, deadline);
                        },
                        store)
                .connection("acme");
        connect(c);
        expire();
        armed.set(true);
        try {
            c.sync(settings).push(ada);
        } catch (OrgUnreachableException interrupted) {
            assertTrue(Thread.currentThread().isInterrupted());
        }
        Thread.interrupted();
        c.sync(settings).push(ada);
        assertTrue(c.state().isConnected());
    }

    @Test
    void anOrgThatChangesBehindAServersCredentialsIsSaid() {
        app.runsAs(org.user());
        Connection server = salesforce.connect(org.url(), ClientCredentials.of(KEY, SECRET));
        server.sync(settings).push(ada);
        org.next(Call.token())
                .answers(
                        200,
                        "application/json",
                        "{\"access_token\":\"00DFk0000000001!x\",\"instance_url\":\"https://acme.my.salesforce.com\","
                                + "\"id\":\"https://login.salesforce.com/id/00DFk0000000001/005Fk0000000001\"}");
        expire();
        assertThrows(
                ReconnectionRequiredException.class, () -> server.sync(settings).push(ada));
        assertEquals(ReasonCode.ANOTHER_ORG, server.state().warnings().get(0).code());
    }
}
