package com.spara.sf.client.auth;

import com.spara.sf.connect.ConnectionState;
import com.spara.sf.connect.SalesforceListener;
import com.spara.sf.spi.TokenStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One connection in the token store, with what was last seen of it; tells the listener of each change once. Safe for use by
 * many threads.
 */
final class ConnectionStore {

    private static final Duration FRESH_FOR = Duration.ofMinutes(1);

    private final String name;
    private final TokenStore store;
    private final SalesforceListener listener;
    private final Clock clock;
    private final Supplier<ConnectionRecord> absent;
    private final ReentrantLock lock = new ReentrantLock();
    private final Queue<ConnectionState> changes = new ConcurrentLinkedQueue<>();
    private volatile @Nullable ConnectionRecord seen;
    private volatile Instant seenAt = Instant.MIN;

    /** What differs from client to client; the store is where connections are kept. */
    record Keeper(TokenStore store, SalesforceListener listener, Clock clock) {}

    ConnectionStore(String name, Keeper keeper, Supplier<ConnectionRecord> absent) {
        this.name = name;
        this.store = keeper.store();
        this.listener = keeper.listener();
        this.clock = keeper.clock();
        this.absent = absent;
    }

    /** One of a connection that never was connected until somebody logs in. */
    static ConnectionStore ofLogins(String name, Keeper keeper) {
        return new ConnectionStore(
                name, keeper, () -> ConnectionRecord.never(keeper.clock().instant()));
    }

    String name() {
        return name;
    }

    /** What was seen a moment ago, if that was usable; else what is stored now, since another process may have changed it. */
    ConnectionRecord current() {
        ConnectionRecord known = seen;
        boolean isFresh = known != null && clock.instant().isBefore(seenAt.plus(FRESH_FOR));
        return known != null && known.isConnected() && isFresh ? known : load();
    }

    /** Tells the listener what changed; not while anything is locked, since a listener may use the connection. */
    void tellChanges() {
        for (ConnectionState state = changes.poll(); state != null; state = changes.poll()) {
            listener.connectionChanged(name, state);
        }
    }

    ConnectionRecord load() {
        lock.lock();
        try {
            return noted(
                    store.load(name).map(found -> StoredForm.read(name, found)).orElseGet(absent));
        } finally {
            lock.unlock();
        }
    }

    /** What is stored; a login makes good what a store cannot read any more. */
    ConnectionRecord loadForLogin() {
        try {
            return load();
        } catch (IllegalStateException unreadable) {
            return absent.get();
        }
    }

    ConnectionRecord save(ConnectionRecord record) {
        lock.lock();
        try {
            store.save(name, StoredForm.of(record));
            return noted(record);
        } finally {
            lock.unlock();
        }
    }

    void exclusively(Runnable work) {
        store.exclusively(name, work);
    }

    /** What is seen first is no change. */
    private ConnectionRecord noted(ConnectionRecord record) {
        ConnectionRecord before = seen;
        seen = record;
        seenAt = clock.instant();
        if (before != null && !isSame(before.state(), record.state())) {
            changes.add(record.state());
        }
        return record;
    }

    private static boolean isSame(ConnectionState one, ConnectionState other) {
        return one.status() == other.status()
                && (one.status() == ConnectionState.Status.NEVER_CONNECTED
                        || one.since().equals(other.since()));
    }
}
