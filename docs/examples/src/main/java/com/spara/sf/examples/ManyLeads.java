package com.spara.sf.examples;

import com.spara.sf.Lead;
import com.spara.sf.sync.PushCost;
import com.spara.sf.sync.PushOptions;
import com.spara.sf.sync.PushProgress;
import com.spara.sf.sync.PushResult;
import com.spara.sf.sync.SalesforceSync;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** A host that pushes all the leads it has, over night. */
final class ManyLeads {

    private final List<PushResult> saved = new ArrayList<>();
    private final List<Lead> all = new ArrayList<>();
    private final List<PushProgress> shown = new ArrayList<>();
    private volatile boolean isShuttingDown;
    private String handle = "";

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

    // region bulk
    void backfillByBulk(SalesforceSync sync, Collection<Lead> leads) {
        PushOptions bulk = PushOptions.standard().byBulk().onBulkJobs(this::keep);
        sync.pushAll(leads, bulk).forEach(this::save);
        forgetHandle();
    }

    /** Called when the process starts again and finds a handle. */
    void goOn(SalesforceSync sync, Collection<Lead> leadsWithoutResult) {
        sync.resume(handle(), leadsWithoutResult).results().stream()
                .filter(result -> !result.isNeverSent())
                .forEach(this::save);
        forgetHandle();
        backfillByBulk(sync, leadsWithoutResult());
    }
    // endregion

    // region cost
    static String foreseen(SalesforceSync sync, long leads) {
        PushCost cost = sync.cost(leads);
        return cost.apiCalls() + " API calls in " + cost.batches() + " batches";
    }
    // endregion

    void keep(String newHandle) {
        handle = newHandle;
    }

    String handle() {
        return handle;
    }

    private void forgetHandle() {
        handle = "";
    }

    /** The host's own leads, for which no result was saved yet. */
    Collection<Lead> leadsWithoutResult() {
        Set<Lead> without = new LinkedHashSet<>(all);
        saved.forEach(result -> without.remove(result.input()));
        return without;
    }

    void has(Collection<Lead> leads) {
        all.addAll(leads);
    }

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
