package com.spara.sf.testkit.bulk;

import com.spara.sf.testkit.query.OrgQueries;
import com.spara.sf.testkit.soql.PlainQuery;
import com.spara.sf.testkit.soql.SoqlException;
import com.spara.sf.testkit.soql.SoqlRecord;
import java.time.Clock;
import java.util.List;

/** A job that reads records into a CSV. */
public final class QueryJob extends Job {
    private final QueryOrder order;
    private final PlainQuery query;
    private final OrgQueries queries;
    private final Clock clock;
    private List<SoqlRecord> rows = List.of();

    QueryJob(Origin origin, QueryOrder order, OrgQueries queries, Clock clock) {
        super(origin, JobState.UPLOAD_COMPLETE);
        this.order = order;
        this.query = PlainQuery.of(order.soql());
        this.queries = queries;
        this.clock = clock;
    }

    public QueryOrder order() {
        return order;
    }

    /** The object that is queried. */
    public String object() {
        return query.object();
    }

    @Override
    public CsvFormat format() {
        return order.format();
    }

    @Override
    public int processed() {
        return rows.size();
    }

    @Override
    void run() {
        try {
            rows = queries.answer(origin().userId(), query.text(), order.includesDeleted())
                    .records();
        } catch (SoqlException e) {
            fail(e.wireMessage().strip(), clock.instant());
        }
    }

    /** A line for each record, and the header, which each page has. */
    byte[] csv(int from, int size) {
        CsvWriter out = new CsvWriter(format());
        out.line(query.columns());
        for (SoqlRecord row : queries.page(rows, from, size)) {
            out.line(query.columns().stream()
                    .map(column -> CsvValue.of(row, column))
                    .toList());
        }
        return out.bytes();
    }
}
