package com.spara.sf.orgcheck;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;

/** One query finds live records by e-mail and stored Ids that lead nowhere any more. */
final class DeletedRowInQueryAll implements Assumption {

    @Override
    public String statement() {
        return "queryAll finds a deleted Lead by Id, and live ones by e-mail, in one query.";
    }

    @Override
    public Finding look(Workbench bench) {
        String email = bench.freshEmail();
        String other = bench.freshEmail();
        String deleted = bench.create(bench.lead(Map.of("Email", email)));
        bench.create(bench.lead(Map.of("Email", other)));
        bench.delete(deleted);
        String soql = "SELECT Id, IsDeleted FROM Lead WHERE Id IN ('" + deleted + "') OR (Email IN ('" + email + "', '"
                + other + "') AND IsDeleted = false)";
        Reply found = Workbench.require("queryAll", bench.inComposite(Request.get(Workbench.query("queryAll", soql))));
        List<JsonObject> records = Reply.items(found.object(), "records");
        long dead =
                records.stream().filter(r -> r.getBoolean("IsDeleted", false)).count();
        long live = records.size() - dead;
        return Finding.of(dead == 1 && live == 1, found.facts() + ", deleted: " + dead + ", live: " + live);
    }
}
