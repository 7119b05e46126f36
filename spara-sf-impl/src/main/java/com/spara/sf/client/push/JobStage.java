package com.spara.sf.client.push;

import com.spara.sf.OrgUnreachableException;
import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import com.spara.sf.RequestRefusedException;
import com.spara.sf.SalesforceException;
import com.spara.sf.client.bulk.IngestOrder;
import com.spara.sf.client.read.LookupReader;
import com.spara.sf.client.rest.CallFailure;
import com.spara.sf.client.rest.CallMeter;
import com.spara.sf.client.rest.RestAnswer;
import com.spara.sf.client.rest.RestRequest;
import com.spara.sf.client.soql.SoqlText;
import com.spara.sf.settings.PushRule;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.sync.PushOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows by jobs, one for each object and operation. The host has the jobs' handle before they have data, and all of them
 * have their data before one is closed: until then nothing happens, and what happens after that can be found out.
 */
final class JobStage {

    /** How long the jobs of one round are waited for; Salesforce gives ten thousand rows a few minutes at most. */
    static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private static final String ACTIVE_RULE =
            "SELECT Id FROM AssignmentRule WHERE SobjectType = 'Lead' AND Active = true";

    private final PushEngine engine;
    private final SyncSettings settings;
    private final CallMeter meter;
    private final Consumer<String> keeper;
    private final HeldCalls held;
    private @Nullable SalesforceException stopped;

    JobStage(PushEngine engine, SyncSettings settings, PushOptions options, HeldCalls held) {
        this.engine = engine;
        this.settings = settings;
        this.meter = engine.bulkMeter();
        this.keeper = options.bulkJobsKeeper().orElse(handle -> {});
        this.held = held;
    }

    CallMeter meter() {
        return meter;
    }

    /** The API calls that are foreseen for the round. */
    HeldCalls held() {
        return held;
    }

    /** What kept rows from being sent, or their answers from being known, if anything did. */
    Optional<SalesforceException> stopped() {
        return Optional.ofNullable(stopped);
    }

    /** The rows that are better written by collections: a job for no more than one of these costs more than it saves. */
    static List<Row> few(List<Row> rows) {
        return byKind(rows).stream()
                .filter(kind -> kind.size() <= CollectionSize.MOST)
                .flatMap(List::stream)
                .toList();
    }

    private static Collection<List<Row>> byKind(List<Row> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(Row::operation, LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    /** Writes the rows, and returns those that no job takes; all others have answers afterwards. */
    List<Row> write(List<Row> rows) {
        List<JobWrite> jobs = new ArrayList<>();
        List<Row> left = new ArrayList<>();
        try {
            byKind(rows).forEach(kind -> open(kind).ifPresentOrElse(jobs::add, () -> left.addAll(kind)));
            handOver(jobs);
            jobs.forEach(job -> left.addAll(job.upload()));
        } catch (CallFailure failure) {
            giveUp(failure.problem(), jobs, rows);
            return List.of();
        }
        jobs.forEach(JobWrite::close);
        jobs.forEach(JobWrite::settle);
        stopped =
                jobs.stream().flatMap(job -> job.stopped().stream()).findFirst().orElse(null);
        return left;
    }

    private void giveUp(SalesforceException problem, List<JobWrite> jobs, List<Row> rows) {
        stopped = problem;
        jobs.forEach(job -> job.giveUp(problem));
        rows.stream().filter(row -> !row.isAnswered()).forEach(row -> row.answer(WriteStage.notSent(problem)));
    }

    /** A user or an edition that may have no jobs costs nothing but the try. */
    private Optional<JobWrite> open(List<Row> kind) {
        Patience patience = new Patience(engine, meter);
        try {
            return order(kind.get(0))
                    .map(order -> new JobWrite(new JobRows(kind), engine.jobs().open(order, meter), patience));
        } catch (CallFailure failure) {
            if (failure.problem() instanceof RequestRefusedException) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    private Optional<IngestOrder> order(Row row) {
        if (!row.isCreate()) {
            return Optional.of(IngestOrder.update(row.object()));
        }
        IngestOrder insert = IngestOrder.insert(row.object());
        return row.object().equals("Lead") && asksForRule(settings) ? assigning(insert) : Optional.of(insert);
    }

    /** Whether a job that makes Leads has to be told the assignment rule, for which it is asked. */
    static boolean asksForRule(SyncSettings settings) {
        return settings.rule("Lead")
                .creation()
                .filter(PushRule.CreateWhenNoMatch::runsAssignmentRules)
                .isPresent();
    }

    /** A job names its rule, where a request takes the active one; whoever may not see which that is writes by requests. */
    private Optional<IngestOrder> assigning(IngestOrder insert) {
        String path = engine.composite().root() + "/query?q=" + SoqlText.asParameter(ACTIVE_RULE);
        RestAnswer answer = engine.composite().sendAlone(RestRequest.get(path), meter);
        return answer.isSuccess()
                ? Optional.of(LookupReader.recordsOf(answer).stream()
                        .findFirst()
                        .map(rule -> insert.assigningBy(rule.id().value()))
                        .orElse(insert))
                : Optional.empty();
    }

    private void handOver(List<JobWrite> jobs) {
        if (jobs.isEmpty()) {
            return;
        }
        String handle =
                new JobHandle(engine.org(), jobs.stream().map(JobWrite::name).toList()).text();
        try {
            keeper.accept(handle);
        } catch (RuntimeException thrown) {
            throw CallFailure.notDone(new OrgUnreachableException(
                    Reason.of(
                            ReasonCode.STOPPED,
                            "The handle of the bulk jobs could not be kept, since its keeper threw "
                                    + thrown.getClass().getName() + ", so they were not begun."),
                    thrown));
        }
    }
}
