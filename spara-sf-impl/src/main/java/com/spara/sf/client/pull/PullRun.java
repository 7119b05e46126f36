package com.spara.sf.client.pull;

import com.spara.sf.OrgUnreachableException;
import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import com.spara.sf.RequestRefusedException;
import com.spara.sf.SalesforceException;
import com.spara.sf.client.describe.ObjectDescribe;
import com.spara.sf.client.rest.Composite;
import com.spara.sf.client.rest.RestAnswer;
import com.spara.sf.client.rest.RestRequest;
import com.spara.sf.settings.PullRule;
import com.spara.sf.settings.SyncSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One piece of work by one rule: learns what it needs to write its queries, and writes them anew when one is refused. */
final class PullRun {

    private static final Set<String> OUT_OF_DATE = Set.of("INVALID_FIELD", "INVALID_TYPE");

    private final Puller.Room room;
    private final SyncSettings settings;
    private final PullRule rule;
    private final PullCalls calls;
    private @Nullable Instant time;

    PullRun(Puller.Room room, SyncSettings settings, PullRule rule, PullCalls calls) {
        this.room = room;
        this.settings = settings;
        this.rule = rule;
        this.calls = calls;
    }

    PullCalls calls() {
        return calls;
    }

    /** The moment to which the rule looks back, by the org's time; empty if it does not, or the time was not asked for. */
    Optional<Instant> lookingBackTo() {
        Instant asked = time;
        return asked == null ? Optional.empty() : rule.lookBack().map(asked::minus);
    }

    /** Asks for the describe if it is due, and, where the rule looks back from now, for the org's time, in one call. */
    private boolean learn(boolean isLookingBack) {
        boolean isDue = !room.describes().due(List.of(rule.object())).isEmpty();
        boolean isTimeDue = isLookingBack && time == null && rule.lookBack().isPresent();
        List<RestRequest> requests = new ArrayList<>();
        if (isTimeDue) {
            requests.add(PullQuery.head(calls.root(), rule.object()));
        }
        if (isDue) {
            requests.add(room.describes().request(calls.root(), rule.object()));
        }
        if (!requests.isEmpty()) {
            Composite.Dated dated = calls.send(requests);
            learn(dated, isTimeDue, isDue);
        }
        return isDue;
    }

    private void learn(Composite.Dated dated, boolean isTimeDue, boolean isDue) {
        List<RestAnswer> answers = dated.answers();
        if (isTimeDue) {
            time = PullCalls.timeOf(dated.date(), PullCalls.stampOf(answers.get(0)));
        }
        if (isDue) {
            RestAnswer describe = answers.get(answers.size() - 1);
            if (describe.status() == 0) {
                throw QueryRows.incomplete();
            }
            room.describes().learn(rule.object(), describe);
        }
    }

    /** A query that Salesforce refuses is made again by fresh describes, and then without parents. */
    <T> T withQuery(boolean isLookingBack, Function<PullQuery, T> work) {
        boolean isFresh = learn(isLookingBack);
        try {
            return work.apply(query());
        } catch (QueryRefused | RequestRefusedException refused) {
            if (!(refused instanceof QueryRefused) && (isFresh || !isOfUnknownField(refused))) {
                throw refused;
            }
            if (!isFresh) {
                room.describes().forget(rule.object());
                learn(isLookingBack);
            }
            return withoutParents(work);
        }
    }

    /** A field may have been made since the describe in hand was read. */
    private static boolean isOfUnknownField(RuntimeException refused) {
        return refused instanceof RequestRefusedException problem
                && problem.reason().is(ReasonCode.FIELD_UNKNOWN);
    }

    private <T> T withoutParents(Function<PullQuery, T> work) {
        try {
            return work.apply(query());
        } catch (QueryRefused again) {
            room.describes().leaveParentsAway(rule.object());
            try {
                return work.apply(query());
            } catch (QueryRefused atLast) {
                room.describes().forget(rule.object()); // the parents were not what was refused
                QueryRows.requireUsable(atLast.answer());
                throw atLast;
            }
        }
    }

    PullQuery query() {
        ObjectDescribe described = described();
        PullMappings mappings = PullMappings.of(rule, settings);
        return new PullQuery(
                rule,
                mappings,
                new FilterSoql(rule, room.describes(), room.reader()),
                new PullQuery.Fields(
                        described,
                        new RidingAlong(rule.object(), settings).paths(),
                        path -> room.reader().isVisible(rule.object(), path)));
    }

    private ObjectDescribe described() {
        return room.describes().of(rule.object()).orElseThrow(this::notDescribed);
    }

    private SalesforceException notDescribed() {
        String object = rule.object();
        return room.describes().isRefused(object)
                ? new RequestRefusedException(
                        Reason.of(ReasonCode.NO_RIGHT, "The connected user may not see " + object + "s."), null)
                : new OrgUnreachableException(
                        Reason.of(
                                ReasonCode.UNREACHABLE,
                                "Salesforce did not describe " + object + "s just now. Pull again later."),
                        null);
    }

    PulledRecords records(PullQuery query) {
        return new PulledRecords(query, new RidingAlong(rule.object(), settings), BorneAddress.of(rule.object()));
    }

    /** Salesforce refuses a query for a field that it does not know, which a newer describe may tell. */
    static boolean isOutOfDate(RestAnswer answer) {
        return QueryRows.isRefused(answer) && OUT_OF_DATE.contains(answer.errorCode());
    }

    /** Salesforce refused the query itself, perhaps because a describe is out of date. */
    static final class QueryRefused extends RuntimeException {

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
