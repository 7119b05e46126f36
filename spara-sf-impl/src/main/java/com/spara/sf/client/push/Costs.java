package com.spara.sf.client.push;

import com.spara.sf.client.describe.Describes;
import com.spara.sf.settings.Matching;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.sync.PushCost;

/** Foresees what a push costs. */
final class Costs {

    /** To make a job, to fill it, to close it, and to read what was saved and what was refused. */
    private static final long CALLS_OF_A_JOB = 5;

    /** After 0, 1, 3, 7, 15, 31, 63 and 123 seconds; the other jobs of a round are over then. */
    private static final long POLLS = 8;

    private Costs() {}

    static PushCost of(long leads, SyncSettings settings, Describes describes) {
        if (leads < 0) {
            throw new IllegalArgumentException("The cost of " + leads + " leads was asked for. Give 0 or more.");
        }
        long batches = parts(leads, BatchSize.of(settings, describes));
        PushCost cost = PushCost.of(batches, batches * rounds(settings), jobs(settings) > 0 ? batches : 0);
        return Manner.obstacle(settings).isEmpty() ? cost.orByBulk(byBulk(leads, settings, describes)) : cost;
    }

    /** The calls of a batch of two hundred. */
    static long ofABatch(SyncSettings settings) {
        return rounds(settings) + (jobs(settings) > 0 ? 1 : 0);
    }

    private static long byBulk(long leads, SyncSettings settings, Describes describes) {
        long last = leads % Manner.CHUNK;
        return leads / Manner.CHUNK * ofAChunk(Manner.CHUNK, settings, describes)
                + (last > 0 ? ofAChunk(last, settings, describes) : 0);
    }

    /** The calls of a round of jobs: the reads, the jobs, one for the assignment rule, and one for the owners of new records. */
    static long ofAChunk(long leads, SyncSettings settings, Describes describes) {
        long reads = rounds(settings) * parts(leads, BatchSize.ofRead(settings, describes));
        long jobs = jobs(settings);
        return jobs == 0
                ? reads
                : reads
                        + CALLS_OF_A_JOB * jobs
                        + POLLS
                        + (jobs - 1)
                        + (JobStage.asksForRule(settings) ? 1 : 0)
                        + ofReadBack(settings);
    }

    /** New records are read back, all those of a round in one call, since an enricher may want to know their owners, which are short. */
    static long ofReadBack(SyncSettings settings) {
        boolean isWanted = !settings.enrichers().isEmpty()
                && PushPipeline.OBJECTS.stream()
                        .anyMatch(object -> settings.rule(object).creates());
        return isWanted ? 1 : 0;
    }

    private static long parts(long all, long size) {
        return (all + size - 1) / size;
    }

    private static long jobs(SyncSettings settings) {
        return PushPipeline.OBJECTS.stream()
                .map(settings::rule)
                .mapToLong(rule -> (rule.updates() ? 1L : 0L) + (rule.creates() ? 1L : 0L))
                .sum();
    }

    /** The built-in matchers and enrichers know all their questions beforehand; others may ask again after the first answer. */
    private static long rounds(SyncSettings settings) {
        boolean mayMatchLate =
                !Matching.standard().matchers().containsAll(settings.matching().matchers());
        boolean mayAskLater = !SyncSettings.standard().enrichers().containsAll(settings.enrichers());
        return 1L + (mayMatchLate ? 1 : 0) + (mayAskLater ? 1 : 0);
    }
}
