package com.spara.sf.client.pull;

import com.spara.sf.ReasonCode;
import com.spara.sf.RequestRefusedException;
import com.spara.sf.client.bulk.Polled;
import com.spara.sf.client.bulk.QueryJob;
import com.spara.sf.client.bulk.QueryOrder;
import com.spara.sf.client.rest.CallFailure;
import com.spara.sf.client.rest.CallMeter;
import com.spara.sf.settings.PullRule;
import com.spara.sf.spi.SalesforceRecord;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a big first look by a bulk job. It is made behind the first page, which has counted the records, for what lies between
 * that page's end and the look's; what changes meanwhile is dated later, and found by the next look. A job that is not made,
 * gone or broken costs nothing but time: the look goes on by query, from where the job began.
 */
final class BulkPass {

    /** About two hours, if each call has more than a minute to wait. */
    private static final int MOST_POLLS = 120;

    private static final Set<String> UNREADABLE = Set.of(ReasonCode.ANSWER_LOST, ReasonCode.ANSWER_INCOMPLETE);

    private final Puller.Room room;
    private final PullRule rule;
    private final PullQuery query;
    private final CallMeter meter;

    BulkPass(Puller.Room room, PullRule rule, PullQuery query, CallMeter meter) {
        this.room = room;
        this.rule = rule;
        this.query = query;
        this.meter = meter;
    }

    /** The next part of the job that the state names; empty if it names none, or one that cannot be read. */
    Optional<Cut> read(PullState state) {
        boolean isOurs = state.origin().rule().equals(query.fingerprint());
        if (!state.bulk().isJob() || !isOurs) {
            return Optional.empty();
        }
        try {
            return read(state, room.jobs().query(state.bulk().job(), meter));
        } catch (CallFailure failure) {
            if (failure.problem() instanceof RequestRefusedException) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    private Optional<Cut> read(PullState state, QueryJob job) {
        BulkPlace place = state.bulk();
        if (place.isBegun()) {
            return part(state, job);
        }
        Polled polled = job.await(place.polls());
        PullState later = state.of(place.polled(polled.polls()));
        if (!polled.info().isOver()) {
            return polled.polls() < MOST_POLLS ? nothing(later) : abandoned(job);
        }
        return polled.info().isComplete() ? part(later, job) : Optional.empty();
    }

    /** An empty page, after which the pull goes on with the job. */
    private Optional<Cut> nothing(PullState later) {
        return Optional.of(new PartCut(rule, query, later, List.of(), later.bulk()));
    }

    /** Salesforce may leave a job in its queue for longer than the query would take. */
    private static Optional<Cut> abandoned(QueryJob job) {
        job.abort();
        return Optional.empty();
    }

    private Optional<Cut> part(PullState state, QueryJob job) {
        try {
            return readPart(state, job);
        } catch (CallFailure failure) {
            if (!UNREADABLE.contains(failure.problem().reason().code())) {
                throw failure;
            }
            return unread(state);
        }
    }

    /** What cannot be read is tried again by the next page, and by query after that. */
    private Optional<Cut> unread(PullState state) {
        PullState later = state.of(state.bulk().unread());
        return later.bulk().isJob() ? nothing(later) : Optional.empty();
    }

    /** A job that was made before a field was seen does not have it, which must not be taken for emptiness. */
    private Optional<Cut> readPart(PullState state, QueryJob job) {
        BulkRecords records = new BulkRecords(rule.object(), query.selected(), room.describes());
        QueryJob.Page<SalesforceRecord> page =
                job.page(state.bulk().place(), List.of("Id", "SystemModstamp"), records::of);
        if (!records.haveAllFields()) {
            return Optional.empty();
        }
        if (!page.rows().stream().allMatch(BulkPass::hasAPlace)) {
            return unread(state);
        }
        return Optional.of(
                new PartCut(rule, query, state, page.rows(), state.bulk().behind(page)));
    }

    private static boolean hasAPlace(SalesforceRecord row) {
        return row.id("Id").isPresent() && row.time("SystemModstamp").isPresent();
    }

    /** The state after a page, with a job for what is left if that is much. */
    PullState begun(PullState after) {
        PullState.Look look = after.now();
        boolean mayBe =
                after.isFirstLook() && !after.bulk().isJob() && !after.bulk().isRefused();
        if (!mayBe || look == null || look.place() == null || left(look) < rule.bulkFrom()) {
            return after;
        }
        try {
            QueryOrder order = new QueryOrder(query.forJob(look.place(), look.until()), false);
            String job = room.jobs().begin(order, meter).id();
            return after.of(BulkPlace.of(job));
        } catch (CallFailure failure) {
            boolean isRefused = failure.problem() instanceof RequestRefusedException;
            return isRefused ? after.of(BulkPlace.REFUSED) : after;
        }
    }

    private static long left(PullState.Look look) {
        return look.count().total() - look.count().done();
    }
}
