package com.spara.sf.client.push;

import com.spara.sf.Lead;
import com.spara.sf.SalesforceException;
import com.spara.sf.client.read.Answers;
import com.spara.sf.client.rest.CallFailure;
import com.spara.sf.client.rest.CallMeter;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.sync.EnrichResult;
import com.spara.sf.sync.PushPlan;
import com.spara.sf.sync.PushResult;
import com.spara.sf.sync.RecordPlan;
import com.spara.sf.sync.RecordResult;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One push of up to two hundred leads: ask, read, match, enrich, plan, write, results. A record that turns out not to be
 * what was read any more is read and planned again, twice at most.
 */
final class PushPipeline {

    private static final List<String> OBJECTS = List.of("Lead", "Contact");
    private static final int MOST_TRIES = 3;

    private final PushEngine engine;
    private final SyncSettings settings;
    private final EnrichStage enriching;
    private final CallMeter meter = new CallMeter();
    private Answers answers = new Answers();
    private boolean written;
    private @Nullable SalesforceException stopped;

    PushPipeline(PushEngine engine, SyncSettings settings) {
        this.engine = engine;
        this.settings = settings;
        this.enriching = new EnrichStage(settings, engine.describes());
    }

    /** The API calls made so far. */
    int calls() {
        return meter.calls();
    }

    /** Whether a write was begun, so that an unexpected end leaves its records unknown. */
    boolean hasWritten() {
        return written;
    }

    /** What kept a write from being sent, if anything did. */
    Optional<SalesforceException> stopped() {
        return Optional.ofNullable(stopped);
    }

    /**
     * Pushes leads; one result each, in order.
     *
     * @throws SalesforceException if nothing was written because the first read failed
     */
    List<PushResult> push(List<Lead> leads) {
        List<LeadWork> works = begin(leads);
        List<LeadWork> pending = pushOnce(works, false);
        for (int attempt = 2; !pending.isEmpty(); attempt++) {
            pending = pushAgain(pending, attempt == MOST_TRIES);
        }
        return works.stream().map(work -> ResultStage.of(work, calls())).toList();
    }

    /** Reads and enriches, and neither plans nor writes. */
    List<EnrichResult> enrich(List<Lead> leads) {
        List<LeadWork> works = begin(leads);
        read(works.stream()
                .filter(work -> work.hasLookups() || work.hasEnricherLookups())
                .toList());
        return works.stream()
                .map(work -> EnrichResult.of(work.input(), ResultStage.enriched(work), work.notes()))
                .toList();
    }

    /** Does all but the write. */
    PushPlan plan(Lead lead) {
        List<LeadWork> works = begin(List.of(lead));
        readMatchable(works);
        planAll(works);
        LeadWork work = works.get(0);
        return PushPlan.of(
                        lead,
                        ResultStage.enriched(work),
                        work.object("Lead").plan(),
                        work.object("Contact").plan())
                .noting(work.notes());
    }

    /** Carries out a plan as it is; every update is guarded, since time has passed. */
    PushResult carryOut(PushPlan plan) {
        Map<String, Row> rows = new HashMap<>();
        OBJECTS.stream()
                .map(plan::record)
                .filter(RecordPlan::isWrite)
                .forEach(record -> rows.put(record.object(), new Row(record, true)));
        write(List.copyOf(rows.values()), Optional.empty());
        RecordResult lead = resultOf(plan.lead(), rows.get("Lead"));
        RecordResult contact = resultOf(plan.contact(), rows.get("Contact"));
        return PushResult.of(plan.input(), ResultStage.withIds(plan.enrichedLead(), lead, contact), lead, contact)
                .noting(plan.notes())
                .costing(calls());
    }

    private static RecordResult resultOf(RecordPlan plan, @Nullable Row row) {
        return ResultStage.of(row == null ? plan : row.plan(), row);
    }

    private List<LeadWork> begin(List<Lead> leads) {
        AskStage asking = new AskStage(settings);
        List<LeadWork> works = leads.stream().map(asking::begin).toList();
        works.forEach(enriching::begin);
        return works;
    }

