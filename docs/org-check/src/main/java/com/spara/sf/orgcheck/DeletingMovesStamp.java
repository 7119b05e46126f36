package com.spara.sf.orgcheck;

import jakarta.json.JsonObject;
import java.util.List;

/** A pull sees deleted records among those that changed. */
final class DeletingMovesStamp implements Assumption {

    @Override
    public String statement() {
        return "queryAll finds a deleted Lead by a SystemModstamp that is not before its last change.";
    }

    @Override
    public Finding look(Workbench bench) {
        String id = bench.create(bench.person());
        String before = bench.read(id, "SystemModstamp").getString("SystemModstamp");
        bench.delete(id);
        String soql = "SELECT Id, IsDeleted, SystemModstamp FROM Lead WHERE Id = '" + id + "' AND SystemModstamp >= "
                + before.replaceFirst("\\+0000$", "Z");
        Reply found = Workbench.require("queryAll", bench.inComposite(Request.get(Workbench.query("queryAll", soql))));
        List<JsonObject> rows = Reply.items(found.object(), "records");
        boolean isDeleted = !rows.isEmpty() && rows.get(0).getBoolean("IsDeleted", false);
        return Finding.of(isDeleted, "rows: " + rows.size() + ", deleted: " + isDeleted);
    }
}
