package com.spara.sf.client.push;

import com.spara.sf.SalesforceException;
import com.spara.sf.client.describe.FieldDescribe;
import com.spara.sf.client.rest.CallMeter;
import com.spara.sf.settings.PushRule;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.sync.RecordPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The writes of one push: makes rows of plans, writes them, and knows whether that was begun and what stopped it. */
final class Writing {

    private final PushEngine engine;
    private final SyncSettings settings;
    private final CallMeter meter;
    private @Nullable JobStage jobs;
    private @Nullable HeldCalls held;
    private boolean begun;
    private @Nullable SalesforceException stopped;

    Writing(PushEngine engine, SyncSettings settings, CallMeter meter) {
        this.engine = engine;
        this.settings = settings;
        this.meter = meter;
    }

    /** Writes of which the first is made by bulk jobs, as far as it has many rows. */
    static Writing byJobs(PushEngine engine, SyncSettings settings, JobStage jobs) {
        Writing writing = new Writing(engine, settings, jobs.meter());
        writing.jobs = jobs;
        writing.held = jobs.held();
        return writing;
    }

    SyncSettings settings() {
        return settings;
    }

    CallMeter meter() {
        return meter;
    }

    /** The API calls that are foreseen for a round of jobs. */
    HeldCalls held() {
        return Objects.requireNonNull(held);
    }

    /** Whether the next write is made by bulk jobs. */
    boolean isByJobs() {
        return jobs != null;
    }

    /** Whether bulk jobs write some of these rows, which takes minutes. */
    boolean needsJobs(List<Row> rows) {
        return isByJobs() && JobStage.few(rows).size() < rows.size();
    }

    /** Whether a write was begun, so that an unexpected end leaves its records unknown. */
    boolean isBegun() {
        return begun;
    }

    /** What kept a row of the last write from being sent, if anything did. */
    Optional<SalesforceException> stopped() {
        return Optional.ofNullable(stopped);
    }

    /** Only a field that is known to be unique is a key: by another one a create that is sent again would be doubled. */
    Row row(RecordPlan plan, boolean guarded) {
        Row.Key key = settings.rule(plan.object())
                .creation()
                .flatMap(PushRule.CreateWhenNoMatch::key)
                .map(mapping ->
                        new Row.Key(mapping.salesforceField(), isUnique(plan.object(), mapping.salesforceField())))
                .orElse(Row.Key.NONE);
        return new Row(plan, guarded, key);
    }

    private boolean isUnique(String object, String field) {
        return engine.describes()
                .of(object)
                .flatMap(known -> known.field(field))
                .filter(FieldDescribe::isUnique)
                .isPresent();
    }

    /** Writes the rows; each has an answer afterwards. Returns the leads whose new records were read back with it. */
    List<LeadWork> write(List<Row> rows, Optional<ReadBack> readBack) {
        WriteRequests requests = new WriteRequests(engine.composite().root(), settings);
        WriteStage stage =
                new WriteStage(engine.composite(), requests, engine.memory().collectionSize(), meter);
        begun |= !rows.isEmpty();
        readBack.ifPresent(wanted -> stage.readBack(wanted.request()));
        JobStage first = jobs;
        jobs = null;
        if (first == null) {
            new RepairStage(stage, engine.sleeper()).write(rows);
            stopped = stage.stopped().orElse(null);
        } else {
            write(rows, stage, first);
        }
        return readBack.flatMap(wanted -> stage.readBackAnswer().map(wanted::take))
                .orElse(List.of());
    }

    /** Few rows go before the jobs, and what a job refused is repaired in the ordinary way. */
    private void write(List<Row> rows, WriteStage stage, JobStage byJobs) {
        RepairStage repairs = new RepairStage(stage, engine.sleeper());
        List<Row> few = JobStage.few(rows);
        repairs.write(few);
        List<Row> many = new ArrayList<>(rows);
        many.removeAll(Set.copyOf(few));
        if (stage.stopped().isEmpty()) {
            writeByJobs(many, stage, byJobs);
        } else {
            stage.write(many); // which says of each that it was not sent
        }
        repairs.repair(many);
        if (byJobs.stopped().isPresent()) {
            PushPipeline.OBJECTS.forEach(
                    engine.describes()::forget); // a field may be gone that the job was refused for
        }
        stopped = stage.stopped().or(byJobs::stopped).orElse(null);
    }

    /** Of the calls that were foreseen only those of the read-back are still to come when the jobs are over. */
    private void writeByJobs(List<Row> rows, WriteStage stage, JobStage byJobs) {
        List<Row> left = byJobs.write(rows);
        byJobs.held().hold(Costs.ofReadBack(settings));
        List<Row> taken = new ArrayList<>(rows);
        taken.removeAll(Set.copyOf(left));
        stage.write(left);
        new ChunkRepair(stage, engine, byJobs.held()).repair(taken);
    }
}
