package com.spara.sf.testkit.rest;

import com.spara.sf.RecordId;
import com.spara.sf.testkit.records.Question;
import com.spara.sf.testkit.records.Records;
import com.spara.sf.testkit.records.Row;
import com.spara.sf.testkit.schema.Field;
import com.spara.sf.testkit.schema.SObject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** One record by its Id: create, read, update, delete. */
final class RowResource {
    private final Org org;
    private final Records records;
    private final SaveHeaders headers;

    RowResource(Org org) {
        this.org = org;
        this.records = org.records();
        this.headers = new SaveHeaders(records);
    }

    RestAnswer create(RestRequest request, SObject type) {
        RecordBody body = RecordBody.of(request.object());
        if (body.id().isPresent()) {
            throw RestException.badRequest(
                    "INVALID_FIELD", "The Id field should not be specified in the sobject data.");
        }
        String id = records.create(type, body.fields(), headers.read(request));
        return RestAnswer.of(HttpStatus.CREATED, new SavedBody(id, null))
                .withHeader("Location", request.rowUrl(type.name(), id));
    }

    RestAnswer answer(RestRequest request, SObject type, String id) {
        RecordId known = requireId(type, id);
        return switch (request.method()) {
            case "GET", "HEAD" -> read(request, known);
            case "PATCH" -> update(request, known);
            case "DELETE" -> delete(request, known);
            default -> throw RestException.methodNotAllowed(request, "DELETE,GET,HEAD,PATCH");
        };
    }

    private static RecordId requireId(SObject type, String text) {
        return RecordId.parse(text)
                .filter(id -> id.keyPrefix().equals(type.keyPrefix()))
                .orElseThrow(() -> malformedId(type, text));
    }

    static RestException malformedId(SObject type, String text) {
        return new RestException(
                HttpStatus.BAD_REQUEST,
                new RestError(
                        "MALFORMED_ID", type.label() + " ID: id value of incorrect type: " + text, List.of("Id")));
    }

    private RestAnswer read(RestRequest request, RecordId id) {
        Row row = requireLive(request, id);
        if (row.value("SystemModstamp") instanceof Instant changed && HttpDate.isNotModified(request, changed)) {
            return RestAnswer.empty(HttpStatus.NOT_MODIFIED);
        }
        if (EntityTags.isNotModified(request, row)) {
            return tagged(row, RestAnswer.empty(HttpStatus.NOT_MODIFIED));
        }
        return tagged(row, read(request, row));
    }

    private static RestAnswer tagged(Row row, RestAnswer answer) {
        EntityTags.of(row).ifPresent(tag -> answer.withHeader("ETag", tag));
        return answer;
    }

    RestAnswer read(RestRequest request, Row row) {
        SObject type = org.view(request).schema().require(row.type().name());
        List<Field> fields =
                request.parameter("fields").map(names -> fields(type, names)).orElseGet(type::fields);
        return RestAnswer.of(HttpStatus.OK, new RowBody(row, fields, request));
    }

    static List<Field> fields(SObject type, String names) {
        return Arrays.stream(names.split(",", -1))
                .map(name -> field(type, name.trim()))
                .distinct()
                .toList();
    }

    static Field field(SObject type, String name) {
        return type.field(name)
                .orElseThrow(() -> name.indexOf('.') > 0
                        ? RestException.gap("the fields of parents in a row; select them in a query")
                        : RestException.badRequest(
                                "INVALID_FIELD", "No such column '" + name + "' on sobject of type " + type));
    }

    private RestAnswer update(RestRequest request, RecordId id) {
        RecordBody body = RecordBody.of(request.object());
        if (body.id().isPresent()) {
            throw RestException.badRequest(
                    "INVALID_FIELD", "The Id field should not be specified in the sobject data.");
        }
        requireUnmodified(request, id);
        records.update(id.value(), body.fields(), headers.read(request));
        return RestAnswer.empty(HttpStatus.NO_CONTENT);
    }

    private void requireUnmodified(RestRequest request, RecordId id) {
        HttpDate.header(request, "If-Unmodified-Since")
                .ifPresent(since -> records.find(id.value())
                        .map(row -> row.value("SystemModstamp"))
                        .filter(stamp -> stamp instanceof Instant changed && changed.isAfter(since))
                        .ifPresent(changed -> {
                            throw new RestException(
                                    HttpStatus.PRECONDITION_FAILED,
                                    new RestError(
                                            "PRECONDITION_FAILED",
                                            "The record was modified since the given date",
                                            null));
                        }));
        records.find(id.value()).ifPresent(row -> EntityTags.requireMatch(request, row));
    }

    private RestAnswer delete(RestRequest request, RecordId id) {
        requireVisible(request, id);
        records.delete(id.value(), headers.read(request));
        return RestAnswer.empty(HttpStatus.NO_CONTENT);
    }

    private Row requireVisible(RestRequest request, RecordId id) {
        return records.find(id.value()).filter(org.view(request)::sees).orElseThrow(RowResource::noSuchRow);
    }

    /** The record that a path names, when it is there for the user. */
    Row requireLive(RestRequest request, SObject type, String id) {
        return requireLive(request, requireId(type, id));
    }

    private Row requireLive(RestRequest request, RecordId id) {
        Row row = requireVisible(request, id);
        if (row.isDeleted() && org.answers(Question.DELETED_ROWS_READ_AS_MISSING)) {
            throw noSuchRow();
        }
        if (row.isDeleted()) {
            throw new RestException(
                    HttpStatus.NOT_FOUND, new RestError("ENTITY_IS_DELETED", "entity is deleted", List.of()));
        }
        return row;
    }

    private static RestException noSuchRow() {
        return new RestException(
                HttpStatus.NOT_FOUND,
                new RestError("NOT_FOUND", "Provided external ID field does not exist or is not accessible: Id", null));
    }
}
