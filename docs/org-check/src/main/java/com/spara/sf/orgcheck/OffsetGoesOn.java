package com.spara.sf.orgcheck;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;

/** The first look of a pull asks two queries in one call, the second from the last row of the first one on. */
final class OffsetGoesOn implements Assumption {

    private static final int LEADS = 3;

    @Override
    public String statement() {
        return "In a composite, a query with OFFSET goes on where the same query without it ended.";
    }

    @Override
    public Finding look(Workbench bench) {
        for (int i = 0; i < LEADS; i++) {
            bench.create(bench.lead(Map.of()));
        }
        String soql = "SELECT Id, SystemModstamp FROM Lead WHERE LastName = '" + bench.mark()
                + "' ORDER BY SystemModstamp, Id LIMIT 2";
        List<Reply> replies = bench.composite(
                Request.get(Workbench.query("query", soql)), Request.get(Workbench.query("query", soql + " OFFSET 1")));
        List<String> first = ids(Workbench.require("the query", replies.get(0)));
        if (!replies.get(1).isSuccess()) {
            return Finding.of(false, replies.get(1).facts());
        }
        List<String> further = ids(replies.get(1));
        boolean doMeet =
                first.size() == 2 && further.size() == 2 && first.get(1).equals(further.get(0));
        return Finding.of(doMeet, "rows: " + first.size() + " and " + further.size() + ", they meet: " + doMeet);
    }

    private static List<String> ids(Reply reply) {
        return Reply.items(reply.object(), "records").stream()
                .map((JsonObject row) -> row.getString("Id"))
                .toList();
    }
}
