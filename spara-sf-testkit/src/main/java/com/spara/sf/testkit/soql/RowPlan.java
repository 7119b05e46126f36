package com.spara.sf.testkit.soql;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A query for rows, ready to be answered. */
record RowPlan(RowOrder<SoqlRow> order, Bounds bounds, Projection projection) implements Plan {
    @Override
    public SoqlResult answer(Stream<SoqlRow> rows) {
        List<SoqlRow> chosen = bounds.of(order.sort(rows)).toList();
        return SoqlResult.of(new ProjectedRecords(chosen, projection));
    }

    @Override
    public Optional<Term<SoqlRow>> leading() {
        return bounds.isLimited() ? order.leading() : Optional.empty();
    }

    @Override
    public SoqlResult answerSorted(Stream<SoqlRow> rows) {
        return answer(order.beginning(rows, bounds.end()));
    }
}
