package com.spara.sf.client.push;

import com.spara.sf.client.rest.Allowance;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Tries rows once more, by requests, that a bulk job refused because the 200 rows of a transaction share its limits. Goes on as long
 * as that helps, and the reserve is not touched.
 */
final class ChunkRepair {

    /** A collection of half a chunk, its halves, and theirs. */
    private static final long CALLS_OF_A_PART = 7;

    private final WriteStage stage;
    private final CollectionSize size;
    private final Allowance allowance;
    private final long reserve;

    ChunkRepair(WriteStage stage, OrgMemory memory, long reserve) {
        this.stage = stage;
        this.size = memory.collectionSize();
        this.allowance = memory.allowance();
        this.reserve = reserve;
    }

    /** Tries those of the rows again for which there is hope. */
    void repair(List<Row> rows) {
        for (List<Row> alike : refusedAlike(rows)) {
            if (CollectionSize.isOverwhelmed(alike)) {
                size.answered(alike.subList(0, Math.min(alike.size(), CollectionSize.MOST)));
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
            to = Math.min(rows.size(), from + size.rows(rows.get(0).operation()));
            isWorthIt = writePart(rows.subList(from, to));
        }
    }

    private boolean writePart(List<Row> part) {
        if (!allowance.take(CALLS_OF_A_PART, reserve)) {
            return false;
        }
        try {
            stage.write(part);
        } finally {
            allowance.giveBack(CALLS_OF_A_PART);
        }
        return stage.stopped().isEmpty()
                && part.stream().anyMatch(row -> row.answer().is(RowAnswer.Kind.DONE));
    }
}
