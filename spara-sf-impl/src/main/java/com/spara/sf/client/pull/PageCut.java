package com.spara.sf.client.pull;

import com.spara.sf.RecordId;
import com.spara.sf.settings.PullRule;
import com.spara.sf.spi.SalesforceRecord;
import com.spara.sf.sync.GoneRecord;
import com.spara.sf.sync.PullChange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Cuts the rows at the end of the page and of the look, leaves out what was read before, and tells what is gone. */
final class PageCut {

    private static final Duration STAMP_GRAIN = Duration.ofSeconds(1);

    private final PullQuery query;
    private final PullState state;
    private final Optional<Key> end;
    private final Instant until;
    private final Instant overlapBegins;
    private final Seen fresh;

    PageCut(PullRule rule, PullQuery query, PullState state, Optional<Key> end) {
        this.query = query;
        this.state = state;
        this.end = end;
        this.until = Objects.requireNonNull(state.until());
        this.overlapBegins = until.minus(rule.overlap());
        this.fresh = new Seen(state.fresh());
    }

    PagePass.Rows rows(QueryRows taken, QueryRows changed) {
        Set<RecordId> takenIds = new HashSet<>();
        List<SalesforceRecord> news = new ArrayList<>();
        for (SalesforceRecord row : taken.rows()) {
            takenIds.add(row.id());
            Key key = Key.of(row);
            if (isWithin(key, taken) && isNews(row, key, () -> content(row))) {
                news.add(row);
            }
        }
        List<GoneRecord> gone = new ArrayList<>();
        for (SalesforceRecord row : changed.rows()) {
            boolean isGone = row.isTrue("IsDeleted") || !takenIds.contains(row.id());
            Key key = Key.of(row);
            if (isGone
                    && isWithin(key, changed)
                    && isNews(row, key, () -> "gone " + row.text("MasterRecordId") + key)) {
                gone.add(gone(row));
            }
        }
        return new PagePass.Rows(news, gone, state, after(news.size()), isLast());
    }

    /**
     * The rows of a part of a job, which stand in no order. The place stays where the job begins, so that who loses the job
     * reads on from there.
     */
    PagePass.Rows rows(List<SalesforceRecord> part, BulkPlace next) {
        List<SalesforceRecord> news = part.stream()
                .filter(row -> !Key.of(row).at().isAfter(until))
                .filter(row -> isNews(row, Key.of(row), () -> content(row)))
                .toList();
        PullState after = state.after(state.place(), news.size(), fresh.tokens());
        boolean isLast = !next.isJob();
        return new PagePass.Rows(news, List.of(), state, isLast ? after.over() : after.of(next), isLast);
    }

    private boolean isLast() {
        return end.map(key -> key.at().isAfter(until)).orElse(true);
    }

    private PullState after(int read) {
        PullState page = state.after(end.orElse(null), read, fresh.tokens());
        return isLast() ? page.over() : page;
    }

    /** The page ends where one of the lists ends, so that all of that one lies within, however Salesforce sorts Ids. */
    private boolean isWithin(Key key, QueryRows list) {
        return !key.at().isAfter(until)
                && (list.end().equals(end)
                        || end.map(last -> key.compareTo(last) <= 0).orElse(true));
    }

    /**
     * What was changed in the second of the read may be changed once more in it, so it is not remembered. The content of
     * a row is worked out only if it is to be remembered, or to be held against what is.
     */
    private boolean isNews(SalesforceRecord row, Key key, Supplier<String> content) {
        Instant at = key.at();
        boolean isToBeKept =
                !at.isBefore(overlapBegins) && !at.plus(STAMP_GRAIN).isAfter(until);
        if (!isToBeKept && state.seen().isEmpty()) {
            return true;
        }
        String token = Seen.token(row.id(), content.get());
        if (isToBeKept) {
            fresh.add(token);
        }
        return !state.seen().contains(token);
    }

    private String content(SalesforceRecord row) {
        StringBuilder content = new StringBuilder();
        query.selected()
                .forEach(path -> content.append(path)
                        .append('=')
                        .append(row.text(path).orElse(""))
                        .append('\n'));
        return content.toString();
    }

    static GoneRecord gone(SalesforceRecord row) {
        if (!row.isTrue("IsDeleted")) {
            return GoneRecord.of(row.id(), PullChange.NO_LONGER_MATCHES);
        }
        return row.id("MasterRecordId")
                .map(master -> GoneRecord.merged(row.id(), master))
                .orElseGet(() -> GoneRecord.of(row.id(), PullChange.DELETED));
    }
}
