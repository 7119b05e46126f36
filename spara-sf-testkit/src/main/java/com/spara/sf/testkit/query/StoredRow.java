package com.spara.sf.testkit.query;

import com.spara.sf.testkit.records.CompoundAddress;
import com.spara.sf.testkit.records.Row;
import com.spara.sf.testkit.soql.SoqlColumn;
import com.spara.sf.testkit.soql.SoqlRow;
import com.spara.sf.testkit.soql.SoqlType;
import org.jspecify.annotations.Nullable;

/** One row as the query language sees it. */
record StoredRow(Row row) implements SoqlRow {
    @Override
    public String id() {
        return row.id();
    }

    @Override
    public String type() {
        return row.type().name();
    }

    @Override
    public @Nullable Object value(SoqlColumn column) {
        if (!(column instanceof FieldColumn known)) {
            throw new IllegalArgumentException("a column of another table was asked of a row of " + type());
        }
        return column.type() == SoqlType.ADDRESS ? CompoundAddress.of(row, known.field()) : row.value(known.field());
    }
}
