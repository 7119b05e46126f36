package com.spara.sf.client.push;

import com.spara.sf.Lead;
import com.spara.sf.LeadField;
import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import com.spara.sf.RecordId;
import com.spara.sf.SalesforceException;
import com.spara.sf.client.rest.CallFailure;
import com.spara.sf.client.rest.CallMeter;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.sync.Outcome;
import com.spara.sf.sync.PushPlan;
import com.spara.sf.sync.PushResult;
import com.spara.sf.sync.RecordPlan;
import com.spara.sf.sync.RecordResult;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One push of up to two hundred leads: ask, read, match, enrich, plan, write, results. A record that somebody changed
 * between the read and a guarded write is read and planned again, twice at most.
 */
final class PushPipeline {

    private static final List<String> OBJECTS = List.of("Lead", "Contact");
    private static final int MOST_TRIES = 3;

    private final PushEngine engine;
    private final SyncSettings settings;
    private final EnrichStage enriching;
    private final CallMeter meter = new CallMeter();
    private @Nullable SalesforceException stopped;

    PushPipeline(PushEngine engine, SyncSettings settings) {
        this.engine = engine;
        this.settings = settings;
        this.enriching = new EnrichStage(settings);
    }

    /** The API calls made so far. */
    int calls() {
        return meter.calls();
    }

    /** What kept a write from being sent, if anything did. */
    Optional<SalesforceException> stopped() {
        return Optional.ofNullable(stopped);
    }

    /**
     * Pushes leads; one result each, in order.
     *
     * @throws SalesforceException if nothing was written because the read failed
     */
    List<PushResult> push(List<Lead> leads) {
        List<LeadWork> works = begin(leads);
        List<LeadWork> pending = works;
        for (int attempt = 1; !pending.isEmpty(); attempt++) {
            pending = pushOnce(pending, attempt == MOST_TRIES);
        }
        return works.stream().map(this::result).toList();
    }

    /** Does all but the write. */
    PushPlan plan(Lead lead) {
        List<LeadWork> works = begin(List.of(lead));
        read(works);
        planAll(works);
        LeadWork work = works.get(0);
        return PushPlan.of(
                        lead, enriched(work), work.object("Lead").plan(), work.object("Contact").plan())
                .warning(work.warnings());
    }

    /** Carries out a plan as it is. */
    PushResult carryOut(PushPlan plan) {
        List<Row> rows = OBJECTS.stream()
                .map(plan::record)
                .filter(RecordPlan::isWrite)
                .map(record -> new Row(record, true))
                .toList();
        Map<String, Row> byObject = new HashMap<>();
        rows.forEach(row -> byObject.put(row.object(), row));
        write(rows);
        RecordResult lead = resultOf(plan.lead(), byObject.get("Lead"));
        RecordResult contact = resultOf(plan.contact(), byObject.get("Contact"));
        return PushResult.of(plan.input(), withIds(plan.enrichedLead(), lead, contact), lead, contact)
                .warning(plan.warnings())
                .costing(calls());
    }

    private List<LeadWork> begin(List<Lead> leads) {
        AskStage asking = new AskStage(settings);
        List<LeadWork> works = leads.stream().map(asking::begin).toList();
        works.forEach(enriching::begin);
        return works;
    }

    private List<LeadWork> pushOnce(List<LeadWork> works, boolean last) {
        read(works);
        Map<Group, Row> rows = new HashMap<>();
        List<Group> groups = planAll(works);
        List<Row> ordered = new ArrayList<>();
        for (Group group : groups) {
            RecordPlan plan = group.first().plan();
            if (plan.isWrite()) {
                Row row = new Row(plan, plan.isGuarded());
                rows.put(group, row);
                ordered.add(row);
            }
        }
        write(ordered);
        List<LeadWork> again = new ArrayList<>();
        groups.forEach(group -> finish(group, rows.get(group), last ? null : again));
        return again.stream().distinct().toList();
    }

