package com.spara.sf.client.pull;

import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import com.spara.sf.RecordId;
import com.spara.sf.RequestRefusedException;
import com.spara.sf.SalesforceException;
import com.spara.sf.client.bulk.BulkJobs;
import com.spara.sf.client.describe.Describes;
import com.spara.sf.client.read.LookupReader;
import com.spara.sf.client.rest.CallFailure;
import com.spara.sf.client.rest.CallMeter;
import com.spara.sf.client.rest.Composite;
import com.spara.sf.client.rest.RestAnswer;
import com.spara.sf.client.rest.RestRequest;
import com.spara.sf.settings.PullRule;
import com.spara.sf.settings.SyncSettings;
import com.spara.sf.spi.KnownLeads;
import com.spara.sf.sync.GoneRecord;
import com.spara.sf.sync.Problem;
import com.spara.sf.sync.PullCursor;
import com.spara.sf.sync.PullPage;
import com.spara.sf.sync.PullTryOut;
import com.spara.sf.sync.PulledLead;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads existing records as leads, by one rule at a time. Has no state but what it shares. */
public final class Puller {

    /** What a pull needs of an org. */
    public record Room(
            Composite composite,
            Describes describes,
            LookupReader reader,
            BulkJobs jobs,
            PageSize pageSize,
            Clock clock) {}

    private static final int FIRST_FEW = 10;
    private static final int IDS_AT_ONCE = 10_000;

    private final Room room;
    private final SyncSettings settings;

    /** Makes a puller of an org, by the settings whose push mappings are turned round. */
    public Puller(Room room, SyncSettings settings) {
        this.room = room;
        this.settings = settings;
    }

    /** Reads the page behind a cursor. */
    public PullPage page(PullRule rule, PullCursor cursor, KnownLeads known, CallMeter meter) {
        PullState state = PullState.of(cursor);
        PullRun run = run(rule, meter, state.origin().org());
        boolean isLookingBack = state.isFirstLook() && state.now() == null;
        return unwrapped(() -> run.withQuery(isLookingBack, query -> {
            requireOurs(state, rule, query);
            return new PageRun(room, rule, run).page(query, state, known);
        }));
    }

    private PullRun run(PullRule rule, CallMeter meter, String org) {
        return new PullRun(room, settings, rule, new PullCalls(room.composite(), meter, org));
    }

    /** Counts what a rule takes, and reads the first few. */
    public PullTryOut tryOut(PullRule rule, CallMeter meter) {
        PullRun run = run(rule, meter, "");
        return unwrapped(() -> run.withQuery(true, query -> {
            String root = run.calls().root();
            Key place = run.lookingBackTo().map(Key::before).orElse(null);
            List<RestAnswer> answers =
                    run.calls().send(tryOut(query, root, place)).answers();
            requireTaken(answers.get(1));
            QueryRows.requireUsable(answers.get(0));
            List<PulledLead> first = run
                    .records(query)
                    .read(QueryRows.of(answers.get(1), FIRST_FEW).rows())
                    .stream()
                    .map(PulledRecords.Read::lead)
                    .toList();
            return new PullTryOut(answers.get(0).body().at("totalSize").intOr(0), first, query.notes());
        }));
    }

    private static List<RestRequest> tryOut(PullQuery query, String root, @Nullable Key place) {
        return List.of(query.count(root, place), query.records(root, place, FIRST_FEW));
    }

    /** Tells which of the records that the host holds a rule takes no more, in the cursor's org only. */
    public List<GoneRecord> reconcile(
            PullRule rule, PullCursor cursor, Collection<RecordId> held, Supplier<CallMeter> meters) {
        PullState state = PullState.of(cursor);
        if (state.origin().org().isEmpty()) {
            throw new IllegalArgumentException(
                    "The cursor does not say of which org it is. Pull first, and reconcile by the cursor of the last"
                            + " page.");
        }
        Reconciliation.requireIdsOf(rule.object(), held);
        List<RecordId> ids = new ArrayList<>(held);
        List<GoneRecord> gone = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += IDS_AT_ONCE) {
            List<RecordId> some = ids.subList(from, Math.min(ids.size(), from + IDS_AT_ONCE));
            PullRun run = run(rule, meters.get(), state.origin().org());
            gone.addAll(unwrapped(() -> run.withQuery(false, query -> {
                requireOurs(state, rule, query);
                return new Reconciliation(run.calls(), query).gone(some);
            })));
        }
        return gone;
    }

    /** What in the settings' pull rules cannot work, or will surprise, by the describes in hand. */
    public List<Problem> problems(CallMeter meter) {
        return settings.pulls().stream()
                .flatMap(rule -> problems(rule, run(rule, meter, "")).stream())
                .toList();
    }

    private static List<Problem> problems(PullRule rule, PullRun run) {
        try {
            return run.query().notes().stream()
                    .map(note -> Problem.with(Problem.Severity.WARNING, rule.object(), note))
                    .toList();
        } catch (SalesforceException refused) {
            return List.of(Problem.with(Problem.Severity.ERROR, rule.object(), refused.reason()));
        } catch (IllegalArgumentException ambiguous) {
            Reason reason = Reason.of(ReasonCode.AMBIGUOUS_MAPPING, String.valueOf(ambiguous.getMessage()));
            return List.of(Problem.with(Problem.Severity.ERROR, rule.object(), reason));
        }
    }

    /** Only what a newer describe may tell better is asked again; any other refusal stays one. */
    static void requireTaken(RestAnswer answer) {
        if (PullRun.isOutOfDate(answer)) {
            throw new PullRun.QueryRefused(answer);
        }
    }

    private static void requireOurs(PullState state, PullRule rule, PullQuery query) {
        PullState.Origin origin = state.origin();
        boolean isOfOtherObject = !origin.object().isEmpty() && !origin.object().equals(rule.object());
        boolean isOfOtherRule = !origin.rule().isEmpty() && !origin.rule().equals(query.fingerprint());
        if (isOfOtherObject) {
            throw changed(
                    "reads other objects than the one that the cursor was made by. Each rule has a cursor of its own; "
                            + "pull from PullCursor.start().");
        }
        if (isOfOtherRule) {
            throw changed("takes other records or fields than the one that the cursor was made by. "
                    + "Pull from PullCursor.start() to read all by the new rule, or go on from "
                    + "cursor.goingOnWithChangedRule() with what changes from now on.");
        }
    }

    private static RequestRefusedException changed(String how) {
        return new RequestRefusedException(Reason.of(ReasonCode.PULL_RULE_CHANGED, "The pull rule " + how), null);
    }

    private static <T> T unwrapped(Supplier<T> work) {
        try {
            return work.get();
        } catch (CallFailure failure) {
            throw failure.problem();
        }
    }
}
