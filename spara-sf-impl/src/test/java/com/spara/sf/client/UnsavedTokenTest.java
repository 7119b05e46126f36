package com.spara.sf.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.spara.sf.ReasonCode;
import com.spara.sf.ReconnectionRequiredException;
import com.spara.sf.connect.Connection;
import com.spara.sf.spi.StoredConnection;
import com.spara.sf.spi.TokenStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** A host whose store is away when a new token comes, and another one that goes on meanwhile. */
class UnsavedTokenTest extends OnConnectedOrg {

    private final AtomicBoolean isAway = new AtomicBoolean();
    private final Connection cutOff = salesforce
            .withTokenStore(new TokenStore() {
                @Override
                public Optional<StoredConnection> load(String connection) {
                    return store.load(connection);
                }

                @Override
                public void save(String connection, StoredConnection stored) {
                    if (isAway.get() && refreshes() > 0) {
                        throw new UncheckedIOException(new IOException("the database is away"));
                    }
                    store.save(connection, stored);
                }
            })
            .connection("acme");

    private void refreshWithoutSaving() {
        connect(cutOff);
        expire();
        isAway.set(true);
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
}
