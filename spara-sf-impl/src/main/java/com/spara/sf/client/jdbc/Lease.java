package com.spara.sf.client.jdbc;

import java.io.UncheckedIOException;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * One holder's turn with a connection, which ends when it is given back, or when it was not used for the table's time. Saving
 * lengthens it. Used by one thread.
 */
public final class Lease {

    private static final long FIRST_PAUSE = 10_000_000;
    private static final long LONGEST_PAUSE = 200_000_000;
    private static final long MOST_WAITING = 120_000_000_000L;

    private final ConnectionTable table;
    private final String name;
    private final @Nullable Lease outer;
    private final String holder = UUID.randomUUID().toString();

    private Lease(ConnectionTable table, String name, @Nullable Lease outer) {
        this.table = table;
        this.name = name;
        this.outer = outer;
    }

    /** Waits for the turn, at most about two minutes; an interrupt is kept for whoever cares. The thread may have an outer one. */
    public static Lease of(ConnectionTable table, String name, @Nullable Lease outer) {
        Lease lease = new Lease(table, name, outer);
        boolean interrupted = Thread.interrupted();
        try {
            long pause = FIRST_PAUSE;
            for (long waited = 0; !table.take(name, lease.holder); waited += pause) {
                pause = Math.min(LONGEST_PAUSE, 2 * pause);
                requirePatience(name, waited);
                LockSupport.parkNanos(pause);
                interrupted |= Thread.interrupted();
            }
            return lease;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void requirePatience(String name, long waited) {
        if (waited > MOST_WAITING) {
            throw ConnectionTable.failed(name, "was in use elsewhere for two minutes. Try again", null);
        }
    }

    /** This turn or the outer one that is with this connection; null if there is none. */
    public @Nullable Lease of(String connection) {
        for (Lease lease = this; lease != null; lease = lease.outer) {
            if (lease.name.equals(connection)) {
                return lease;
            }
        }
        return null;
    }

    /** The turn that the thread goes back to; null if there is none. */
    public @Nullable Lease outer() {
        return outer;
    }

    /** Saves; throws {@link UncheckedIOException} if another holder has the turn by now. */
    public void save(Sealed kept) {
        if (!table.save(name, holder, kept)) {
            throw ConnectionTable.failed(
                    name, "was taken over by another process while this one was held up. Try again", null);
        }
    }

    /** Ends the turn. Where that fails it ends by itself, and what was saved is saved. */
    public void giveBack() {
        try {
            table.giveBack(name, holder);
        } catch (UncheckedIOException endsByItself) {
            return;
        }
    }
}
