package com.spara.sf.client.read;

import com.spara.sf.OrgUnreachableException;
import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import com.spara.sf.client.json.JsonView;
import com.spara.sf.client.rest.RestAnswer;
import com.spara.sf.client.rest.RestError;
import com.spara.sf.spi.SalesforceRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One query with the rows that have come for it, page by page. */
final class Query {

    /** No two hundred people have so many records; whoever answers more does not stop. */
    private static final int MOST_ROWS = 50_000;

    private final QueryGroup group;
    private final String path;
    private final List<SalesforceRecord> records = new ArrayList<>();
    private @Nullable Reason refusal;
    private String nextPage = "";

    Query(QueryGroup group, String path) {
        this.group = group;
        this.path = path;
    }

    String path() {
        return path;
    }

    boolean isOf(QueryGroup other) {
        return group == other;
    }

    List<SalesforceRecord> records() {
        return records;
    }

    Optional<Reason> refusal() {
        return Optional.ofNullable(refusal);
    }

    String nextPage() {
        return nextPage;
    }

    /** Forgets what came so far, before it is asked anew. */
    void startAgain() {
        records.clear();
        refusal = null;
        nextPage = "";
    }

    /** Takes one page, and returns whether there is another. */
    boolean take(RestAnswer page) {
        if (!page.isSuccess()) {
            refuse(page);
            return false;
        }
        JsonView body = page.body();
        String before = nextPage;
        List<JsonView> rows = body.at("records").items();
        RecordJson reading = new RecordJson();
        rows.forEach(row -> records.add(requireId(reading.record(row))));
        nextPage = body.at("nextRecordsUrl").textOrEmpty();
        boolean more = !body.at("done").isTrue();
        boolean endless = rows.isEmpty()
                || records.size() >= body.at("totalSize").intOr(0)
                || records.size() > MOST_ROWS
                || nextPage.equals(before);
        if (more && (nextPage.isEmpty() || endless)
                || !more && records.size() < body.at("totalSize").intOr(0)) {
            throw incomplete();
        }
        return more;
    }

    /** A row of which nobody can say which record it is would be taken for another one, or for none. */
    private SalesforceRecord requireId(SalesforceRecord row) {
        if (!group.isCounting() && row.id("Id").isEmpty()) {
            throw incomplete();
        }
        return row;
    }

    private void refuse(RestAnswer page) {
        if (page.status() == 0) {
            throw incomplete();
        }
        boolean tooLong = page.status() == 414 || page.status() == 431;
        String code = tooLong ? ReasonCode.QUERY_TOO_LONG : codeOf(page);
        refusal = Reason.of(
                code, "Salesforce refused to look up " + group.object() + " with HTTP " + page.status() + ".");
    }

    private static String codeOf(RestAnswer page) {
        return page.errors().stream().findFirst().map(RestError::code).orElse(ReasonCode.LOOKUP_REFUSED);
    }

    /** An answer that lacks a part. */
    static OrgUnreachableException incomplete() {
        return new OrgUnreachableException(
                Reason.of(
                        ReasonCode.ANSWER_INCOMPLETE,
                        "Salesforce did not answer all that was asked, so nothing was planned on it. Push again."),
                null);
    }
}
