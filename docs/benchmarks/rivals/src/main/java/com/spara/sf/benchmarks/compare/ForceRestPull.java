package com.spara.sf.benchmarks.compare;

import com.force.api.ForceApi;
import com.force.api.QueryResult;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The pull by force-rest-api: a query, and {@code queryMore} as long as there is more. */
final class ForceRestPull implements Contender {

    static final String SOQL = "SELECT " + String.join(",", JobOrg.PULLED) + " FROM Lead ORDER BY LastModifiedDate";

    private @Nullable ForceApi api;

    @Override
    public void open(Place place) {
        api = ForceRestPush.api(place);
    }

    @Override
    public void run(int people, Tally cameBack) {
        ForceApi from = Objects.requireNonNull(api);
        QueryResult<ForceRestPush.Row> page = from.query(SOQL, ForceRestPush.Row.class);
        note(page, cameBack);
        while (!page.isDone()) {
            page = from.queryMore(page.getNextRecordsUrl(), ForceRestPush.Row.class);
            note(page, cameBack);
        }
    }

    private static void note(QueryResult<ForceRestPush.Row> page, Tally cameBack) {
        page.getRecords()
                .forEach(row -> cameBack.row(Arrays.asList(
                        row.email,
                        row.firstName,
                        row.lastName,
                        row.company,
                        row.phone,
                        row.mobile,
                        row.title,
                        row.website)));
    }
}
