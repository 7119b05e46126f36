package com.spara.sf.testkit.query;

import com.spara.sf.testkit.records.Records;
import com.spara.sf.testkit.soql.SoqlEngine;
import com.spara.sf.testkit.soql.SoqlException;
import com.spara.sf.testkit.soql.SoqlRecord;
import com.spara.sf.testkit.soql.SoqlResult;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Answers the queries of an org's users. As thread-safe as the records are. */
public final class OrgQueries {
    private final Records records;
    private final Map<String, SoqlEngine> engines = new HashMap<>();

    public OrgQueries(Records records) {
        this.records = records;
    }

    /** Answers a user's query; throws {@link SoqlException} when it is refused. */
    public SoqlResult answer(String userId, String soql, boolean includeDeleted) {
        return records.exclusively(() -> {
            SoqlEngine engine = engines.computeIfAbsent(userId, this::engine);
            return includeDeleted ? engine.queryAll(soql) : engine.query(soql);
        });
    }

    private SoqlEngine engine(String userId) {
        RecordTables tables = new RecordTables(records, records.view(userId));
        return new SoqlEngine(tables, records.clock(), ZoneOffset.UTC);
    }

    /** One page of an answer, read through to the last child, so that later changes do not show in it. */
    public List<SoqlRecord> page(SoqlResult result, int from, int size) {
        return page(result.records(), from, size);
    }

    /** The same of the rows of an answer. */
    public List<SoqlRecord> page(List<SoqlRecord> rows, int from, int size) {
        int end = Math.min(rows.size(), from + size);
        return records.exclusively(() -> {
            List<SoqlRecord> page = List.copyOf(rows.subList(Math.min(from, end), end));
            page.forEach(OrgQueries::readThrough);
            return page;
        });
    }

    private static void readThrough(SoqlRecord row) {
        row.fields().values().forEach(value -> {
            if (value instanceof SoqlResult children) {
                children.records().forEach(OrgQueries::readThrough);
            } else if (value instanceof SoqlRecord parent) {
                readThrough(parent);
            }
        });
    }
}
