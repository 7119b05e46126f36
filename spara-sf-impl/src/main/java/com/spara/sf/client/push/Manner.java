package com.spara.sf.client.push;

import com.spara.sf.settings.DuplicateHandling;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.sync.PushOptions;
import java.util.Optional;

/**
 * How many leads are pushed: batches of two hundred, written by requests, or chunks of ten thousand, written by jobs.
 *
 * @param isBulk whether jobs write
 * @param ofJobs what allows one round of jobs at a time
 */
record Manner(PushEngine engine, SyncSettings settings, PushOptions options, boolean isBulk, Concurrency ofJobs) {

    /** The most leads that one round of jobs has; half the records of a chunk are held twice, as read and as planned. */
    static final int CHUNK = 10_000;

    /** The most characters that the leads of a chunk have, except that there is always one. */
    private static final long CHUNK_TEXT = 16_000_000;

    static Manner of(PushEngine engine, SyncSettings settings, PushOptions options) {
        return new Manner(engine, settings, options, isBulk(settings, options), new Concurrency());
    }

    private static boolean isBulk(SyncSettings settings, PushOptions options) {
        Optional<String> obstacle = obstacle(settings);
        return switch (options.bulk()) {
            case NEVER -> false;
            case ALWAYS -> {
                obstacle.ifPresent(why -> {
                    throw new IllegalArgumentException(why + " Leave byBulk() away.");
                });
                yield true;
            }
            case BY_SIZE ->
                options.expected().orElse(0) > CHUNK
                        && options.bulkJobsKeeper().isPresent()
                        && options.executor().isEmpty()
                        && obstacle.isEmpty();
        };
    }

    /** What the settings ask for that no job can do, if anything. */
    static Optional<String> obstacle(SyncSettings settings) {
        return PushPipeline.OBJECTS.stream()
                .filter(object -> settings.rule(object)
                        .creation()
                        .filter(rule -> rule.duplicateHandling() == DuplicateHandling.SAVE_ANYWAY)
                        .isPresent())
                .map(object -> "A bulk job cannot save a new " + object
                        + " in spite of a duplicate rule, as the settings ask (SAVE_ANYWAY).")
                .findFirst();
    }

    /** How many leads go together at the most. */
    int most() {
        return isBulk ? CHUNK : BatchSize.of(settings, engine.describes());
    }

    /** How much text these leads have at the most. */
    long mostText() {
        return isBulk ? CHUNK_TEXT : Long.MAX_VALUE;
    }

    /** How many batches may be under way at the most; one round of jobs after another. */
    int mostInParallel() {
        return isBulk ? 1 : options.mostInParallel();
    }

    boolean isParallel() {
        return mostInParallel() > 1;
    }

    /** What the org bears, which a push that waits for jobs tells nothing about. */
    Concurrency concurrency() {
        return isBulk ? ofJobs : engine.memory().concurrency();
    }

    /** The API calls that one batch needs if nothing goes wrong. */
    long callsOfABatch() {
        return isBulk ? Costs.ofAChunk(CHUNK, settings, engine.describes()) : Costs.ofABatch(settings);
    }

    PushPipeline pipeline(HeldCalls held) {
        return isBulk
                ? new PushPipeline(
                        engine, Writing.byJobs(engine, settings, new JobStage(engine, settings, options, held)))
                : new PushPipeline(engine, settings);
    }
}
