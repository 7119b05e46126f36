package com.spara.sf.client.pull;

import com.spara.sf.RecordId;
import com.spara.sf.client.rest.CallFailure;
import com.spara.sf.client.rest.Composite;
import com.spara.sf.client.rest.Fault;
import com.spara.sf.client.rest.RestAnswer;
import com.spara.sf.client.rest.RestRequest;
import com.spara.sf.settings.PullRule;
import com.spara.sf.spi.SalesforceRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads one page in one call: the records that the rule takes, and, once something was read before, everything that changed,
 * so that what is gone or taken no more is seen. Both stand in the order of changes, and the page ends where the shorter ends.
 * The first page of a look also asks up to which moment it goes: the org's last change, so that whatever is dated before it
 * and committed later falls into the overlap of the next look.
 */
final class PagePass {

    private static final Duration BIN = Duration.ofDays(14);

    private final PullRule rule;
    private final PullQuery query;
    private final PullCalls calls;
    private final PageSize size;
    private final Optional<Instant> lookingBackTo;
    private int most;
    private boolean isTwice;

    /** Makes the reading of a page; the first look of a rule that looks back begins at a moment. */
    PagePass(PullRule rule, PullQuery query, PullCalls calls, PageSize size, Optional<Instant> lookingBackTo) {
        this.rule = rule;
        this.query = query;
        this.calls = calls;
        this.size = size;
        this.lookingBackTo = lookingBackTo;
    }

    /**
     * What was read.
     *
     * @param state the look that it belongs to
     * @param taken the records that the rule takes
     * @param changed everything that changed
     */
    record Rows(PullState state, QueryRows taken, QueryRows changed) {}

    /** Reads a page, a smaller one if the answer is too long to be read. */
    Rows read(PullState state) {
        while (true) {
            most = size.rows(query.bytesOfARecord());
            isTwice = isTwiceWorthAsking(state);
            try {
                return state.now() == null ? readFirst(state) : readNext(state);
            } catch (CallFailure failure) {
                if (failure.fault() != Fault.TOO_LONG
                        || !size.wasTooLong(query.bytesOfARecord(), isTwice ? 2 * most : most)) {
                    throw failure;
                }
            }
        }
    }

    /** A first look has a query to spare, and asks with it for as many rows again, unless few are left. */
    private boolean isTwiceWorthAsking(PullState state) {
        return state.isFirstLook()
                && size.isRoomForTwice(query.bytesOfARecord())
                && (state.now() == null || isMuchLeft(state.look().count()));
    }

    private boolean isMuchLeft(PullState.Count count) {
        return count.total() < 0 || count.total() - count.done() > most;
    }

    private Rows readFirst(PullState state) {
        Key from = begin(state);
        List<RestRequest> requests = new ArrayList<>();
        requests.add(query.head(calls.root()));
        requests.add(query.count(calls.root(), from));
        requests.addAll(pageRequests(from, state.isFirstLook()));
        Composite.Dated dated = calls.send(requests);
        List<RestAnswer> answers = dated.answers();
        Instant stamp = PullCalls.stampOf(answers.get(0));
        Instant until =
                state.before() == null ? stamp : later(stamp, state.before().until());
        PullState.Count count = new PullState.Count(0, total(answers.get(1)), Duration.ZERO);
        PullState begun = state.at(new PullState.Look(until, PullCalls.timeOf(dated.date(), stamp), from, count));
        return rows(begun, dated.date(), answers.subList(2, answers.size()));
    }

    private @Nullable Key begin(PullState state) {
        if (state.before() != null) {
            return Key.before(state.before().until().minus(rule.overlap()));
        }
        return lookingBackTo.map(Key::before).orElse(null);
    }

    /** A clock that was set back must not make a look begin after its end. */
    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private Rows readNext(PullState state) {
        Composite.Dated dated = calls.send(pageRequests(state.look().place(), state.isFirstLook()));
        return rows(state, dated.date(), dated.answers());
    }

    private List<RestRequest> pageRequests(@Nullable Key place, boolean isFirstLook) {
        RestRequest records = query.records(calls.root(), place, most);
        if (isTwice) {
            return List.of(records, query.further(calls.root(), place, most));
        }
        return isFirstLook || place == null ? List.of(records) : List.of(records, query.changes(calls.root(), place));
    }

    private static long total(RestAnswer count) {
        return count.isSuccess() ? count.body().at("totalSize").intOr(-1) : -1;
    }

    private Rows rows(PullState state, Optional<Instant> date, List<RestAnswer> answers) {
        Puller.requireTaken(answers.get(0));
        QueryRows first = QueryRows.of(answers.get(0), most);
        QueryRows taken = isTwice ? twice(first, answers.get(1)) : first;
        QueryRows changed = state.isFirstLook() ? QueryRows.NONE : QueryRows.of(answers.get(1), PageSize.MOST);
        return new Rows(state.due(isBinDoubtful(state, date)), taken.and(tied(taken, changed)), changed);
    }

    /** What the second query cannot add is read by the next page. */
    private QueryRows twice(QueryRows first, RestAnswer further) {
        boolean isCutShort = first.end().isPresent() && first.rows().size() < most;
        if (isCutShort || !further.isSuccess()) {
            size.wasOnceEnough();
            return first;
        }
        return first.continuedBy(QueryRows.of(further, most));
    }

    /**
     * Where both lists end at one stamp and the last record of the one is not in the other, it may have changed in between, so
     * that the other goes further. Of what is only in that one, what the rule takes is read by Id, since the page ends behind it.
     */
    private List<SalesforceRecord> tied(QueryRows taken, QueryRows changed) {
        Optional<Key> end = taken.end().filter(key -> !changed.has(RecordId.of(key.id())));
        Optional<Instant> stamp = changed.end()
                .map(Key::at)
                .filter(at -> end.map(Key::at).filter(at::equals).isPresent());
        List<RecordId> ids = stamp.stream()
                .flatMap(at ->
                        changed.rows().stream().filter(row -> Key.stamp(row).equals(at)))
                .map(SalesforceRecord::id)
                .filter(id -> !taken.has(id))
                .toList();
        return new ByIds(calls, query, most).rows(ids, some -> query.records(calls.root(), some));
    }

    /** Whether what was deleted behind the place of this page may have left the recycle bin before it was read. */
    private static boolean isBinDoubtful(PullState state, Optional<Instant> date) {
        PullState.Look before = state.before();
        if (before == null) {
            return false;
        }
        PullState.Look now = state.look();
        Instant seen = Stream.concat(
                        Stream.of(before.until(), before.began()),
                        Stream.ofNullable(now.place()).map(Key::at))
                .max(Instant::compareTo)
                .orElseThrow();
        return seen.plus(BIN).isBefore(date.orElse(now.until()));
    }
}
