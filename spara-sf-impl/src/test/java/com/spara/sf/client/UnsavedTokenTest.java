package com.spara.sf.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.OrgUnreachableException;
import com.spara.sf.ReasonCode;
import com.spara.sf.ReconnectionRequiredException;
import com.spara.sf.connect.Connection;
import com.spara.sf.spi.StoredConnection;
import com.spara.sf.spi.TokenStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A host whose store is away when a new token comes, and another one that goes on meanwhile. */
class UnsavedTokenTest extends OnConnectedOrg {

    private final AtomicBoolean isAway = new AtomicBoolean();

    /** How many savings are done before the store is away; the first one notes the doubt. */
    private final AtomicInteger saves = new AtomicInteger();

    /** The store as another process has it: turns do not reach so far. */
    private final TokenStore elsewhere = new TokenStore() {
        @Override
        public Optional<StoredConnection> load(String connection) {
            return store.load(connection);
        }

        @Override
        public void save(String connection, StoredConnection stored) {
            if (isAway.get() && saves.getAndDecrement() <= 0) {
                throw new UncheckedIOException(new IOException("the database is away"));
            }
            store.save(connection, stored);
        }
    };

    private final Connection cutOff = salesforce.withTokenStore(elsewhere).connection("acme");

    private void goAway() {
        saves.set(1);
        isAway.set(true);
    }

    private void refreshWithoutSaving() {
        connect(cutOff);
        expire();
        goAway();
        assertThrows(UncheckedIOException.class, this::pushCutOff);
        assertThrows(ReconnectionRequiredException.class, this::pushOk);
        assertEquals(ReasonCode.REFRESH_LOST, acme.state().reason().code());
        isAway.set(false);
    }

    private void pushCutOff() {
        cutOff.sync(settings).push(ada);
    }

    @Test
    void aTokenThatWasTakenForLostElsewhereMendsTheConnection() {
        refreshWithoutSaving();
        pushCutOff();
        pushOk();
        assertTrue(acme.state().isConnected());
        assertEquals(1, refreshes());
    }

    @Test
    void aLoginOfMeanwhileIsKept() {
        refreshWithoutSaving();
        connect();
        pushCutOff();
        expire();
        pushOk();
        assertEquals(1, org.logins().grants().get(1).refreshes());
    }

    @Test
    void aDoubtThatCouldNotBeTakenBackInTheStoreIsAskedAbout() {
        connect(cutOff);
        expire();
        org.next(refresh()).isNeverSent();
        goAway();
        assertThrows(UncheckedIOException.class, this::pushCutOff);
        org.next(refresh()).losesItsAnswerAfterCommit();
        assertThrows(OrgUnreachableException.class, () -> dying().sync(settings).push(ada));
        isAway.set(false);
        long before = tokenRequests();
        assertThrows(ReconnectionRequiredException.class, this::pushCutOff);
        assertEquals(before, tokenRequests(), "the refresh token was presented again");
        assertEquals(ReasonCode.REFRESH_LOST, acme.state().reason().code());
    }

    /** Another host, which dies while it refreshes. */
    private Connection dying() {
        return salesforce
                .withSleeper(time -> {
                    throw new InterruptedException();
                })
                .connection("acme");
    }

    @Test
    void anEndThatCouldNotBeSavedEndsNothingLater() {
        connect(cutOff);
        expire();
        org.logins().ipIsRestricted(true);
        goAway();
        assertThrows(UncheckedIOException.class, this::pushCutOff);
        isAway.set(false);
        org.logins().ipIsRestricted(false);
        pushCutOff();
        assertTrue(acme.state().isConnected());
    }

    @Test
    void aRefusalEndsNothingThatAnotherHostBroughtMeanwhile() {
        AtomicBoolean isArmed = new AtomicBoolean();
        Connection heldUp = Salesforce.over((request, deadline) -> {
                    var answer = org.transport().send(request, deadline);
                    if (request.uri().getPath().endsWith("/token") && isArmed.getAndSet(false)) {
                        connect(); // its turn is over
                    }
                    return answer;
                })
                .withClock(org.clock())
                .withApp(webApp)
                .withTokenStore(elsewhere)
                .connection("acme");
        connect();
        org.logins().grants().get(0).revoke();
        isArmed.set(true);
        heldUp.sync(settings).push(ada);
        assertTrue(acme.state().isConnected());
    }
}
