package com.spara.sf.testkit.query;

import com.spara.sf.testkit.records.Records;
import com.spara.sf.testkit.records.Row;
import com.spara.sf.testkit.records.UserView;
import com.spara.sf.testkit.schema.SObject;
import com.spara.sf.testkit.schema.Schema;
import com.spara.sf.testkit.soql.SoqlSchema;
import com.spara.sf.testkit.soql.SoqlTable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What one user may see of an org, as tables. What was seen of an object is kept until the schema changes. */
final class RecordTables implements SoqlSchema {
    private final Records records;
    private final UserView view;
    private final Map<String, SoqlTable> seen = new HashMap<>();
    private Schema schema;

    RecordTables(Records records, UserView view) {
        this.records = records;
        this.view = view;
        this.schema = view.schema();
    }

    @Override
    public Optional<SoqlTable> table(String name) {
        return records.exclusively(() -> current().object(name).map(this::table));
    }

    SoqlTable table(SObject type) {
        return records.exclusively(() -> {
            current();
            return seen.computeIfAbsent(type.name(), name -> new RecordTable(type, this, records));
        });
    }

    boolean sees(Row row) {
        return view.sees(row);
    }

    Schema current() {
        if (view.schema() != schema) {
            schema = view.schema();
            seen.clear();
        }
        return schema;
    }
}
