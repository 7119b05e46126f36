package com.spara.sf.client.pull;

import com.spara.sf.settings.PullRule;
import com.spara.sf.spi.SalesforceRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * A part of a job, whose rows stand in no order. The place stays where the job begins, so that who loses the job reads on from
 * there.
 */
final class PartCut implements Cut {

    private final PullState state;
    private final BulkPlace next;
    private final Seen seen;
    private final News news;

    PartCut(PullRule rule, PullQuery query, PullState state, List<SalesforceRecord> part, BulkPlace next) {
        this.state = state;
        this.next = next;
        this.seen = state.seen().copy();
        Instant until = state.look().until();
        this.news = new News(query, seen, until.minus(rule.overlap()));
        news.take(part.stream()
                .filter(row -> !Key.stamp(row).isAfter(until))
                .sorted(Key.OF_ROWS)
                .toList());
    }

    @Override
    public List<SalesforceRecord> news() {
        return news.rows();
    }

    @Override
    public List<SalesforceRecord> gone() {
        return List.of();
    }

    @Override
    public List<SalesforceRecord> changed() {
        return List.of();
    }

    @Override
    public boolean isLast() {
        return !next.isJob();
    }

    @Override
    public PullState.Count count(Duration took) {
        return state.look().count().plus(news.read(), took);
    }

    @Override
    public PullState after(Collection<SalesforceRecord> reported, Duration took) {
        PullState.Look look = state.look();
        PullState page =
                state.having(seen).at(new PullState.Look(look.until(), look.began(), look.place(), count(took)));
        return isLast() ? page.over() : page.of(next);
    }

    @Override
    public boolean isSeenFull() {
        return seen.isFull();
    }
}
