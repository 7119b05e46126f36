package com.spara.sf.orgcheck;

import java.util.Map;

/** Whether alerts are passed over is set per object, so the header must count for its own part of a composite. */
final class DuplicateHeaderOfCollection implements Assumption {
    private static final String HEADER = "Sforce-Duplicate-Rule-Header";
    private static final String ALLOW = "allowSave=true";

    @Override
    public String statement() {
        return "Sforce-Duplicate-Rule-Header among the httpHeaders of a collection in a composite is obeyed.";
    }

    @Override
    public Finding look(Workbench bench) {
        Map<String, ?> person = bench.person();
        bench.create(person);
        Workbench.require(
                "a duplicate by itself, with the header",
                bench.send(Request.post("/sobjects/Lead", person).with(HEADER, ALLOW)));
        Reply without = bench.inComposite(Workbench.collectionOf(person));
        if (!without.isDuplicate()) {
            return Finding.unanswered(
                    "no duplicate rule of this org refuses the same person twice: " + without.facts());
        }
        Reply with = bench.inComposite(Workbench.collectionOf(person).with(HEADER, ALLOW));
        String facts = "without: " + without.facts() + "; with it: " + with.facts();
        boolean saved = with.items().stream().anyMatch(Reply::isSaved);
        return saved || with.isDuplicate() ? Finding.of(saved, facts) : Finding.unanswered(facts);
    }
}