    private void read(List<LeadWork> works) {
        ReadStage reading = new ReadStage(settings, engine.describes(), engine.reader(), enriching);
        List<LeadWork> searched = works.stream().filter(LeadWork::hasLookups).toList();
        works.stream().filter(work -> !work.hasLookups()).forEach(AskStage::warnOfBrokenIds);
        if (searched.isEmpty()) {
            return;
        }
        try {
            reading.run(searched, meter);
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

    private void write(List<Row> rows) {
        WriteStage writing = new WriteStage(
                engine.composite(), new WriteRequests(engine.composite().root(), settings), meter);
        writing.write(rows);
        writing.stopped().ifPresent(problem -> stopped = problem);
    }

    private void finish(Group group, @Nullable Row row, @Nullable List<LeadWork> again) {
        if (row != null && again != null && row.answer().is(RowAnswer.Kind.CHANGED)) {
            again.addAll(group.members());
            return;
        }
        for (LeadWork member : group.members()) {
            ObjectWork work = group.of(member);
            work.result(resultOf(work.plan(), row));
        }
    }

    private static RecordResult resultOf(RecordPlan plan, @Nullable Row row) {
        if (row == null) {
            return RecordResult.of(plan, withoutWrite(plan.action()));
        }
        RecordPlan carriedOut = row.isGuarded() ? plan : unguarded(plan);
        RowAnswer answer = row.answer();
        return switch (answer.kind()) {
            case DONE -> done(carriedOut, row);
            case REFUSED, CHANGED, NOT_SENT ->
                RecordResult.of(carriedOut, Outcome.FAILED).because(answer.reason());
            case LOST -> RecordResult.of(carriedOut, Outcome.UNKNOWN).because(answer.reason());
        };
    }

    private static Outcome withoutWrite(RecordPlan.Action action) {
        return switch (action) {
            case UNCHANGED -> Outcome.UNCHANGED;
            case FAIL -> Outcome.FAILED;
            default -> Outcome.SKIPPED;
        };
    }

    private static RecordResult done(RecordPlan plan, Row row) {
        RecordResult result = RecordResult.of(plan, row.isCreate() ? Outcome.CREATED : Outcome.UPDATED);
        return row.answer().id().map(result::withId).orElse(result);
    }

    private static RecordPlan unguarded(RecordPlan plan) {
        return plan.withFields(plan.fields().stream()
                .map(field -> field.isGuarded() ? field.unguarded() : field)
                .toList());
    }

    private PushResult result(LeadWork work) {
        RecordResult lead = work.object("Lead").result();
        RecordResult contact = work.object("Contact").result();
        return PushResult.of(work.input(), withIds(enriched(work), lead, contact), lead, contact)
                .warning(work.warnings())
                .costing(calls());
    }

    private static Lead enriched(LeadWork work) {
        Lead lead = work.lead();
        lead = withMatch(lead, LeadField.SALESFORCE_LEAD_ID, work.object("Lead"));
        return withMatch(lead, LeadField.SALESFORCE_CONTACT_ID, work.object("Contact"));
    }

    private static Lead withMatch(Lead lead, String key, ObjectWork object) {
        return object.match().map(match -> lead.with(key, match.id())).orElse(lead);
    }

    private static Lead withIds(Lead lead, RecordResult leadResult, RecordResult contactResult) {
        Lead withLead = withId(lead, LeadField.SALESFORCE_LEAD_ID, leadResult.id());
        return withId(withLead, LeadField.SALESFORCE_CONTACT_ID, contactResult.id());
    }

    private static Lead withId(Lead lead, String key, Optional<RecordId> id) {
        return id.map(known -> lead.with(key, known)).orElse(lead);
    }

    /** The result of a lead that nothing was sent for. */
    static PushResult notSent(Lead lead, SalesforceException problem) {
        Reason reason = Reason.of(
                ReasonCode.NOT_SENT,
                "Nothing was sent for this lead: " + problem.reason().text());
        RecordResult leadResult = RecordResult.of(
                RecordPlan.of("Lead", RecordPlan.Action.FAIL, reason), Outcome.FAILED);
        RecordResult contactResult = RecordResult.of(
                RecordPlan.of("Contact", RecordPlan.Action.FAIL, reason), Outcome.FAILED);
        return PushResult.of(lead, lead, leadResult, contactResult);
    }
}
