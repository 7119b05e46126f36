package com.spara.sf.client.push;

import com.spara.sf.Lead;
import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import com.spara.sf.RecordId;
import com.spara.sf.SalesforceException;
import com.spara.sf.client.check.SettingsCheck;
import com.spara.sf.client.rest.CallFailure;
import com.spara.sf.settings.OrgFields;
import com.spara.sf.settings.PullRule;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.spi.KnownLeads;
import com.spara.sf.sync.EnrichResult;
import com.spara.sf.sync.GoneRecord;
import com.spara.sf.sync.Outcome;
import com.spara.sf.sync.Problem;
import com.spara.sf.sync.PullCursor;
import com.spara.sf.sync.PullPage;
import com.spara.sf.sync.PullTryOut;
import com.spara.sf.sync.PushBatch;
import com.spara.sf.sync.PushCost;
import com.spara.sf.sync.PushOptions;
import com.spara.sf.sync.PushPlan;
import com.spara.sf.sync.PushResult;
import com.spara.sf.sync.RecordPlan;
import com.spara.sf.sync.RecordResult;
import com.spara.sf.sync.SalesforceSync;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A sync made of the pipeline: cuts many leads into batches and keeps one result for each, whatever happens. */
public final class PipelineSync implements SalesforceSync {

    private final Supplier<PushEngine> engines;
    private final SyncSettings settings;
    private final Supplier<UUID> names;

    /** Makes a sync; the engine is asked for anew for each piece of work, since the connection may lead to another org. */
    public PipelineSync(Supplier<PushEngine> engines, SyncSettings settings, Supplier<UUID> names) {
        this.engines = engines;
        this.settings = settings;
        this.names = names;
    }

    @Override
    public PushResult push(Lead lead) {
        PushEngine engine = engines.get();
        PushPipeline pipeline = new PushPipeline(engine, settings);
        PushResult result =
                pipeline.push(List.of(requireLead(lead, "The lead"))).get(0);
        if (result.isNeverSent() && pipeline.stopped().isPresent()) {
            throw pipeline.stopped().get();
        }
        return engine.told(result);
    }

    @Override
    public PushBatch pushAll(Collection<Lead> leads, Consumer<PushResult> listener) {
        return pushAll(leads, PushOptions.standard(), listener);
    }

    @Override
    public PushBatch pushAll(Collection<Lead> leads, PushOptions options) {
        return pushAll(leads, options, result -> {});
    }

    private PushBatch pushAll(Collection<Lead> leads, PushOptions options, Consumer<PushResult> listener) {
        List<Lead> all = new ArrayList<>(leads);
        for (int i = 0; i < all.size(); i++) {
            requireLead(all.get(i), "Lead " + (i + 1) + " of " + all.size());
        }
        PushFlow flow = flow(options.expecting(all.size()), new LeadSource(all.iterator()));
        BatchRun run = new BatchRun(listener);
        try {
            flow.forEachRemaining(run::add);
        } catch (RuntimeException | Error broken) {
            flow.close();
            throw broken;
        }
        return run.batch(flow);
    }

    @Override
    public Stream<PushResult> pushAll(Stream<Lead> leads, PushOptions options) {
        PushFlow flow = flow(options, new LeadSource(leads.iterator()));
        return StreamSupport.stream(flow, false).onClose(flow::close);
    }

    private PushFlow flow(PushOptions options, LeadSource leads) {
        return new PushFlow(Manner.of(engines.get(), settings, options), leads);
    }

    @Override
    public PushBatch resume(String handle, Collection<Lead> leads) {
        JobHandle jobs = JobHandle.parse(handle);
        return new Resumption(engines.get(), settings).of(jobs, List.copyOf(leads));
    }

    @Override
    public PushCost cost(long leads) {
        return Costs.of(leads, settings, engines.get().describes());
    }

    private static Lead requireLead(Lead lead, String which) {
        return Objects.requireNonNull(lead, () -> which + " is null. Leave it out; nothing was pushed.");
    }

