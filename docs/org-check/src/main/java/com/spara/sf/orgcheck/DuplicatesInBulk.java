package com.spara.sf.orgcheck;

import java.util.Map;

/** A bulk job has no header that would let a duplicate through, so a rule that alerts has to be reckoned with. */
final class DuplicatesInBulk implements Assumption {
    private static final String CODE = "DUPLICATES_DETECTED";

    @Override
    public String statement() {
        return "A duplicate rule that alerts refuses the row of a bulk job with DUPLICATES_DETECTED.";
    }

    @Override
    public Finding look(Workbench bench) {
        Map<String, ?> person = bench.person();
        bench.create(person);
        Reply alone = bench.send(Request.post("/sobjects/Lead", person));
        if (!alone.isDuplicate()) {
            throw new UnansweredException(
                    "no duplicate rule of this org refuses the same person twice: " + alone.facts());
        }
        BulkJob job = BulkJob.run(
                bench,
                "insert",
                String.join(",", person.keySet()) + "\n"
                        + String.join(
                                ",",
                                person.values().stream().map(String::valueOf).toList()) + "\n");
        return Finding.of(
                job.refusals().contains(CODE), job.refused() == 0 ? "the row was saved" : "the row was refused");
    }
}
