package com.spara.sf.orgcheck;

import java.util.Map;

/** Absent never clears, and what is cleared must be: so the two kinds of nothing in a CSV have to differ. */
final class BulkCells implements Assumption {

    @Override
    public String statement() {
        return "In a bulk update an empty cell leaves the field as it is, and #N/A empties it.";
    }

    @Override
    public Finding look(Workbench bench) {
        String id = bench.create(bench.lead(Map.of("Title", "Check", "Website", "https://example.com")));
        BulkJob job = BulkJob.run(bench, "update", "Id,Title,Website\n" + id + ",,#N/A\n");
        job.requireNoRefusal();
        boolean isLeft = Reply.text(bench.read(id, "Title"), "Title").isPresent();
        boolean isEmptied = Reply.text(bench.read(id, "Website"), "Website").isEmpty();
        return Finding.of(
                isLeft && isEmptied,
                "the empty cell: " + (isLeft ? "left" : "emptied") + "; #N/A: " + (isEmptied ? "emptied" : "left"));
    }
}
