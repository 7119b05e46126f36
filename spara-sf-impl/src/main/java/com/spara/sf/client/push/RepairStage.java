package com.spara.sf.client.push;

import com.spara.sf.spi.Sleeper;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes rows, and does about refusals what {@link Remedy} names, a few rounds at most. */
final class RepairStage {

    private static final int MOST_ROUNDS = 4;
    private static final int MOST_ASKED_ALONE = 100;
    /** So many locked rows are no chance. */
    private static final int MANY = 10;

    private static final Duration LOCK_PAUSE = Duration.ofMillis(400);

    private final WriteStage writing;
    private final Sleeper sleeper;

    RepairStage(WriteStage writing, Sleeper sleeper) {
        this.writing = writing;
        this.sleeper = sleeper;
    }

    void write(List<Row> rows) {
        writing.write(rows);
        repair(rows);
    }

    /** Does about the refusals of rows that were written what there is to do. */
    void repair(List<Row> rows) {
        for (int round = 1; round < MOST_ROUNDS; round++) {
            Map<Remedy, List<Row>> refused = rows.stream()
                    .filter(row -> row.answer().is(RowAnswer.Kind.REFUSED)
                            || row.answer().is(RowAnswer.Kind.LOST))
                    .collect(Collectors.groupingBy(Remedy::of, () -> new EnumMap<>(Remedy.class), Collectors.toList()));
            refused.remove(Remedy.NONE);
            if (refused.isEmpty()) {
                return;
            }
            refused.forEach(this::apply);
        }
    }

    private void apply(Remedy remedy, List<Row> rows) {
        switch (remedy) {
            case WITHOUT_FIELDS -> writeWithoutNamedFields(rows);
            case ALONE -> writing.writeEach(rows.subList(0, Math.min(rows.size(), MOST_ASKED_ALONE)));
            case AGAIN -> writing.write(rows);
            case AFTER_A_PAUSE -> writeAfterAPause(rows);
            case SAME_AGAIN -> writeTheSameAgain(rows);
            case PLAN_AGAIN -> rows.forEach(row -> row.answer(row.answer().asChanged()));
            case NONE -> throw new IllegalStateException("A final refusal has no remedy.");
        }
    }

    private void writeWithoutNamedFields(List<Row> rows) {
        rows.forEach(Row::leaveOutNamedFields);
        writing.write(rows.stream().filter(row -> !row.isEmpty()).toList());
    }

    private void writeTheSameAgain(List<Row> rows) {
        if (writing.mayRepeat()) {
            writeAfterAPause(rows);
        }
    }

    private void writeAfterAPause(List<Row> rows) {
        if (rows.size() >= MANY) {
            writing.foundLocked();
        }
        if (!writing.hasTimeFor(LOCK_PAUSE)) {
            return;
        }
        try {
            sleeper.sleep(LOCK_PAUSE);
            writing.write(rows);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
