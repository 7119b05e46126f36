package com.spara.sf.orgcheck;

import java.util.Map;
import java.util.Optional;

/** A person may type #N/A, which must not empty the field: it is sent with a space, of which nothing should stay. */
final class SpacedNotApplicable implements Assumption {
    private static final String TYPED = "#N/A";

    @Override
    public String statement() {
        return "A space before #N/A makes it a text in a bulk update, and is cut when it is saved.";
    }

    @Override
    public Finding look(Workbench bench) {
        String id = bench.create(bench.lead(Map.of("Title", "Check")));
        BulkJob job = BulkJob.run(bench, "update", "Id,Title\n" + id + ", " + TYPED + "\n");
        job.requireNoRefusal();
        Optional<String> stored = Reply.text(bench.read(id, "Title"), "Title");
        return Finding.of(
                stored.filter(TYPED::equals).isPresent(),
                stored.map(SpacedNotApplicable::seen).orElse("the field was emptied"));
    }

    private static String seen(String stored) {
        return stored.strip().equals(TYPED)
                ? "stored as " + stored.length() + " characters"
                : "the field was left as it was";
    }
}
