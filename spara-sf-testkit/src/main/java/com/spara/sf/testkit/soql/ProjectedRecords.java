package com.spara.sf.testkit.soql;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/** The records of an answer, each made from its row when it is asked for. */
final class ProjectedRecords extends AbstractList<SoqlRecord> implements RandomAccess {
    private final List<SoqlRow> rows;
    private final Projection projection;

    ProjectedRecords(List<SoqlRow> rows, Projection projection) {
        this.rows = rows;
        this.projection = projection;
    }

    @Override
    public SoqlRecord get(int index) {
        return projection.of(rows.get(index));
    }

    @Override
    public int size() {
        return rows.size();
    }
}
