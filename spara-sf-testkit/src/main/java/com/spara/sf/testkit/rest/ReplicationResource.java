package com.spara.sf.testkit.rest;

import com.spara.sf.testkit.records.Records;
import com.spara.sf.testkit.records.Row;
import com.spara.sf.testkit.records.UserView;
import com.spara.sf.testkit.schema.SObject;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Predicate;

/** {@code /sobjects/X/updated} and {@code /deleted}: what changed between two moments, by whole minutes. */
final class ReplicationResource {
    private static final Duration LONGEST_AGO = Duration.ofDays(30);
    private static final Duration BIN = Duration.ofDays(15);
    private static final int MOST_IDS = 600_000;
    private static final String STAMP = "SystemModstamp";

    private final Org org;
    private final Records records;

    ReplicationResource(Org org) {
        this.org = org;
        this.records = org.records();
    }

    /** From the start on, to before the end. */
    private record Span(Instant start, Instant end) {
        boolean holds(Instant moment) {
            return !moment.isBefore(start) && moment.isBefore(end);
        }
    }

    RestAnswer updated(RestRequest request, SObject type) {
        Span span = span(request, LONGEST_AGO);
        List<Row> rows = rows(request, type, span, row -> !row.isDeleted());
        return RestAnswer.of(HttpStatus.OK, json -> {
            json.writeStartObject();
            json.writeStartArray("ids");
            rows.forEach(row -> json.write(row.id()));
            json.writeEnd();
            json.writeKey("latestDateCovered");
            Json.write(json, covered(span));
            json.writeEnd();
        });
    }

    RestAnswer deleted(RestRequest request, SObject type) {
        Span span = span(request, BIN);
        List<Row> rows = rows(request, type, span, Row::isDeleted);
        return RestAnswer.of(HttpStatus.OK, json -> {
            json.writeStartObject();
            json.writeStartArray("deletedRecords");
            for (Row row : rows) {
                json.writeStartObject();
                json.writeKey("deletedDate");
                Json.write(json, stamp(row));
                json.write("id", row.id());
                json.writeEnd();
            }
            json.writeEnd();
            json.writeKey("earliestDateAvailable");
            Json.write(json, earliest());
            json.writeKey("latestDateCovered");
            Json.write(json, covered(span));
            json.writeEnd();
        });
    }

    private List<Row> rows(RestRequest request, SObject type, Span span, Predicate<Row> wanted) {
        if (type.field(STAMP).isEmpty()) {
            throw RestException.badRequest(
                    "INVALID_TYPE", "Entity type: '" + type + "' is not available for replication.");
        }
        UserView view = org.view(request);
        List<Row> rows = records.rows(type)
                .filter(wanted)
                .filter(row -> span.holds(stamp(row)))
                .filter(view::sees)
                .limit(MOST_IDS + 1L)
                .toList();
        if (rows.size() > MOST_IDS) {
            throw RestException.badRequest("EXCEEDED_ID_LIMIT", "Id limit exceeded: " + MOST_IDS);
        }
        return rows;
    }

    private static Instant stamp(Row row) {
        return row.value(STAMP) instanceof Instant moment ? moment : Instant.MIN;
    }

    private Instant earliest() {
        Instant emptied = records.now().minus(BIN);
        return emptied.isAfter(records.time().made()) ? emptied : records.time().made();
    }

    /** What is dated and not committed yet may still turn up in what comes after this. */
    private Instant covered(Span span) {
        Instant settled = records.time().settledUntil();
        return settled.isBefore(span.end) ? settled : span.end;
    }

    private Span span(RestRequest request, Duration most) {
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            throw RestException.methodNotAllowed(request, "GET,HEAD");
        }
        Span span = new Span(minute(request, "start"), minute(request, "end"));
        if (!span.start.isBefore(span.end)) {
            throw invalid("endDate must be more than one minute after startDate");
        }
        if (span.start.isBefore(records.now().minus(most))) {
            throw invalid("startDate cannot be more than " + most.toDays() + " days ago");
        }
        return span;
    }

    private static Instant minute(RestRequest request, String parameter) {
        String text = request.parameter(parameter)
                .orElseThrow(() -> RestException.badRequest("MISSING_ARGUMENT", parameter + " not specified"));
        try {
            return OffsetDateTime.parse(text.replace(' ', '+')).toInstant().truncatedTo(ChronoUnit.MINUTES);
        } catch (DateTimeException e) {
            throw invalid(parameter + " is not a date-time such as 2026-11-23T09:00:00+00:00");
        }
    }

    private static RestException invalid(String message) {
        return RestException.badRequest("INVALID_REPLICATION_DATE", message);
    }
}
