package com.spara.sf.client.push;

import com.spara.sf.sync.PushOptions;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The batches of one push that no thread has begun, offered to the host's executor. There are never more offers than batches
 * may run at a time, however long the executor's threads are busy with other orgs; each runs the batch that waits longest, or
 * nothing if there is none any more, and holds no lead until then. Batches are added by one thread and begun by many.
 */
final class Offers {

    private final PushOptions options;
    private final Queue<Batch> batches = new ConcurrentLinkedQueue<>();
    private final AtomicInteger open = new AtomicInteger();

    Offers(PushOptions options) {
        this.options = options;
    }

    void add(Batch batch) {
        batches.add(batch);
        if (open.get() < options.mostInParallel()) {
            options.executor().ifPresent(this::offer);
        }
    }

    private void offer(Executor executor) {
        open.incrementAndGet();
        try {
            executor.execute(() -> {
                open.decrementAndGet();
                runNext();
            });
        } catch (RejectedExecutionException full) {
            open.decrementAndGet(); // the thread that takes the results runs it, when no other batch is run
        }
    }

    /** Runs a batch that nobody has begun, if there is one. */
    void runNext() {
        Batch next = batches.poll();
        if (next != null) {
            next.run();
        }
    }
}
