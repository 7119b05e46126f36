package com.spara.sf.spi;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** Connections in memory, with a lock for each. */
final class MemoryTokenStore implements TokenStore {

    private final Map<String, StoredConnection> kept = new ConcurrentHashMap<>();
    private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

    @Override
    public Optional<StoredConnection> load(String connection) {
        return Optional.ofNullable(kept.get(connection));
    }

    @Override
    public void save(String connection, StoredConnection stored) {
        kept.put(connection, stored);
    }

    @Override
    public void exclusively(String connection, Runnable work) {
        ReentrantLock lock = locks.computeIfAbsent(connection, any -> new ReentrantLock());
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }
}
