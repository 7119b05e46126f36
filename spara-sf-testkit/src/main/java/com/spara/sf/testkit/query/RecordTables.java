package com.spara.sf.testkit.query;

import com.spara.sf.testkit.records.Records;
import com.spara.sf.testkit.schema.SObject;
import com.spara.sf.testkit.schema.Schema;
import com.spara.sf.testkit.soql.SoqlSchema;
import com.spara.sf.testkit.soql.SoqlTable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The objects of an org as tables. What was seen of an object is kept until the schema changes. */
final class RecordTables implements SoqlSchema {
    private final Records records;
    private final Map<String, SoqlTable> seen = new HashMap<>();
    private Schema schema;

    RecordTables(Records records) {
        this.records = records;
        this.schema = records.schema();
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

    Schema current() {
        if (records.schema() != schema) {
            schema = records.schema();
            seen.clear();
        }
        return schema;
    }
}
