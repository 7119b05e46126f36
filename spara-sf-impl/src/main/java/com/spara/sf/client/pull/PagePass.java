package com.spara.sf.client.pull;

import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import com.spara.sf.client.read.LookupReader;
import com.spara.sf.client.rest.CallFailure;
import com.spara.sf.client.rest.CallMeter;
import com.spara.sf.client.rest.Composite;
import com.spara.sf.client.rest.Fault;
import com.spara.sf.client.rest.RestAnswer;
import com.spara.sf.client.rest.RestRequest;
import com.spara.sf.client.rest.RetryPolicy;
import com.spara.sf.settings.PullRule;
import com.spara.sf.spi.SalesforceRecord;
import com.spara.sf.sync.GoneRecord;
import com.spara.sf.sync.PullPage;
import com.spara.sf.sync.PullProgress;
import com.spara.sf.sync.PulledLead;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads one page in one call: the records that the rule takes, and, once something was read before, everything that changed,
 * so that what is gone or taken no more is seen. Both stand in the order of changes, and the page ends where the shorter ends.
 * The first page of a look also asks up to which moment it goes: the org's own time, so that whatever is dated before it and
 * committed later falls into the overlap of the next look.
 */
final class PagePass {

    private static final Duration BIN = Duration.ofDays(14);
    private static final Duration CLOCK_GRAIN = Duration.ofSeconds(1);

    private final Puller.Room room;
    private final PullRule rule;
    private final PullQuery query;
    private final CallMeter meter;
    private final long bytesOfARecord;
    private int most;

    PagePass(Puller.Room room, PullRule rule, PullQuery query, CallMeter meter) {
        this.room = room;
        this.rule = rule;
        this.query = query;
        this.meter = meter;
        this.bytesOfARecord = room.describes()
                .of(rule.object())
                .map(known -> PageSize.bytesOf(query.selected(), known))
                .orElse(1L);
    }

    /**
     * What a page holds.
     *
     * @param taken the records that the rule takes
     * @param gone those that are gone
     * @param state the look that it belongs to
     * @param after the state behind it
     * @param isLast whether the look is over
     */
    record Rows(
            List<SalesforceRecord> taken, List<GoneRecord> gone, PullState state, PullState after, boolean isLast) {}

    /** Reads a page, a smaller one if the answer is too long to be read. */
    Rows read(PullState state) {
        while (true) {
            most = room.pageSize().rows(bytesOfARecord);
            try {
                return readOnce(state);
            } catch (CallFailure failure) {
                if (failure.fault() != Fault.TOO_LONG || !room.pageSize().wasTooLong(bytesOfARecord, most)) {
                    throw failure;
                }
            }
        }
    }

    private Rows readOnce(PullState state) {
        if (state.until() != null) {
            return rows(
                    state,
                    send(pageRequests(state.place(), state.isFirstLook())).answers());
        }
        return state.isFirstLook() && rule.lookBack().isPresent() ? readLookingBack(state) : readFirst(state);
    }

    /** How far back is reckoned from the org's last change, which has to be known first. */
    private Rows readLookingBack(PullState state) {
        Instant sent = room.clock().instant();
        Composite.Dated head = send(List.of(query.head(root())));
        Instant until = until(head.answers().get(0), head.date(), sent);
        Key from = new Key(until.minus(rule.lookBack().orElseThrow()), "");
        List<RestRequest> requests = new ArrayList<>(pageRequests(from, true));
        requests.add(query.count(root(), from));
        List<RestAnswer> answers = send(requests).answers();
        PullState begun = state.begun(until, from, sent, false).of(total(answers.get(1)));
        return rows(begun, answers);
    }

