package com.spara.sf.orgcheck;

import java.util.Map;

/** A value with the beginning of a reference travels by a collections call of its own, where it is only text. */
final class NoReferencesInCollections implements Assumption {
    private static final String TEXT = "See @{r0.Id} for more.";

    @Override
    public String statement() {
        return "A collections call by itself leaves @{...} in a value as it is.";
    }

    @Override
    public Finding look(Workbench bench) {
        String id = bench.create(bench.lead(Map.of()));
        Map<String, ?> body = Workbench.records(Map.of("id", id, "Description", TEXT));
        Reply patched = Workbench.require("writing the value", bench.send(Request.patch("/composite/sobjects", body)));
        if (patched.items().stream().noneMatch(Reply::isSaved)) {
            return Finding.unanswered("writing the value: " + patched.facts());
        }
        String stored = Reply.text(bench.read(id, "Description"), "Description").orElse("");
        return Finding.of(stored.equals(TEXT), patched.facts() + (stored.equals(TEXT) ? ", kept" : ", changed"));
    }
}
