package com.spara.sf.testkit.rest;

import com.spara.sf.RecordId;
import com.spara.sf.testkit.records.Records;
import com.spara.sf.testkit.records.SaveOptions;
import com.spara.sf.testkit.schema.Field;
import com.spara.sf.testkit.schema.SObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /composite/sobjects}: create, update, upsert, delete and retrieve many records in one request. */
final class CollectionResource {
    private static final int TYPE = 2;
    private static final int KEY = 3;
    private static final int MOST_ROWS = 200;
    private static final int MOST_CHUNKS = 10;

    private final Records records;
    private final SaveHeaders headers;
    private final Upserts upserts;
    private final CollectionRetrieve retrieve;

    CollectionResource(Org org) {
        this.records = org.records();
        this.headers = new SaveHeaders(records);
        this.upserts = new Upserts(records);
        this.retrieve = new CollectionRetrieve(records);
    }

    RestAnswer answer(RestRequest request) {
        boolean typed = request.resource().size() > TYPE;
        return switch (request.method()) {
            case "POST" -> typed ? retrieve.answer(request) : save(request, this::create);
            case "PATCH" -> typed ? upsert(request) : save(request, this::update);
            case "DELETE" -> delete(request);
            case "GET" -> retrieve.answer(request);
            default -> throw RestException.methodNotAllowed(request, "DELETE,GET,PATCH,POST");
        };
    }

    /** Saves one row. */
    private interface RowSave {
        SavedBody save(RecordBody row, SaveOptions options);
    }

    private RestAnswer save(RestRequest request, RowSave how) {
        Map<?, ?> body = request.object();
        List<RecordBody> rows = rows(body);
        SaveOptions options = headers.read(request);
        CollectionRun run = new CollectionRun(records, isAllOrNone(request, body.get("allOrNone")));
        rows.forEach(row -> run.row(() -> how.save(row, options)));
        return run.answer(request);
    }

    private static boolean isAllOrNone(RestRequest request, @Nullable Object wanted) {
        return request.exchange().isAllOrNone() || "true".equals(String.valueOf(wanted));
    }

    private List<RecordBody> rows(Map<?, ?> body) {
        if (!(body.get("records") instanceof List<?> items) || items.isEmpty()) {
            throw RestException.badRequest("INVALID_INPUT", "At least 1 record is required");
        }
        requireRowCount(items.size());
        List<RecordBody> rows = new ArrayList<>();
        items.forEach(item -> rows.add(row(item)));
        requireFewChunks(rows);
        return rows;
    }

    private static void requireRowCount(int rows) {
        if (rows > MOST_ROWS) {
            throw RestException.badRequest(
                    "EXCEEDED_ID_LIMIT",
                    "record limit reached. cannot submit more than " + MOST_ROWS + " records into this call");
        }
    }

    private static RecordBody row(Object item) {
        Optional<RecordBody> row = item instanceof Map<?, ?> json ? Optional.of(RecordBody.of(json)) : Optional.empty();
        return row.filter(body -> body.type().isPresent())
                .orElseThrow(() -> RestException.badRequest(
                        "INVALID_TYPE", "An object with attributes and a type in them is required for every record"));
    }

    private static void requireFewChunks(List<RecordBody> rows) {
        int chunks = 1;
        for (int i = 1; i < rows.size(); i++) {
            chunks += rows.get(i).type().equals(rows.get(i - 1).type()) ? 0 : 1;
        }
        if (chunks > MOST_CHUNKS) {
            throw RestException.badRequest(
                    "LIMIT_EXCEEDED",
                    "Cannot have more than " + MOST_CHUNKS
                            + " chunks in a single operation. Please rearrange the data to reduce chunking.");
        }
    }

    private SavedBody create(RecordBody row, SaveOptions options) {
        return new SavedBody(records.create(type(row), row.fields(), options), null);
    }

    private SavedBody update(RecordBody row, SaveOptions options) {
        SObject type = type(row);
        String id = row.id()
                .orElseThrow(() -> RestException.badRequest("MISSING_ARGUMENT", "Id not specified in an update call"));
        if (!id.startsWith(type.keyPrefix()) || RecordId.parse(id).isEmpty()) {
            throw RestException.badRequest("MALFORMED_ID", type.label() + " ID: id value of incorrect type: " + id);
        }
        records.update(id, row.fields(), options);
        return new SavedBody(RecordId.of(id).value(), null);
    }

    private SObject type(RecordBody row) {
        String name = row.type().orElse("");
        return records.schema()
                .object(name)
                .orElseThrow(() ->
                        RestException.badRequest("INVALID_TYPE", "sObject type '" + name + "' is not supported."));
    }

    private RestAnswer upsert(RestRequest request) {
        SObject type = records.schema().object(request.segment(TYPE)).orElseThrow(RestException::notFound);
        Field key = Upserts.requireKey(type, request.segment(KEY));
        return save(request, (row, options) -> upserts.save(type, key, row.fields(), options));
    }

    private RestAnswer delete(RestRequest request) {
        List<String> ids = request.parameter("ids")
                .map(text -> Arrays.asList(text.split(",", -1)))
                .orElseThrow(() -> RestException.badRequest("INVALID_INPUT", "At least 1 record is required"));
        requireRowCount(ids.size());
        CollectionRun run = new CollectionRun(
                records, isAllOrNone(request, request.parameter("allOrNone").orElse("false")));
        ids.forEach(id -> run.row(() -> delete(id.trim())));
        return run.answer(request);
    }

    private SavedBody delete(String id) {
        records.delete(id);
        return new SavedBody(RecordId.of(id).value(), null);
    }
}