    private Rows readFirst(PullState state) {
        Instant sent = room.clock().instant();
        Instant last = state.last();
        Key from = last == null ? null : new Key(last.minus(rule.overlap()), "");
        List<RestRequest> requests = new ArrayList<>();
        requests.add(query.head(root()));
        requests.add(query.count(root(), from));
        requests.addAll(pageRequests(from, state.isFirstLook()));
        Composite.Dated dated = send(requests);
        List<RestAnswer> answers = dated.answers();
        Instant until = latest(until(answers.get(0), dated.date(), sent), last);
        boolean isDue = last != null && last.plus(BIN).isBefore(until);
        PullState begun = state.begun(until, from, sent, isDue).of(total(answers.get(1)));
        return rows(begun, answers.subList(2, answers.size()));
    }

    /** A clock that was set back must not make a look begin after its end. */
    private static Instant latest(Instant until, @Nullable Instant last) {
        return last != null && last.isAfter(until) ? last : until;
    }

    private List<RestRequest> pageRequests(@Nullable Key place, boolean isFirstLook) {
        RestRequest records = query.records(root(), place, most);
        return isFirstLook || place == null ? List.of(records) : List.of(records, query.changes(root(), place));
    }

    private Composite.Dated send(List<RestRequest> requests) {
        for (int attempt = 1; ; attempt++) {
            Composite.Dated dated = room.composite().sendDated(requests, meter);
            boolean isWhole = dated.answers().stream().noneMatch(QueryRows::isWorthRepeating);
            if (isWhole
                    || attempt == RetryPolicy.MOST_ATTEMPTS
                    || !room.composite().mayRepeat()) {
                return dated;
            }
            meter.countRepeated();
        }
    }

    /** The org's time when the queries were made, at the earliest; never before the last change that was seen. */
    private Instant until(RestAnswer head, Optional<Instant> answered, Instant sent) {
        QueryRows.requireUsable(head);
        Instant changed = LookupReader.recordsOf(head).stream()
                .flatMap(row -> row.time("SystemModstamp").stream())
                .findFirst()
                .orElse(Instant.EPOCH);
        Duration took = Duration.between(sent, room.clock().instant()).abs().plus(CLOCK_GRAIN);
        Instant asked = answered.map(date -> date.minus(took)).orElse(Instant.EPOCH);
        return asked.isAfter(changed) ? asked : changed;
    }

    private static long total(RestAnswer count) {
        return count.isSuccess() ? count.body().at("totalSize").intOr(-1) : -1;
    }

    private Rows rows(PullState state, List<RestAnswer> answers) {
        Puller.requireTaken(answers.get(0));
        QueryRows taken = QueryRows.of(answers.get(0), most);
        QueryRows changed = state.isFirstLook() ? QueryRows.NONE : QueryRows.of(answers.get(1), PageSize.MOST);
        Optional<Key> end =
                Stream.concat(taken.end().stream(), changed.end().stream()).min(Key::compareTo);
        return new PageCut(rule, query, state, end).rows(taken, changed);
    }

    PullPage page(List<PulledLead> leads, Rows rows, PullState after) {
        PullState.Count count = rows.state().count();
        OptionalLong total = count.total() < 0 ? OptionalLong.empty() : OptionalLong.of(count.total());
        PullProgress progress = new PullProgress(
                count.done() + rows.taken().size(),
                total,
                Duration.between(rows.state().began(), room.clock().instant()));
        return PullPage.of(new PullPage.Values(
                leads, rows.gone(), after.cursor(), rows.isLast(), progress, notes(after), meter.calls()));
    }

    private List<Reason> notes(PullState after) {
        List<Reason> notes = new ArrayList<>(query.notes());
        meter.repetition().ifPresent(notes::add);
        if (after.isFullLookDue()) {
            notes.add(Reason.of(
                    ReasonCode.FULL_LOOK_DUE,
                    "More than 14 days lie between two pulls, so deleted records may have left the recycle bin unseen. "
                            + "Pull from PullCursor.start() and reconcile what you hold."));
        }
        return notes;
    }

    private String root() {
        return room.composite().root();
    }
}
