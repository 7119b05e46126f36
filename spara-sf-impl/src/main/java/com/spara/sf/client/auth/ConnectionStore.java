package com.spara.sf.client.auth;

import com.spara.sf.connect.ConnectionState;
import com.spara.sf.connect.SalesforceListener;
import com.spara.sf.spi.TokenStore;
import java.time.Clock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One connection in the token store, with what was last seen of it; tells the listener of each change once. Safe for use by
 * many threads.
 */
final class ConnectionStore {

    private static final System.Logger LOG = System.getLogger("com.spara.sf.connect");

    private final String name;
    private final TokenStore store;
    private final SalesforceListener listener;
    private final Supplier<ConnectionRecord> absent;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable ConnectionRecord seen;

    ConnectionStore(String name, TokenStore store, SalesforceListener listener, Supplier<ConnectionRecord> absent) {
        this.name = name;
        this.store = store;
        this.listener = listener;
        this.absent = absent;
    }

    /** One of a connection that never was connected until somebody logs in. */
    static ConnectionStore ofLogins(String name, TokenStore store, SalesforceListener listener, Clock clock) {
        return new ConnectionStore(name, store, listener, () -> ConnectionRecord.never(clock.instant()));
    }

    String name() {
        return name;
    }

    /** What was last seen, if that was usable; else what is stored now, since another process may have connected it. */
    ConnectionRecord current() {
        ConnectionRecord known = seen;
        return known != null && known.isConnected() ? known : load();
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
        if (before != null && !isSame(before.state(), record.state())) {
            tell(record.state());
        }
        return record;
    }

    private static boolean isSame(ConnectionState one, ConnectionState other) {
        return one.status() == other.status()
                && (one.status() == ConnectionState.Status.NEVER_CONNECTED
                        || one.since().equals(other.since()));
    }

    private void tell(ConnectionState state) {
        try {
            listener.connectionChanged(name, state);
        } catch (RuntimeException thrown) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "A listener threw {0} when it heard of a connection.",
                    thrown.getClass().getName());
        }
    }
}
