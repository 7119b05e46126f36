package com.spara.sf.client.push;

import com.spara.sf.client.rest.Deadline;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Locks by key, taken in one order by everybody, so that two pushes of the same person take turns and others do not wait. Nobody
 * waits for who takes long. A lock that nobody wants is forgotten. Safe for use by many threads.
 */
final class KeyLocks {

    private final ReentrantLock guard = new ReentrantLock();
    private final Map<String, Held> locks = new HashMap<>();

    /** The lock of one key; a thread may take it several times. */
    private static final class Held {
        private final Condition change;
        private @Nullable Thread holder;
        private int times;
        private int users;
        private boolean takesLong;

        Held(Condition change) {
            this.change = change;
        }

        boolean isOfAnother() {
            return holder != null && holder != Thread.currentThread();
        }

        /** Takes the lock; false if another holds it for longer than that, or says that it takes long. */
        boolean take(long nanos) throws InterruptedException {
            long left = nanos;
            while (isOfAnother()) {
                if (takesLong || left <= 0) {
                    return false;
                }
                left = change.awaitNanos(left);
            }
            holder = Thread.currentThread();
            times++;
            return true;
        }

        void giveBack() {
            times--;
            if (times == 0) {
                holder = null;
                takesLong = false;
                change.signal();
            }
        }
    }

    /**
     * Runs the work while nobody else runs work of these keys; returns empty, and runs nothing, if that cannot be in time, or
     * somebody takes long who has one of them.
     */
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
        try {
            guard.lockInterruptibly();
            try {
                return take(key, deadline.left().toNanos());
            } finally {
                guard.unlock();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean take(String key, long nanos) throws InterruptedException {
        Held held = locks.computeIfAbsent(key, any -> new Held(guard.newCondition()));
        held.users++;
        boolean isTaken = false;
        try {
            isTaken = held.take(nanos);
            return isTaken;
        } finally {
            if (!isTaken) {
                unwanted(key, held);
            }
        }
    }

    private void unlock(String key) {
        guard.lock();
        try {
            Held held = Objects.requireNonNull(locks.get(key));
            held.giveBack();
            unwanted(key, held);
        } finally {
            guard.unlock();
        }
    }

    private void unwanted(String key, Held held) {
        held.users--;
        if (held.users == 0) {
            locks.remove(key);
        }
    }

    /** Says of locks that this thread holds that it is not worth waiting for them. */
    void takeLong(Collection<String> keys) {
        guard.lock();
        try {
            for (String key : keys) {
                Held held = Objects.requireNonNull(locks.get(key));
                held.takesLong = true;
                held.change.signalAll();
            }
        } finally {
            guard.unlock();
        }
    }

    /** Those of the keys whose locks another thread has that takes long; the set is the caller's. */
    Set<String> takenLong(Collection<String> keys) {
        guard.lock();
        try {
            return keys.stream().filter(this::isTakenLong).collect(Collectors.toCollection(HashSet::new));
        } finally {
            guard.unlock();
        }
    }

    private boolean isTakenLong(String key) {
        Held held = locks.get(key);
        return held != null && held.takesLong && held.isOfAnother();
    }

    int size() {
        guard.lock();
        try {
            return locks.size();
        } finally {
            guard.unlock();
        }
    }
}
