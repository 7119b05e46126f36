package com.spara.sf.orgcheck;

import java.util.Map;

/** Creates run assignment rules and updates do not, in one composite; so the header must count for its own part. */
final class AutoAssignOfCollection implements Assumption {
    private static final String HEADER = "Sforce-Auto-Assign";
    private static final String NO_RULE = "no-rule";

    @Override
    public String statement() {
        return "Sforce-Auto-Assign among the httpHeaders of a collection in a composite is obeyed.";
    }

    /** An assignment rule that cannot exist shows the header's work in an org that has none. */
    @Override
    public Finding look(Workbench bench) {
        Map<String, ?> fields = bench.lead(Map.of());
        Reply row = bench.send(Request.post("/sobjects/Lead", fields).with(HEADER, NO_RULE));
        if (row.isSuccess()) {
            return Finding.unanswered("a row by itself takes a rule that does not exist, too: " + row.facts());
        }
        Reply collection = bench.inComposite(Workbench.collectionOf(fields).with(HEADER, NO_RULE));
        String facts =
                "a rule that does not exist, in a collection: " + collection.facts() + "; by itself: " + row.facts();
        boolean refused = row.code().isPresent() && collection.code().equals(row.code());
        boolean saved = collection.items().stream().anyMatch(Reply::isSaved);
        return refused || saved ? Finding.of(refused, facts) : Finding.unanswered(facts);
    }
}
