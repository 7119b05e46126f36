package com.spara.sf.testkit.rest;

import com.spara.sf.testkit.records.Records;
import com.spara.sf.testkit.records.Row;
import com.spara.sf.testkit.schema.Field;
import com.spara.sf.testkit.schema.SObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One record by an external id or a look-up field: read, upsert, delete. */
final class KeyedRowResource {
    private static final int KEY = 2;
    private static final int VALUE = 3;
    private static final int ANSWERS_UPDATE = 46;

    private final Org org;
    private final Records records;
    private final SaveHeaders headers;
    private final RowResource rows;
    private final Upserts upserts;

    KeyedRowResource(Org org, RowResource rows) {
        this.org = org;
        this.records = org.records();
        this.headers = new SaveHeaders(records);
        this.rows = rows;
        this.upserts = new Upserts(org);
    }

    RestAnswer answer(RestRequest request, SObject type) {
        Field key = Upserts.requireKey(type, request.segment(KEY));
        String value = request.segment(VALUE);
        List<Row> found = records.findByKey(type, key, value).stream()
                .filter(org.view(request)::sees)
                .toList();
        if (found.size() > 1) {
            return choices(request, found);
        }
        @Nullable Row row = found.isEmpty() ? null : found.get(0);
        return switch (request.method()) {
            case "GET", "HEAD" -> rows.read(request, requireRow(row, key));
            case "PATCH" -> upsert(request, new Upserts.Target(type, key, value), row);
            case "DELETE" -> delete(request, requireRow(row, key));
            default -> throw RestException.methodNotAllowed(request, "DELETE,GET,HEAD,PATCH");
        };
    }

    private static RestAnswer choices(RestRequest request, List<Row> found) {
        return RestAnswer.of(HttpStatus.MULTIPLE_CHOICES, json -> {
            json.writeStartArray();
            found.forEach(row -> json.write(request.rowUrl(row.type().name(), row.id())));
            json.writeEnd();
        });
    }

    private RestAnswer upsert(RestRequest request, Upserts.Target target, @Nullable Row row) {
        if (row == null
                && request.parameter("updateOnly").filter("true"::equals).isPresent()) {
            throw noSuchRow(target.key());
        }
        String id = upserts.save(target, row, request);
        if (row == null) {
            Boolean created = request.version() >= ANSWERS_UPDATE ? true : null;
            return RestAnswer.of(HttpStatus.CREATED, new SavedBody(id, created))
                    .withHeader("Location", request.rowUrl(target.type().name(), id));
        }
        return request.version() >= ANSWERS_UPDATE
                ? RestAnswer.of(HttpStatus.OK, new SavedBody(id, false))
                : RestAnswer.empty(HttpStatus.NO_CONTENT);
    }

    private RestAnswer delete(RestRequest request, Row row) {
        records.delete(row.id(), headers.read(request));
        return RestAnswer.empty(HttpStatus.NO_CONTENT);
    }

    private static Row requireRow(@Nullable Row row, Field key) {
        if (row == null) {
            throw noSuchRow(key);
        }
        return row;
    }

    private static RestException noSuchRow(Field key) {
        return noSuchKey(key.name());
    }

    /** The answer for a field that is no key, or none at all. */
    static RestException noSuchKey(String name) {
        return new RestException(
                HttpStatus.NOT_FOUND,
                new RestError(
                        "NOT_FOUND", "Provided external ID field does not exist or is not accessible: " + name, null));
    }
}
