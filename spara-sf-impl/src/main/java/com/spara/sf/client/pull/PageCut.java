package com.spara.sf.client.pull;

import com.spara.sf.RecordId;
import com.spara.sf.settings.PullRule;
import com.spara.sf.spi.SalesforceRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Cuts the rows at the end of the page and of the look, leaves out what was read before, and tells what may be gone. */
final class PageCut implements Cut {

    private final PagePass.Rows rows;
    private final Optional<Key> end;
    private final Instant until;
    private final Seen seen;
    private final News news;
    private final List<SalesforceRecord> gone = new ArrayList<>();

    PageCut(PullRule rule, PullQuery query, PagePass.Rows rows) {
        this.rows = rows;
        this.end = end(rows.taken(), rows.changed());
        this.until = rows.state().look().until();
        this.seen = rows.state().seen().copy();
        this.news = new News(query, seen, until.minus(rule.overlap()));
        news.take(
                rows.taken().rows().stream().filter(within(rows.taken(), false)).toList());
        rows.changed().rows().stream()
                .filter(row -> row.isTrue("IsDeleted") || !rows.taken().has(row.id()))
                .filter(within(rows.changed(), true))
                .filter(row -> !seen.meets(goneToken(row)))
                .forEach(gone::add);
    }

    @Override
    public List<SalesforceRecord> news() {
        return news.rows();
    }

    @Override
    public List<SalesforceRecord> gone() {
        return gone;
    }

    @Override
    public List<SalesforceRecord> changed() {
        return rows.changed().rows();
    }

    @Override
    public boolean isLast() {
        return end.map(key -> key.at().isAfter(until)).orElse(true);
    }

    @Override
    public PullState.Count count(Duration took) {
        return rows.state().look().count().plus(news.read(), took);
    }

    @Override
    public PullState after(Collection<SalesforceRecord> reported, Duration took) {
        reported.forEach(row -> news.remember(row, goneToken(row)));
        PullState.Look look = rows.state().look();
        PullState page = rows.state()
                .having(isBehindOverlap() ? seen.behindOverlap() : seen)
                .at(new PullState.Look(until, look.began(), end.orElse(null), count(took)));
        return isLast() ? page.over() : page;
    }

    @Override
    public boolean isSeenFull() {
        return seen.isFull();
    }

    private boolean isBehindOverlap() {
        PullState.Look before = rows.state().before();
        return before != null
                && end.filter(key -> key.at().isAfter(before.until())).isPresent();
    }

    /**
     * Where the shorter list ends. Where both end at one stamp, the list that has the other's last row goes on behind it,
     * however Salesforce sorts Ids.
     */
    private static Optional<Key> end(QueryRows taken, QueryRows changed) {
        Optional<Key> one = taken.end();
        Optional<Key> other = changed.end();
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other);
        }
        Key of = one.get();
        Key and = other.get();
        if (!of.at().equals(and.at())) {
            return of.at().isBefore(and.at()) ? one : other;
        }
        return changed.has(RecordId.of(of.id())) ? one : other;
    }

    /**
     * All rows of the list that ends the page lie within. Of the other one, those at the very stamp of the end: records that
     * the first list shows as well, and all that may be gone, since that is asked again.
     */
    private Predicate<SalesforceRecord> within(QueryRows list, boolean mayBeGone) {
        boolean isItsEnd = end.isEmpty() || list.end().equals(end);
        Instant last = end.map(Key::at).orElse(until);
        return row -> {
            Instant at = Key.stamp(row);
            if (at.isAfter(until)) {
                return false;
            }
            boolean isTied = at.equals(last) && (mayBeGone || rows.changed().has(row.id()));
            return isItsEnd || at.isBefore(last) || isTied;
        };
    }

    private static String goneToken(SalesforceRecord row) {
        return Seen.token(row.id(), "gone " + row.isTrue("IsDeleted") + row.text("MasterRecordId") + Key.stamp(row));
    }
}
