package com.spara.sf.client.push;

import com.spara.sf.client.rest.Deadline;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Locks by key, taken in one order by everybody, so that two pushes of the same person take turns and others do not wait. A
 * lock that nobody wants is forgotten. Safe for use by many threads.
 */
final class KeyLocks {

    private final Map<String, Held> locks = new HashMap<>();

    private static final class Held {
        private final ReentrantLock lock = new ReentrantLock();
        private int users;
    }

    /** Runs the work while nobody else runs work of these keys; returns empty, and runs nothing, if that cannot be in time. */
    <T> Optional<T> holding(Collection<String> keys, Deadline deadline, Supplier<T> work) {
        List<String> taken = new ArrayList<>();
        try {
            for (String key : new TreeSet<>(keys)) {
                if (!lock(key, deadline)) {
                    return Optional.empty();
                }
                taken.add(key);
            }
            return Optional.of(work.get());
        } finally {
            taken.forEach(this::unlock);
        }
    }

    private boolean lock(String key, Deadline deadline) {
        Held held = wanted(key);
        try {
            if (held.lock.tryLock(Math.max(0, deadline.left().toNanos()), TimeUnit.NANOSECONDS)) {
                return true;
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        unwanted(key);
        return false;
    }

    private void unlock(String key) {
        held(key).lock.unlock();
        unwanted(key);
    }

    private synchronized Held wanted(String key) {
        Held held = locks.computeIfAbsent(key, any -> new Held());
        held.users++;
        return held;
    }

    private synchronized Held held(String key) {
        Held held = locks.get(key);
        if (held == null) {
            throw new IllegalStateException("A lock was given back that nobody holds.");
        }
        return held;
    }

    private synchronized void unwanted(String key) {
        Held held = held(key);
        held.users--;
        if (held.users == 0) {
            locks.remove(key);
        }
    }

    synchronized int size() {
        return locks.size();
    }
}
