package com.spara.sf.client.pull;

import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import com.spara.sf.settings.PullRule;
import com.spara.sf.spi.KnownLeads;
import com.spara.sf.sync.PullPage;
import com.spara.sf.sync.PullProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Makes one page: reads its rows, has them recognised, and tells where the look stands. */
final class PageRun {

    private final Puller.Room room;
    private final PullRule rule;
    private final PullRun run;
    private final Instant began;

    PageRun(Puller.Room room, PullRule rule, PullRun run) {
        this.room = room;
        this.rule = rule;
        this.run = run;
        this.began = room.clock().instant();
    }

    PullPage page(PullQuery query, PullState state, KnownLeads known) {
        PullCalls calls = run.calls();
        PagePass pass = new PagePass(rule, query, calls, room.pageSize(), run.lookingBackTo());
        BulkPass bulk = new BulkPass(room, rule, query, calls.meter());
        Cut cut = bulk.read(state).orElseGet(() -> new PageCut(rule, query, pass.read(state.withoutJob())));
        Recognition.Told told = recognition(query).of(cut, known);
        Duration took = Duration.between(began, room.clock().instant()).abs();
        PullState after = bulk.begun(cut.after(told.gone(), took))
                .of(new PullState.Origin(calls.org(), rule.object(), query.fingerprint()));
        List<Reason> notes = new ArrayList<>(query.notes());
        notes.addAll(notes(cut, after));
        notes.addAll(told.notes());
        return PullPage.of(new PullPage.Values(
                told.leads(),
                Reconciliation.gone(told.gone(), cut.changed()),
                after.cursor(),
                cut.isLast(),
                progress(cut.count(took)),
                notes,
                calls.meter().calls()));
    }

    private Recognition recognition(PullQuery query) {
        int mostOfACall = room.pageSize().rows(query.bytesOfARecord());
        return new Recognition(
                run.records(query),
                new Reconciliation(run.calls(), query),
                new LeftBehind(run.calls(), query, mostOfACall));
    }

    private static PullProgress progress(PullState.Count count) {
        OptionalLong total = count.total() < 0 ? OptionalLong.empty() : OptionalLong.of(count.total());
        return PullProgress.of(count.done(), total, count.active());
    }

    private List<Reason> notes(Cut cut, PullState after) {
        List<Reason> notes = new ArrayList<>();
        run.calls().meter().repetition().ifPresent(notes::add);
        if (after.isFullLookDue()) {
            notes.add(Reason.of(
                    ReasonCode.FULL_LOOK_DUE,
                    "More than 14 days lie between two reads, so deleted records may have left the recycle bin unseen. "
                            + "Pull from PullCursor.start() and reconcile what you hold."));
        }
        if (cut.isSeenFull()) {
            notes.add(Reason.of(
                    ReasonCode.OVERLAP_FULL,
                    "More than " + Seen.MOST + " records changed within the overlap of " + rule.overlap()
                            + ", more than the cursor remembers one by one, so some come again."));
        }
        return notes;
    }
}
