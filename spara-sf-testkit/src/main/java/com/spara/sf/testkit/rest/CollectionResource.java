package com.spara.sf.testkit.rest;

import com.spara.sf.RecordId;
import com.spara.sf.testkit.records.Change;
import com.spara.sf.testkit.records.Records;
import com.spara.sf.testkit.records.SaveOptions;
import com.spara.sf.testkit.schema.Field;
import com.spara.sf.testkit.schema.SObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** {@code /composite/sobjects}: create, update, upsert, delete and retrieve many records in one request. */
final class CollectionResource {
    private static final int TYPE = 2;
    private static final int KEY = 3;
    private static final int MOST_ROWS = 200;
    private static final int MOST_CHUNKS = 10;

    private final Org org;
    private final Records records;
    private final SaveHeaders headers;
    private final Upserts upserts;
    private final CollectionRetrieve retrieve;

    CollectionResource(Org org) {
        this.org = org;
        this.records = org.records();
        this.headers = new SaveHeaders(records);
        this.upserts = new Upserts(org);
        this.retrieve = new CollectionRetrieve(org);
    }

    RestAnswer answer(RestRequest request) {
        boolean typed = request.resource().size() > TYPE;
        return switch (request.method()) {
            case "POST" -> typed ? retrieve.answer(request) : save(request, row -> create(request, row));
            case "PATCH" -> typed ? upsert(request) : save(request, row -> update(request, row));
            case "DELETE" -> delete(request);
            case "GET" -> retrieve.answer(request);
            default -> throw RestException.methodNotAllowed(request, "DELETE,GET,PATCH,POST");
        };
    }

    /** Says what is to be saved for one row. */
    private interface RowChange {
        Change of(RecordBody row);
    }

    private RestAnswer save(RestRequest request, RowChange how) {
        Map<?, ?> body = request.object();
        List<RecordBody> rows = rows(body);
        SaveOptions options = headers.read(request);
        CollectionRun run = new CollectionRun(org, request, body.get("allOrNone"));
        run.save(changes(rows, how), options);
        return run.answer();
    }

    private static List<Supplier<Change>> changes(List<RecordBody> rows, RowChange how) {
        return rows.stream().<Supplier<Change>>map(row -> () -> how.of(row)).toList();
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

    private Change create(RestRequest request, RecordBody row) {
        return new Change.Create(type(request, row), row.fields());
    }

    private Change update(RestRequest request, RecordBody row) {
        SObject type = type(request, row);
        String id = row.id()
                .orElseThrow(() -> RestException.badRequest("MISSING_ARGUMENT", "Id not specified in an update call"));
        RecordId known = RecordId.parse(id)
                .filter(parsed -> parsed.keyPrefix().equals(type.keyPrefix()))
                .orElseThrow(() -> RestException.badRequest(
                        "MALFORMED_ID", type.label() + " ID: id value of incorrect type: " + id));
        return new Change.Update(known.value(), row.fields());
    }

    private SObject type(RestRequest request, RecordBody row) {
        String name = row.type().orElse("");
        return org.view(request)
                .schema()
                .object(name)
                .orElseThrow(() ->
                        RestException.badRequest("INVALID_TYPE", "sObject type '" + name + "' is not supported."));
    }

    private RestAnswer upsert(RestRequest request) {
        SObject type = org.view(request).schema().object(request.segment(TYPE)).orElseThrow(RestException::notFound);
        Field key = Upserts.requireKey(type, request.segment(KEY));
        Map<?, ?> body = request.object();
        List<RecordBody> rows = rows(body);
        Set<Object> repeated = repeated(rows, key);
        SaveOptions options = headers.read(request);
        CollectionRun run = new CollectionRun(org, request, body.get("allOrNone")).upserting();
        run.save(changes(rows, row -> upsert(request, new Keyed(type, key, repeated), row)), options);
        return run.answer();
    }

    /** An object with its key, and the values of it that more than one row has. */
    private record Keyed(SObject type, Field key, Set<Object> repeated) {}

    private Change upsert(RestRequest request, Keyed keyed, RecordBody row) {
        row.value(keyed.key.name()).filter(keyed.repeated::contains).ifPresent(value -> {
            throw new RestException(
                    HttpStatus.BAD_REQUEST,
                    new RestError(
                            "DUPLICATE_VALUE", "Duplicate external id specified: " + value, List.of(keyed.key.name())));
        });
        return upserts.change(request, keyed.type, row);
    }

    private static Set<Object> repeated(List<RecordBody> rows, Field key) {
        Set<Object> seen = new HashSet<>();
        return rows.stream()
                .flatMap(row -> row.value(key.name()).stream())
                .filter(value -> !seen.add(value))
                .collect(Collectors.toSet());
    }

    private RestAnswer delete(RestRequest request) {
        List<String> ids = request.parameter("ids")
                .map(text -> Arrays.asList(text.split(",", -1)))
                .orElseThrow(() -> RestException.badRequest("INVALID_INPUT", "At least 1 record is required"));
        requireRowCount(ids.size());
        SaveOptions options = headers.read(request);
        CollectionRun run =
                new CollectionRun(org, request, request.parameter("allOrNone").orElse("false"));
        ids.forEach(id -> run.row(() -> delete(id.trim(), options)));
        return run.answer();
    }

    private SavedBody delete(String id, SaveOptions options) {
        records.delete(id, options);
        return new SavedBody(RecordId.of(id).value(), null);
    }
}
