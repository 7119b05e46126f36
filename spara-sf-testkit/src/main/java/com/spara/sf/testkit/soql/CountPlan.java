package com.spara.sf.testkit.soql;

import java.util.stream.Stream;

/** {@code SELECT COUNT()}. */
record CountPlan(Bounds bounds) implements Plan {
    static CountPlan of(Query query) {
        if (!query.grouping().by().isEmpty() || !query.orderBy().isEmpty()) {
            throw SoqlText.malformed("COUNT() without a field cannot be used with GROUP BY or ORDER BY");
        }
        return new CountPlan(Bounds.of(query.window()));
    }

    @Override
    public SoqlResult answer(Stream<SoqlRow> rows) {
        return SoqlResult.count(Math.toIntExact(bounds.of(rows).count()));
    }
}