    /** A read that fails now must not eat the results of what was written before. */
    private List<LeadWork> pushAgain(List<LeadWork> works, boolean last) {
        try {
            return pushOnce(works, last);
        } catch (SalesforceException failed) {
            stopped = failed;
            for (LeadWork work : works) {
                work.objects()
                        .filter(object -> !object.isDone())
                        .forEach(object -> object.result(ResultStage.notSent(object.plan(), failed)));
            }
            return List.of();
        }
    }

    private List<LeadWork> pushOnce(List<LeadWork> works, boolean last) {
        readMatchable(works);
        List<Group> groups = planAll(works);
        Map<Group, Row> rows = new HashMap<>();
        List<Row> ordered = new ArrayList<>();
        for (Group group : groups) {
            RecordPlan plan = group.plan();
            if (plan.isWrite()) {
                Row row = new Row(plan, plan.isGuarded());
                rows.put(group, row);
                ordered.add(row);
            }
        }
        write(ordered, ReadBack.of(engine.composite().root(), rows, engine.reader()));
        Set<LeadWork> again = new LinkedHashSet<>();
        groups.forEach(group -> finish(group, rows.get(group), last ? null : again));
        return List.copyOf(again);
    }

    /** A lead that has nothing to match by is not worth a call. */
    private void readMatchable(List<LeadWork> works) {
        works.stream().filter(work -> !work.hasLookups()).forEach(AskStage::warnOfBrokenIds);
        read(works.stream().filter(LeadWork::hasLookups).toList());
    }

    private void read(List<LeadWork> works) {
        if (works.isEmpty()) {
            return;
        }
        ReadStage reading = new ReadStage(settings, engine.describes(), engine.reader(), enriching);
        try {
            answers = reading.run(works, meter);
        } catch (CallFailure failure) {
            throw failure.problem();
        }
    }

    private List<Group> planAll(List<LeadWork> works) {
        LocalDate today = LocalDate.ofInstant(engine.clock().instant(), ZoneOffset.UTC);
        PlanStage planning = new PlanStage(settings, engine.describes(), today);
        List<Group> groups = new ArrayList<>();
        for (String object : OBJECTS) {
            groups.addAll(Group.of(works, object));
        }
        groups.forEach(group -> group.plan(planning));
        return groups;
    }

    private void write(List<Row> rows, Optional<ReadBack> readBack) {
        WriteRequests requests = new WriteRequests(engine.composite().root(), settings);
        WriteStage writing = new WriteStage(engine.composite(), requests, engine.collectionSize(), meter);
        written |= !rows.isEmpty();
        readBack.ifPresent(wanted -> writing.readBack(wanted.request()));
        new RepairStage(writing, engine.sleeper()).write(rows);
        readBack.ifPresent(wanted -> writing.readBackAnswer().ifPresent(answer -> enrichAgain(wanted.take(answer))));
        writing.stopped().ifPresent(problem -> stopped = problem);
    }

    private void enrichAgain(List<LeadWork> works) {
        works.forEach(work -> enriching.runAgain(work, answers));
    }

    private void finish(Group group, @Nullable Row row, @Nullable Set<LeadWork> again) {
        if (row != null && again != null && isToBePlannedAgain(group, row)) {
            again.addAll(group.members());
            return;
        }
        for (LeadWork member : group.members()) {
            ObjectWork work = group.of(member);
            boolean forcedMeanwhile = row == null
                    && again != null
                    && work.isForced()
                    && work.record().isEmpty();
            if (!forcedMeanwhile) {
                work.result(ResultStage.of(row == null ? work.plan() : row.sharedWith(work.plan()), row));
            }
        }
    }

    private boolean isToBePlannedAgain(Group group, Row row) {
        if (row.answer().is(RowAnswer.Kind.CHANGED)) {
            if (row.answer().reason().is("INVALID_FIELD")) {
                engine.describes().forget(row.object());
            }
            return true;
        }
        return new DuplicateStage(settings).takesExisting(group, row);
    }
}
