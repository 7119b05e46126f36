package com.spara.sf.orgcheck;

import java.util.Map;

/** Sources disagree on how a record in the recycle bin answers. */
final class DeletedRow implements Assumption {
    private static final String DELETED = "ENTITY_IS_DELETED";
    private static final String MISSING = "NOT_FOUND";

    @Override
    public String statement() {
        return "The GET of a deleted Lead answers ENTITY_IS_DELETED, not NOT_FOUND.";
    }

    @Override
    public Finding look(Workbench bench) {
        String id = bench.create(bench.lead(Map.of()));
        bench.delete(id);
        Reply reply = bench.send(Request.get(Workbench.row(id) + "?fields=Id"));
        String code = reply.code().orElse("");
        return code.equals(DELETED) || code.equals(MISSING)
                ? Finding.of(code.equals(DELETED), reply.facts())
                : Finding.unanswered(reply.facts());
    }
}
