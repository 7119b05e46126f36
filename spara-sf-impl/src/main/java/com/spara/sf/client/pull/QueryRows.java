package com.spara.sf.client.pull;

import com.spara.sf.OrgUnreachableException;
import com.spara.sf.Reason;
import com.spara.sf.ReasonCode;
import com.spara.sf.RecordId;
import com.spara.sf.RequestRefusedException;
import com.spara.sf.SalesforceException;
import com.spara.sf.client.json.JsonView;
import com.spara.sf.client.read.LookupReader;
import com.spara.sf.client.rest.RestAnswer;
import com.spara.sf.spi.SalesforceRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows that a query answered, in the order of changes. Used by one thread. */
final class QueryRows {

    private static final int FIRST_SERVER_ERROR = 500;
    private static final int FIRST_REFUSAL = 400;

    static final QueryRows NONE = new QueryRows(List.of(), false);

    private final List<SalesforceRecord> rows;
    private final boolean hasMore;
    private @Nullable Set<RecordId> ids;

    private QueryRows(List<SalesforceRecord> rows, boolean hasMore) {
        this.rows = rows;
        this.hasMore = hasMore;
    }

    /** Takes the rows of an answer, of which the rest is read by place and not by a locator, which would expire. */
    static QueryRows of(RestAnswer answer, int most) {
        List<SalesforceRecord> rows = usable(answer);
        boolean isDone = answer.body().at("done").isTrue();
        boolean haveAPlace =
                rows.stream().allMatch(row -> row.time("SystemModstamp").isPresent());
        boolean isShort = isDone && answer.body().at("totalSize").intOr(rows.size()) != rows.size();
        if (!haveAPlace || isShort || rows.isEmpty() && !isDone) {
            throw incomplete();
        }
        return new QueryRows(rows, !isDone || rows.size() >= most);
    }

    /** The rows. */
    List<SalesforceRecord> rows() {
        return rows;
    }

    /** Whether the record is among the rows. A first look never asks, so their Ids are only sorted when it is asked. */
    boolean has(RecordId id) {
        Set<RecordId> known = ids;
        if (known == null) {
            known = rows.stream().map(SalesforceRecord::id).collect(Collectors.toUnmodifiableSet());
            ids = known;
        }
        return known.contains(id);
    }

    /**
     * The same with those that a further query answered, if its first row is the last one of these: where a record changed in
     * between, the rows of one answer do not follow on those of the other, and some would be missed.
     */
    QueryRows continuedBy(QueryRows further) {
        if (!hasMore || further.rows.isEmpty() || !isLast(further.rows.get(0))) {
            return this;
        }
        List<SalesforceRecord> all = new ArrayList<>(rows);
        all.addAll(further.rows.subList(1, further.rows.size()));
        return new QueryRows(all, further.hasMore);
    }

    private boolean isLast(SalesforceRecord row) {
        return end().filter(Key.of(row)::equals).isPresent();
    }

    /** The same with others that stand before its end, in the order of changes. */
    QueryRows and(List<SalesforceRecord> others) {
        if (others.isEmpty()) {
            return this;
        }
        Instant end = Key.stamp(rows.get(rows.size() - 1));
        List<SalesforceRecord> all = Stream.concat(others.stream(), rows.stream())
                .filter(row -> !Key.stamp(row).isAfter(end))
                .sorted(Comparator.comparing(row -> Key.stamp(row)))
                .toList();
        return new QueryRows(all, hasMore);
    }

    /** Whether Salesforce refused the query itself. */
    static boolean isRefused(RestAnswer answer) {
        return answer.status() >= FIRST_REFUSAL && answer.status() < FIRST_SERVER_ERROR;
    }

    /** Whether one query of a call failed for a reason that passes. */
    static boolean isWorthRepeating(RestAnswer answer) {
        return answer.status() == 0 || answer.status() >= FIRST_SERVER_ERROR;
    }

    /** A row without an Id is dropped when it is read, and must not be taken for none. */
    static void requireUsable(RestAnswer answer) {
        usable(answer);
    }

    private static List<SalesforceRecord> usable(RestAnswer answer) {
        JsonView records = answer.body().at("records");
        List<SalesforceRecord> rows = LookupReader.recordsOf(answer);
        boolean haveIds = rows.size() == records.size();
        if (!answer.isSuccess() || !records.isArray() || !haveIds) {
            throw problem(answer);
        }
        return rows;
    }

    private static SalesforceException problem(RestAnswer answer) {
        String code = answer.errorCode();
        if (isRefused(answer)) {
            return new RequestRefusedException(
                    Reason.of(
                            code.isEmpty() ? ReasonCode.REQUEST_REFUSED : code,
                            "Salesforce refused the query of the pull rule with HTTP " + answer.status()
                                    + ". Check its conditions and the rights of the connected user; the cursor has not"
                                    + " moved."),
                    null);
        }
        return answer.status() >= FIRST_SERVER_ERROR
                ? new OrgUnreachableException(
                        Reason.of(
                                code.isEmpty() ? ReasonCode.UNREACHABLE : code,
                                "Salesforce answered HTTP " + answer.status()
                                        + " to the query. The cursor has not moved; pull again later."),
                        null)
                : incomplete();
    }

    static OrgUnreachableException incomplete() {
        return new OrgUnreachableException(
                Reason.of(
                        ReasonCode.ANSWER_INCOMPLETE,
                        "The answer lacks the rows of a query. The cursor has not moved; pull again."),
                null);
    }

    /** The place behind the last row, if there are others behind it. */
    Optional<Key> end() {
        return hasMore ? Optional.of(Key.of(rows.get(rows.size() - 1))) : Optional.empty();
    }
}
