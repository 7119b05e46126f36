package com.spara.sf.orgcheck;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;

/** A pull goes on behind the last record of a page, also where several were changed in one second. */
final class OrderOfIds implements Assumption {

    private static final int LEADS = 3;

    @Override
    public String statement() {
        return "Leads are sorted by Id as their characters are, and Id > goes on behind one.";
    }

    @Override
    public Finding look(Workbench bench) {
        for (int i = 0; i < LEADS; i++) {
            bench.create(bench.lead(Map.of()));
        }
        String where = " WHERE LastName = '" + bench.mark() + "'";
        List<String> all = ids(bench, where);
        List<String> behind = ids(bench, where + " AND Id > '" + all.get(0) + "'");
        boolean isSorted = all.equals(all.stream().sorted().toList());
        boolean goesOn = behind.equals(all.subList(1, all.size()));
        return Finding.of(isSorted && goesOn, "sorted: " + isSorted + ", goes on: " + goesOn);
    }

    private static List<String> ids(Workbench bench, String where) {
        String soql = "SELECT Id FROM Lead" + where + " ORDER BY Id";
        Reply found = Workbench.require("query", bench.inComposite(Request.get(Workbench.query("query", soql))));
        return Reply.items(found.object(), "records").stream()
                .map((JsonObject row) -> row.getString("Id"))
                .toList();
    }
}
