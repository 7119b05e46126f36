package com.spara.sf.testkit.query;

import com.spara.sf.testkit.records.Records;
import com.spara.sf.testkit.soql.SoqlEngine;
import com.spara.sf.testkit.soql.SoqlException;
import com.spara.sf.testkit.soql.SoqlRecord;
import com.spara.sf.testkit.soql.SoqlResult;
import java.time.ZoneOffset;
import java.util.List;

/** Answers the queries of an org's users. As thread-safe as the records are. */
public final class OrgQueries {
    private final Records records;
    private final SoqlEngine engine;

    public OrgQueries(Records records) {
        this.records = records;
        this.engine = new SoqlEngine(new RecordTables(records), records.clock(), ZoneOffset.UTC);
    }

    /** Answers a query; throws {@link SoqlException} when it is refused. */
    public SoqlResult answer(String soql, boolean includeDeleted) {
        return records.exclusively(() -> includeDeleted ? engine.queryAll(soql) : engine.query(soql));
    }

    /** One page of an answer, read through to the last child, so that later changes do not show in it. */
    public List<SoqlRecord> page(SoqlResult result, int from, int size) {
        int end = Math.min(result.records().size(), from + size);
        return records.exclusively(() -> {
            List<SoqlRecord> page = List.copyOf(result.records().subList(Math.min(from, end), end));
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
