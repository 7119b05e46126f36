package com.spara.sf.client.push;

import com.spara.sf.settings.SyncSettings;
import com.spara.sf.sync.RecordPlan;
import com.spara.sf.sync.RecordResult;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the write of one record came to: results for its leads, another round, or a search for it. */
final class FinishStage {

    private final PushEngine engine;
    private final SyncSettings settings;

    FinishStage(PushEngine engine, SyncSettings settings) {
        this.engine = engine;
        this.settings = settings;
    }

    /** Gives each lead of the group its result, or adds those that are to be read and planned again. */
    void finish(Group group, @Nullable Row row, @Nullable Set<LeadWork> again) {
        if (row != null && again != null && isToBePlannedAgain(group, row)) {
            if (row.wasLost()) {
                row.lostAt(engine.clock().instant());
                group.members().forEach(member -> group.of(member).lost(row));
            }
            again.addAll(group.members());
            return;
        }
        if (isStillLost(group, row)) {
            return;
        }
        for (LeadWork member : group.members()) {
            ObjectWork work = group.of(member);
            boolean forcedMeanwhile = row == null
                    && again != null
                    && work.isForced()
                    && work.record().isEmpty();
            if (!forcedMeanwhile) {
                work.result(result(work, row));
            }
        }
    }

    private static RecordResult result(ObjectWork work, @Nullable Row row) {
        Optional<Row> lost = work.lost().filter(before -> before != row);
        if (row == null) {
            return lost.map(before -> afterLoss(work, before)).orElseGet(() -> ResultStage.of(work.plan(), null));
        }
        RecordPlan plan = row.sharedWith(work.plan());
        return ResultStage.of(lost.isPresent() ? plan.warning(ResultStage.foundAfterLoss()) : plan, row);
    }

    /** Only what was seen as it was to be is said to be so. */
    private static RecordResult afterLoss(ObjectWork work, Row lost) {
        boolean isThere = lost.isCreate() && work.record().isPresent();
        return isThere || work.plan().action() == RecordPlan.Action.UNCHANGED
                ? ResultStage.found(work.plan(), lost)
                : ResultStage.of(lost.sharedWith(work.plan()), lost);
    }

    /** Whether it is not known yet what became of the record; then it has no result yet. */
    private boolean isStillLost(Group group, @Nullable Row row) {
        if (row != null && row.answer().is(RowAnswer.Kind.LOST)) {
            row.lostAt(engine.clock().instant());
            group.members().forEach(member -> group.of(member).lost(row));
            return true;
        }
        ObjectWork first = group.first();
        boolean notFound =
                first.lost().filter(Row::isCreate).isPresent() && first.record().isEmpty();
        return row == null && notFound;
    }

    private boolean isToBePlannedAgain(Group group, Row row) {
        if (row.answer().is(RowAnswer.Kind.CHANGED)) {
            if (row.answer().reason().is("INVALID_FIELD")) {
                engine.describes().forget(row.object());
            }
            return true;
        }
        return new DuplicateStage(settings).takesExisting(group, row);
    }
}
