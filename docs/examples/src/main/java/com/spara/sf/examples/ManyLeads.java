package com.spara.sf.examples;

import com.spara.sf.Lead;
import com.spara.sf.sync.PushCost;
import com.spara.sf.sync.PushOptions;
import com.spara.sf.sync.PushProgress;
import com.spara.sf.sync.PushResult;
import com.spara.sf.sync.SalesforceSync;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** A host that pushes all the leads it has, over night. */
final class ManyLeads {

    private final List<PushResult> saved = new ArrayList<>();
    private final List<PushProgress> shown = new ArrayList<>();
    private volatile boolean isShuttingDown;

    // region backfill
    void backfill(SalesforceSync sync, Stream<Lead> leads) {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        PushOptions nightly = PushOptions.standard()
                .inParallel(pool, 8)
                .reserving(20_000)
                .stoppingWhen(() -> isShuttingDown)
                .onProgress(this::show);
        try (Stream<PushResult> results = sync.pushAll(leads, nightly)) {
            results.forEach(this::save);
        } finally {
            pool.shutdown();
        }
    }
    // endregion

    // region cost
    static String foreseen(SalesforceSync sync, long leads) {
        PushCost cost = sync.cost(leads);
        return cost.apiCalls() + " API calls in " + cost.batches() + " batches";
    }
    // endregion

    void shutDown() {
        isShuttingDown = true;
    }

    private void show(PushProgress progress) {
        shown.add(progress);
    }

    private void save(PushResult result) {
        saved.add(result);
    }

    List<PushResult> saved() {
        return saved;
    }

    List<PushProgress> shown() {
        return shown;
    }
}
