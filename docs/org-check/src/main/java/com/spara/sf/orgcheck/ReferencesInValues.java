package com.spara.sf.orgcheck;

import java.util.List;
import java.util.Map;

/** People's text may hold what a composite takes for a reference to another part. */
final class ReferencesInValues implements Assumption {

    @Override
    public String statement() {
        return "A composite resolves @{...} in the middle of a value.";
    }

    @Override
    public Finding look(Workbench bench) {
        String id = bench.create(bench.lead(Map.of()));
        List<Reply> replies = bench.composite(
                Request.get(Workbench.row(id) + "?fields=Id"),
                Request.patch(Workbench.row(id), Map.of("Description", textWith("@{r0.Id}"))));
        Reply patched = Workbench.require("writing the value", replies.get(1));
        String stored = Reply.text(bench.read(id, "Description"), "Description").orElse("");
        if (stored.equals(textWith(id))) {
            return Finding.of(true, patched.facts() + ", resolved");
        }
        return stored.equals(textWith("@{r0.Id}"))
                ? Finding.of(false, patched.facts() + ", stored as it is")
                : Finding.unanswered(patched.facts() + ", stored as something else");
    }

    private static String textWith(String reference) {
        return "See " + reference + " for more.";
    }
}
