package com.spara.sf.client.push;

import com.spara.sf.Lead;
import com.spara.sf.SalesforceException;
import com.spara.sf.client.read.Answers;
import com.spara.sf.client.rest.CallFailure;
import com.spara.sf.client.rest.CallMeter;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.spi.Lookup;
import com.spara.sf.sync.EnrichResult;
import com.spara.sf.sync.PushPlan;
import com.spara.sf.sync.PushResult;
import com.spara.sf.sync.RecordPlan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One push of up to two hundred leads, or by bulk jobs of up to ten thousand: ask, read, match, enrich, plan, write, results. A record that turns out not to be
 * what was read any more is read and planned again, twice at most.
 */
final class PushPipeline {

    static final List<String> OBJECTS = List.of("Lead", "Contact");
    private static final int MOST_TRIES = 3;

    private final PushEngine engine;
    private final SyncSettings settings;
    private final EnrichStage enriching;
    private final CallMeter meter;
    private final LostWrites lost;
    private final Turn turn;
    private final Writing writes;
    private Answers answers = new Answers();
    private Map<Group, Row> writing = Map.of();
    private boolean lookFailed;
    private @Nullable SalesforceException stopped;

    PushPipeline(PushEngine engine, SyncSettings settings) {
        this(engine, new Writing(engine, settings, engine.meter()));
    }

    PushPipeline(PushEngine engine, Writing writes) {
        this.engine = engine;
        this.writes = writes;
        this.meter = writes.meter();
        this.settings = writes.settings();
        this.lost = new LostWrites(engine, meter);
        this.turn = new Turn(engine, meter);
        this.enriching = new EnrichStage(settings, engine.describes());
    }

    /** The API calls made so far. */
    int calls() {
        return meter.calls();
    }

    /** Whether the org turned requests away, since there were too many at the moment. */
    boolean isTurnedAway() {
        return meter.isTurnedAway();
    }

    /** Whether the org had too much to do at once. */
    boolean isCrowded() {
        return meter.isCrowded();
    }

    /** Whether a write was begun, so that an unexpected end leaves its records unknown. */
    boolean hasWritten() {
        return writes.isBegun();
    }

    /** Whether another push of one of its people kept this one from beginning. */
    boolean isKeptByAnother() {
        return turn.isMissed();
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
        return turn.run(works, mine -> {
            try {
                pushAndLook(mine);
            } catch (RuntimeException unforeseen) {
                remember(Row::isUncertainCreate, LostCreates::add);
                throw unforeseen;
            }
            return mine.stream().map(work -> ResultStage.of(work, meter)).toList();
        });
    }

    /** Whatever ends a push, a record that may still be made must not be made by the next one. */
    private void remember(Predicate<Row> which, Doubt doubt) {
        writing.forEach((group, row) -> {
            if (which.test(row)) {
                group.members()
                        .forEach(member -> doubt.note(
                                engine.memory().lostCreates(),
                                group.of(member).lookups(),
                                engine.clock().instant()));
            }
        });
    }

    /** How long a record may still be made. */
    private interface Doubt {
        void note(LostCreates doubts, List<Lookup> keys, Instant lostAt);
    }

    private void pushAndLook(List<LeadWork> works) {
        List<LeadWork> pending = pushOnce(works, false);
        for (int attempt = 2; !pending.isEmpty(); attempt++) {
            pending = pushAgain(pending, attempt == MOST_TRIES);
        }
        List<LeadWork> searched = LostWrites.of(works);
        while (!searched.isEmpty() && lost.waitForNextLook(searched)) {
            pushAgain(searched, true);
            searched = LostWrites.of(works);
        }
        lost.giveUp(works);
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
        LeadWork work = look(List.of(lead)).get(0);
        return PushPlan.of(
                        lead,
                        ResultStage.enriched(work),
                        work.object("Lead").plan(),
                        work.object("Contact").plan())
                .noting(work.notes())
                .leavingUnmapped(work.unmapped());
    }

    /** Reads, matches, enriches and plans, and no more. */
    List<LeadWork> look(List<Lead> leads) {
        List<LeadWork> works = begin(leads);
        Instant lookedAt = lost.looking();
        readMatchable(works);
        planAll(works, lookedAt);
        return works;
    }

    private List<LeadWork> begin(List<Lead> leads) {
        AskStage asking = new AskStage(settings);
        List<LeadWork> works = leads.stream().map(asking::begin).toList();
        works.forEach(enriching::begin);
        return works;
    }

    /** A read that fails now must not eat the results of what was written before. */
    private List<LeadWork> pushAgain(List<LeadWork> works, boolean last) {
        if (lookFailed) {
            lookFailed = false;
            stopped = null;
        }
        try {
            return pushOnce(works, last);
        } catch (SalesforceException failed) {
            lookFailed = true;
            stopped = failed;
            for (LeadWork work : works) {
                work.objects()
                        .filter(object -> !object.isDone() && object.lost().isEmpty())
                        .forEach(object -> object.result(ResultStage.notSent(object.plan(), failed)));
            }
            return List.of();
        }
    }

    private List<LeadWork> pushOnce(List<LeadWork> works, boolean last) {
        Instant lookedAt = lost.looking();
        readMatchable(works);
        List<Group> groups = planAll(works, lookedAt);
        Map<Group, Row> rows = new HashMap<>();
        writing = rows;
        List<Row> ordered = new ArrayList<>();
        for (Group group : writes.isByJobs() ? Group.byAccount(groups) : groups) {
            RecordPlan plan = group.plan();
            if (plan.isWrite() && !lost.isInDoubt(group.first())) {
                Row row = writes.row(plan, plan.isGuarded());
                rows.put(group, row);
                ordered.add(row);
            }
        }
        write(
                ordered,
                writes.needsJobs(ordered)
                        ? Optional.empty()
                        : ReadBack.of(engine.composite().root(), rows, engine.reader()));
        Set<LeadWork> again = new LinkedHashSet<>();
        FinishStage finishing = new FinishStage(engine, settings);
        groups.forEach(group -> finishing.finish(group, rows.get(group), last ? null : again));
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
        answers = new Answers();
        try {
            for (int from = 0, to; from < works.size(); from = to) {
                to = Math.min(works.size(), from + BatchSize.ofNextRead(settings, engine.describes()));
                answers.addAll(reading.run(works.subList(from, to), meter));
            }
        } catch (CallFailure failure) {
            throw failure.problem();
        }
    }

    private List<Group> planAll(List<LeadWork> works, Instant lookedAt) {
        PlanStage planning =
                new PlanStage(settings, engine.describes(), engine.memory().lostCreates(), lookedAt);
        List<Group> groups = new ArrayList<>();
        for (String object : OBJECTS) {
            groups.addAll(Group.of(works, object));
        }
        groups.forEach(group -> group.plan(planning));
        return groups;
    }

    private void write(List<Row> rows, Optional<ReadBack> readBack) {
        boolean needsJobs = writes.needsJobs(rows);
        if (needsJobs) {
            turn.takeLong();
        }
        List<LeadWork> readBackNow = writes.write(rows, readBack);
        List<LeadWork> made = needsJobs ? new LateReadBack(engine, meter, writes.held()).of(writing) : readBackNow;
        made.forEach(work -> enriching.runAgain(work, answers));
        remember(row -> row.isCreate() && row.isUnderWay(), LostCreates::addOfJob);
        writes.stopped().ifPresent(problem -> stopped = problem);
    }
}
