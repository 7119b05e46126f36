package com.spara.sf.testkit.rest;

import com.spara.sf.testkit.query.OrgQueries;
import com.spara.sf.testkit.records.Question;
import com.spara.sf.testkit.records.Records;
import com.spara.sf.testkit.records.UserView;

/** What the resources of one org share. */
public final class Org {
    static final int MOST_ROWS = 2_000;

    private final Records records;
    private final OrgQueries queries;
    private final Cursors cursors;
    private final DailyCalls dailyCalls;
    private volatile int pageSize = MOST_ROWS;

    public Org(Records records) {
        this.records = records;
        this.queries = new OrgQueries(records);
        this.cursors = new Cursors(records.clock());
        this.dailyCalls = new DailyCalls(records.clock());
    }

    Records records() {
        return records;
    }

    /** The org as the one who asks may see it. */
    UserView view(RestRequest request) {
        return records.view(request.session().userId());
    }

    boolean answers(Question question) {
        return records.answers().is(question);
    }

    OrgQueries queries() {
        return queries;
    }

    /** Sets the most rows of one page, as wide rows do in a real org. */
    public void pageSize(int rows) {
        if (rows < 1 || rows > MOST_ROWS) {
            throw new IllegalArgumentException("a page has 1 to " + MOST_ROWS + " rows, not " + rows);
        }
        pageSize = rows;
    }

    int pageSize() {
        return pageSize;
    }

    Cursors cursors() {
        return cursors;
    }

    /** Ends all queries that have more pages to come. */
    public void killCursors() {
        records.exclusively(() -> {
            cursors.killAll();
            return cursors;
        });
    }

    public DailyCalls dailyCalls() {
        return dailyCalls;
    }
}
