package com.spara.sf.examples;

import com.spara.sf.Lead;
import com.spara.sf.ReasonCode;
import com.spara.sf.sync.Outcome;
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
    void backfill(SalesforceSync sync, Stream<Lead> leads, long callsLeftToOthers) {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        PushOptions nightly = PushOptions.standard()
                .inParallel(pool, 8)
                .reserving(callsLeftToOthers)
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
    /** Saves each result as it comes. The handle is kept as long as a job has a lead of which nobody knows what came. */
    void backfillByBulk(SalesforceSync sync, Stream<Lead> leads) {
        PushOptions bulk = PushOptions.standard().byBulk().onBulkJobs(this::keep);
        try (Stream<PushResult> results = sync.pushAll(leads, bulk)) {
            if (results.peek(this::saveIfKnown).filter(ManyLeads::isUnderWay).count() == 0) {
                forgetHandle();
            }
        }
    }

    /** Called when the process starts and finds a handle, and some minutes after a push that left one. */
    void goOn(SalesforceSync sync) {
        sync.resume(handle(), leadsWithoutResult()).forEach(this::saveIfKnown);
        forgetHandle();
        backfillByBulk(sync, leadsWithoutResult().stream());
    }

    /** A lead that was not sent, or of which nobody knows, goes on to have no result. */
    private void saveIfKnown(PushResult result) {
        if (!result.isNeverSent() && !result.has(Outcome.UNKNOWN)) {
            save(result);
        }
    }

    private static boolean isUnderWay(PushResult result) {
        return Stream.of(result.lead(), result.contact())
                .anyMatch(record -> record.reason().is(ReasonCode.JOB_UNDER_WAY));
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
