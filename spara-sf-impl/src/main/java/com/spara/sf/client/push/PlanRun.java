package com.spara.sf.client.push;

import com.spara.sf.SalesforceException;
import com.spara.sf.client.rest.CallMeter;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.sync.PushPlan;
import com.spara.sf.sync.PushResult;
import com.spara.sf.sync.RecordPlan;
import com.spara.sf.sync.RecordResult;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Carries out one plan as it is: nothing is read, and every update is guarded, since time has passed. */
final class PlanRun {

    private final PushEngine engine;
    private final AskStage asking;
    private final CallMeter meter;
    private final Writing writing;

    PlanRun(PushEngine engine, SyncSettings settings) {
        this.engine = engine;
        this.asking = new AskStage(settings);
        this.meter = engine.meter();
        this.writing = new Writing(engine, settings, meter);
    }

    /** Whether a write was begun, so that an unexpected end leaves its records unknown. */
    boolean hasWritten() {
        return writing.isBegun();
    }

    /** What kept a write from being sent, if anything did. */
    Optional<SalesforceException> stopped() {
        return writing.stopped();
    }

    /** Makes sure that it is known to which org the plan would go; throws {@link SalesforceException} if to none. */
    void reach() {
        engine.reach(meter);
    }

    /**
     * Carries the plan out.
     *
     * @throws SalesforceException if nothing was written because another push of the same person was not over in time
     */
    PushResult carryOut(PushPlan plan) {
        LeadWork work = asking.begin(plan.input());
        return new Turn(engine, meter)
                .run(List.of(work), mine -> List.of(carryOut(plan, work)))
                .get(0);
    }

    private PushResult carryOut(PushPlan plan, LeadWork work) {
        Map<String, Row> rows = new HashMap<>();
        Map<String, RecordPlan> records = new HashMap<>();
        for (String object : PushPipeline.OBJECTS) {
            RecordPlan record = unlessInDoubt(plan.record(object), work.object(object));
            records.put(object, record);
            if (record.isWrite()) {
                rows.put(object, writing.row(record, true));
            }
        }
        writing.write(List.copyOf(rows.values()), Optional.empty());
        rememberUncertain(rows, work);
        RecordResult lead = result("Lead", records, rows);
        RecordResult contact = result("Contact", records, rows);
        PushResult result =
                PushResult.of(plan.input(), ResultStage.withIds(plan.enrichedLead(), lead, contact), lead, contact);
        return ResultStage.noted(result, plan.notes(), meter).leavingUnmapped(plan.unmapped());
    }

    /** What an earlier push may still make is not made by a plan either. */
    private RecordPlan unlessInDoubt(RecordPlan record, ObjectWork object) {
        return record.action() == RecordPlan.Action.CREATE
                ? engine.memory()
                        .lostCreates()
                        .mayHappenUntil(object.lookups(), engine.clock().instant())
                        .map(until -> RecordPlan.of(record.object(), RecordPlan.Action.FAIL, PlanStage.inDoubt(until)))
                        .orElse(record)
                : record;
    }

    private void rememberUncertain(Map<String, Row> rows, LeadWork work) {
        rows.values().stream()
                .filter(Row::isUncertainCreate)
                .forEach(row -> engine.memory()
                        .lostCreates()
                        .add(work.object(row.object()).lookups(), engine.clock().instant()));
    }

    private static RecordResult result(String object, Map<String, RecordPlan> records, Map<String, Row> rows) {
        Row row = rows.get(object);
        return ResultStage.of(row == null ? Objects.requireNonNull(records.get(object)) : row.plan(), row);
    }
}