    @Override
    public PushPlan plan(Lead lead) {
        PushEngine engine = engines.get();
        return new PushPipeline(engine, settings)
                .plan(lead)
                .made(engine.org() + "#" + names.get(), engine.clock().instant());
    }

    @Override
    public PushResult push(PushPlan plan) {
        PushEngine engine = engines.get();
        PlanRun run = new PlanRun(engine, settings);
        run.reach();
        Instant now = engine.clock().instant();
        Optional<Reason> foreign = plan.id().startsWith(engine.org() + "#")
                ? Optional.empty()
                : Optional.of(Reason.of(ReasonCode.PLAN_FOREIGN, "The plan was made for another org. Plan again."));
        return foreign.or(() -> engine.memory().carriedOut().begin(plan, now))
                .map(reason -> refused(plan, reason))
                .orElseGet(() -> carryOut(plan, run, engine));
    }

    private PushResult carryOut(PushPlan plan, PlanRun run, PushEngine engine) {
        PushResult result;
        try {
            result = run.carryOut(plan);
        } finally {
            if (!run.hasWritten()) {
                engine.memory().carriedOut().release(plan);
            }
        }
        if (result.isNeverSent()) {
            engine.memory().carriedOut().release(plan);
        }
        if (result.isNeverSent() && run.stopped().isPresent()) {
            throw run.stopped().get();
        }
        return engine.told(result);
    }

    @Override
    public EnrichResult enrich(Lead lead) {
        return new PushPipeline(engines.get(), settings).enrich(List.of(lead)).get(0);
    }

    @Override
    public List<EnrichResult> enrichAll(Collection<Lead> leads) {
        PushEngine engine = engines.get();
        List<EnrichResult> results = new ArrayList<>();
        List<Lead> waiting = new ArrayList<>(leads);
        while (results.size() < waiting.size()) {
            int to = Math.min(waiting.size(), results.size() + BatchSize.of(settings, engine.describes()));
            List<Lead> batch = waiting.subList(results.size(), to);
            try {
                results.addAll(new PushPipeline(engine, settings).enrich(batch));
            } catch (SalesforceException failed) {
                waiting.subList(results.size(), waiting.size())
                        .forEach(lead -> results.add(EnrichResult.failed(lead, failed.reason())));
            }
        }
        return results;
    }

    @Override
    public PullPage pull(PullRule rule, PullCursor cursor, KnownLeads known) {
        PushEngine engine = engines.get();
        return engine.puller(settings).page(rule, cursor, known, engine.meter());
    }

    @Override
    public PullTryOut tryOut(PullRule rule) {
        PushEngine engine = engines.get();
        return engine.puller(settings).tryOut(rule, engine.meter());
    }

    @Override
    public List<GoneRecord> reconcile(PullRule rule, PullCursor cursor, Collection<RecordId> held) {
        PushEngine engine = engines.get();
        return engine.puller(settings).reconcile(rule, cursor, held, engine::meter);
    }

    @Override
    public List<Problem> check(SyncSettings checked) {
        Objects.requireNonNull(
                checked, "The settings to check are null. Give those that are to be held against the org.");
        PushEngine engine = engines.get();
        try {
            engine.reader().refresh(PushPipeline.OBJECTS, engine.meter());
        } catch (CallFailure failure) {
            throw failure.problem();
        }
        return Stream.concat(
                        SettingsCheck.of(checked, engine.describes()).stream(),
                        engine.puller(checked).problems(engine.meter()).stream())
                .sorted(Comparator.comparing(Problem::severity))
                .toList();
    }

    @Override
    public OrgFields fields(String object) {
        try {
            return engines.get().fieldsAsk().of(object);
        } catch (CallFailure failure) {
            throw failure.problem();
        }
    }

    private static PushResult refused(PushPlan plan, Reason reason) {
        return PushResult.of(
                plan.input(), plan.enrichedLead(), refused(plan.lead(), reason), refused(plan.contact(), reason));
    }

    private static RecordResult refused(RecordPlan plan, Reason reason) {
        return RecordResult.of(plan, plan.isWrite() ? Outcome.FAILED : Outcome.SKIPPED)
                .because(plan.isWrite() ? reason : plan.reason());
    }
}
