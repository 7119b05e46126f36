package com.spara.sf.client.auth;

import com.spara.sf.connect.ConnectionState;
import com.spara.sf.connect.SalesforceListener;
import com.spara.sf.spi.TokenStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
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
    private final ReentrantLock turn = new ReentrantLock();
    private final ReentrantLock lock = new ReentrantLock();
    private final ReentrantLock telling = new ReentrantLock();
    private final Queue<ConnectionState> changes = new ConcurrentLinkedQueue<>();
    private volatile @Nullable ConnectionRecord seen;
    private volatile @Nullable ConnectionRecord unsaved;
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
                name, keeper, () -> ConnectionRecord.never(name, keeper.clock().instant()));
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

    /** Tells the listener what changed, in order; not while anything is locked, since a listener may use the connection. */
    void tellChanges() {
        if (changes.isEmpty()) {
            return;
        }
        telling.lock();
        try {
            for (ConnectionState state = changes.poll(); state != null; state = changes.poll()) {
                listener.connectionChanged(name, state);
            }
        } finally {
            telling.unlock();
        }
    }

    ConnectionRecord load() {
        if (unsaved == null || turn.isHeldByCurrentThread()) {
            return loaded();
        }
        AtomicReference<@Nullable ConnectionRecord> result = new AtomicReference<>();
        exclusively(() -> result.set(loaded()));
        return Objects.requireNonNull(result.get(), "The token store did not run what it was given.");
    }

    /** What is stored, after what waited to be; that is done in the connection's turn. */
    private ConnectionRecord loaded() {
        lock.lock();
        try {
            ConnectionRecord waiting = unsaved;
            if (waiting == null) {
                return noted(stored().orElseGet(absent));
            }
            Optional<ConnectionRecord> newer = storedIfReadable().filter(this::isNewer);
            if (newer.isEmpty()) {
                return save(waiting);
            }
            unsaved = null;
            return noted(newer.get());
        } finally {
            lock.unlock();
        }
    }

    private Optional<ConnectionRecord> stored() {
        return store.load(name).map(found -> StoredForm.read(name, found));
    }

    private Optional<ConnectionRecord> storedIfReadable() {
        try {
            return stored();
        } catch (IllegalStateException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * Whether another process stored something better than what waits here. The same tokens in doubt are not, whatever it made
     * of them: what waits may be the answer that it misses.
     */
    private boolean isNewer(ConnectionRecord stored) {
        ConnectionRecord before = seen;
        if (before == null || StoredForm.of(stored).equals(StoredForm.of(before))) {
            return false;
        }
        return !(stored.tokens().inDoubt() && stored.tokens().equals(before.tokens()));
    }

    /** What is stored; empty if a store gives what cannot be read any more. */
    Optional<ConnectionRecord> loadIfReadable() {
        try {
            return Optional.of(load());
        } catch (IllegalStateException unreadable) {
            return Optional.empty();
        }
    }

    /** What is stored; a login makes good what cannot be read any more. */
    ConnectionRecord loadForLogin() {
        return loadIfReadable().orElseGet(absent);
    }

    /**
     * Saves a record. One that the store did not take is kept and saved before anything else if it brings a token, which is the
     * only one. All else is thrown away: another process may have gone on from what is stored, and a doubt that was noted there
     * ends only when Salesforce is asked.
     */
    ConnectionRecord save(ConnectionRecord record) {
        lock.lock();
        try {
            unsaved = bringsToken(record.tokens()) ? record : unsaved;
            store.save(name, StoredForm.of(record));
            unsaved = null;
            return noted(record);
        } finally {
            lock.unlock();
        }
    }

    private boolean bringsToken(Tokens tokens) {
        ConnectionRecord before = seen;
        Tokens known = before == null ? Tokens.NONE : before.tokens();
        return !tokens.equals(Tokens.NONE) && !tokens.inDoubt(false).equals(known.inDoubt(false));
    }

    /** Runs work while no other of the connection runs: in this client by a lock, elsewhere by what the store can do. */
    void exclusively(Runnable work) {
        turn.lock();
        try {
            store.exclusively(name, work);
        } finally {
            turn.unlock();
        }
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
