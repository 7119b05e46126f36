package com.spara.sf.client.push;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Tries rows once more, by requests, that a bulk job refused because the 200 rows of a transaction share its limits. Goes on as long
 * as that helps, and the reserve is not touched. How small the parts are is forgotten afterwards: the rows were picked because they
 * failed alike, which says nothing of an ordinary collection.
 */
final class ChunkRepair {

    /** A collection of half a chunk, its halves, and theirs. */
    private static final long CALLS_OF_A_PART = 7;

    private final WriteStage stage;
    private final CollectionSize orgs;
    private final CollectionSize own;
    private final HeldCalls held;

    ChunkRepair(WriteStage stage, PushEngine engine, HeldCalls held) {
        this.stage = stage;
        this.orgs = engine.memory().collectionSize();
        this.own = new CollectionSize(engine.clock());
        this.held = held;
    }

    /** Tries those of the rows again for which there is hope. */
    void repair(List<Row> rows) {
        for (List<Row> alike : refusedAlike(rows)) {
            if (CollectionSize.isOverwhelmed(alike)) {
                own.answered(alike.subList(0, Math.min(alike.size(), CollectionSize.MOST)));
                writeInParts(alike);
            }
        }
    }

    private static Collection<List<Row>> refusedAlike(List<Row> rows) {
        return rows.stream()
                .filter(row -> row.answer().is(RowAnswer.Kind.REFUSED))
                .collect(Collectors.groupingBy(
                        row -> row.operation() + " " + row.answer().reason().code(),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values();
    }

    /** What does not pass in small parts either fails for another reason than the limits. */
    private void writeInParts(List<Row> rows) {
        boolean isWorthIt = true;
        for (int from = 0, to; from < rows.size() && isWorthIt; from = to) {
            to = Math.min(rows.size(), from + most(rows.get(0).operation()));
            isWorthIt = writePart(rows.subList(from, to));
        }
    }

    private int most(String operation) {
        return Math.min(own.rows(operation), orgs.rows(operation));
    }

    private boolean writePart(List<Row> part) {
        if (!held.holdMore(CALLS_OF_A_PART)) {
            return false;
        }
        try {
            stage.write(part, own);
        } finally {
            held.release(CALLS_OF_A_PART);
        }
        return stage.stopped().isEmpty()
                && part.stream().anyMatch(row -> row.answer().is(RowAnswer.Kind.DONE));
    }
}
