package com.spara.sf.client.pull;

import com.spara.sf.OrgUnreachableException;
import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import com.spara.sf.RecordId;
import com.spara.sf.RequestRefusedException;
import com.spara.sf.SalesforceException;
import com.spara.sf.client.bulk.BulkJobs;
import com.spara.sf.client.describe.Describes;
import com.spara.sf.client.describe.ObjectDescribe;
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
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads existing records as leads, by one rule at a time. Has no state but the describes, which it shares. */
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

    private final Room room;
    private final SyncSettings settings;

    /** Makes a puller of an org, by the settings whose push mappings are turned round. */
    public Puller(Room room, SyncSettings settings) {
        this.room = room;
        this.settings = settings;
    }

    /** Reads the page behind a cursor. */
    public PullPage page(PullRule rule, PullCursor cursor, KnownLeads known, CallMeter meter) {
        return unwrapped(() -> withQuery(rule, meter, query -> {
            PullState state = requireOurs(PullState.of(cursor), query);
            PagePass pass = new PagePass(room, rule, query, meter);
            BulkPass bulk = new BulkPass(room, rule, query, meter);
            PagePass.Rows rows = bulk.read(state).orElseGet(() -> pass.read(state.withoutJob()));
            requireSameOrg(state);
            List<PulledLead> leads = records(rule, query).leads(rows.taken(), known);
            return pass.page(leads, rows, bulk.begun(rows.after()).of(org(), query.fingerprint()));
        }));
    }

    /** Counts what a rule takes, and reads the first few. */
    public PullTryOut tryOut(PullRule rule, CallMeter meter) {
        return unwrapped(() -> withQuery(rule, meter, query -> {
            String root = room.composite().root();
            List<RestRequest> requests = List.of(query.count(root, null), query.records(root, null, FIRST_FEW));
            List<RestAnswer> answers = room.composite().send(requests, meter);
            requireTaken(answers.get(1));
            QueryRows.requireUsable(answers.get(0));
            List<PulledLead> first = records(rule, query)
                    .leads(QueryRows.of(answers.get(1), FIRST_FEW).rows(), KnownLeads.none());
            return new PullTryOut(answers.get(0).body().at("totalSize").intOr(0), first, query.notes());
        }));
    }

    /** Tells which of the records that the host holds a rule takes no more. */
    public List<GoneRecord> reconcile(PullRule rule, Collection<RecordId> held, Supplier<CallMeter> meters) {
        return unwrapped(() ->
                withQuery(rule, meters.get(), query -> new Reconciliation(room.composite(), query, meters).gone(held)));
    }

    /** What in the settings' pull rules cannot work, or will surprise, by the describes in hand. */
    public List<Problem> problems() {
        return settings.pulls().stream()
                .flatMap(rule -> problems(rule).stream())
                .toList();
    }

    private List<Problem> problems(PullRule rule) {
        try {
            return query(rule).notes().stream()
                    .map(note -> Problem.with(Problem.Severity.WARNING, rule.object(), note))
                    .toList();
        } catch (SalesforceException refused) {
            return List.of(Problem.with(Problem.Severity.ERROR, rule.object(), refused.reason()));
        } catch (IllegalArgumentException ambiguous) {
            Reason reason = Reason.of(ReasonCode.AMBIGUOUS_MAPPING, String.valueOf(ambiguous.getMessage()));
            return List.of(Problem.with(Problem.Severity.ERROR, rule.object(), reason));
        }
    }

    /** A query that Salesforce refuses is made again by fresh describes, and then without parents. */
    private <T> T withQuery(PullRule rule, CallMeter meter, Function<PullQuery, T> work) {
        String object = rule.object();
        boolean isFresh = learn(object, meter);
        try {
            return work.apply(query(rule));
        } catch (QueryRefused | RequestRefusedException refused) {
            if (!(refused instanceof QueryRefused) && (isFresh || !isOfUnknownField(refused))) {
                throw refused;
            }
            if (!isFresh) {
                room.describes().forget(object);
                learn(object, meter);
            }
            return withoutParents(rule, work);
        }
    }

    /** A field may have been made since the describe in hand was read. */
    private static boolean isOfUnknownField(RuntimeException refused) {
        return refused instanceof RequestRefusedException problem
                && problem.reason().is(ReasonCode.FIELD_UNKNOWN);
    }

    private <T> T withoutParents(PullRule rule, Function<PullQuery, T> work) {
        try {
            return work.apply(query(rule));
        } catch (QueryRefused again) {
            room.describes().leaveParentsAway(rule.object());
            try {
                return work.apply(query(rule));
            } catch (QueryRefused atLast) {
                room.describes().forget(rule.object()); // the parents were not what was refused
                QueryRows.requireUsable(atLast.answer());
                throw atLast;
            }
        }
    }

    private boolean learn(String object, CallMeter meter) {
        boolean isDue = !room.describes().due(List.of(object)).isEmpty();
        if (isDue) {
            room.reader().refresh(List.of(object), meter);
        }
        return isDue;
    }

    private PullQuery query(PullRule rule) {
        described(rule);
        return new PullQuery(
                rule,
                PullMappings.of(rule, settings),
                new FilterSoql(rule, room.describes(), room.reader()).condition(),
                new RidingAlong(rule.object(), settings).paths(),
                path -> room.reader().isVisible(rule.object(), path));
    }

    private ObjectDescribe described(PullRule rule) {
        return room.describes().of(rule.object()).orElseThrow(() -> notDescribed(rule.object()));
    }

    private SalesforceException notDescribed(String object) {
        return room.describes().isRefused(object)
                ? new RequestRefusedException(
                        Reason.of(ReasonCode.NO_RIGHT, "The connected user may not see " + object + "s."), null)
                : new OrgUnreachableException(
                        Reason.of(
                                ReasonCode.UNREACHABLE,
                                "Salesforce did not describe " + object + "s just now. Pull again later."),
                        null);
    }

    private PulledRecords records(PullRule rule, PullQuery query) {
        return new PulledRecords(query, described(rule), new RidingAlong(rule.object(), settings));
    }

    /** A condition that is no SOQL is refused at once, since no describe would help. */
    static void requireTaken(RestAnswer answer) {
        if (QueryRows.isRefused(answer) && !answer.errorCode().equals("MALFORMED_QUERY")) {
            throw new QueryRefused(answer);
        }
    }

    private static PullState requireOurs(PullState state, PullQuery query) {
        if (!state.rule().isEmpty() && !state.rule().equals(query.fingerprint())) {
            throw new RequestRefusedException(
                    Reason.of(
                            ReasonCode.PULL_RULE_CHANGED,
                            "The pull rule takes other records or fields than the one that the cursor was made by. "
                                    + "Pull from PullCursor.start() to read all by the new rule, or go on from "
                                    + "cursor.goingOnWithChangedRule() with what changes from now on."),
                    null);
        }
        return state;
    }

    private void requireSameOrg(PullState state) {
        if (!state.org().isEmpty() && !state.org().equals(org())) {
            throw new RequestRefusedException(
                    Reason.of(
                            ReasonCode.ANOTHER_ORG,
                            "The cursor was made in another org. Its records are not in this one; "
                                    + "pull from PullCursor.start()."),
                    null);
        }
    }

    private String org() {
        return room.composite().org();
    }

    private static <T> T unwrapped(Supplier<T> work) {
        try {
            return work.get();
        } catch (CallFailure failure) {
            throw failure.problem();
        }
    }

    /** Salesforce refused the query itself, perhaps because a describe is out of date. */
    private static final class QueryRefused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient RestAnswer answer;

        QueryRefused(RestAnswer answer) {
            super("refused", null, false, false);
            this.answer = answer;
        }

        RestAnswer answer() {
            return answer;
        }
    }
}
