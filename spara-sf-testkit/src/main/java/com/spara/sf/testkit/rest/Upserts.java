package com.spara.sf.testkit.rest;

import com.spara.sf.testkit.records.Change;
import com.spara.sf.testkit.records.Records;
import com.spara.sf.testkit.records.Row;
import com.spara.sf.testkit.schema.Field;
import com.spara.sf.testkit.schema.FieldFlag;
import com.spara.sf.testkit.schema.SObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Saves a record by a key of its own: an update when there is one, else a create. */
final class Upserts {
    private static final int KEY = 3;

    private final Org org;
    private final Records records;
    private final SaveHeaders headers;

    Upserts(Org org) {
        this.org = org;
        this.records = org.records();
        this.headers = new SaveHeaders(records);
    }

    /** Which record: an object, a key field of it, the key. */
    record Target(SObject type, Field key, String value) {}

    static Field requireKey(SObject type, String name) {
        return type.field(name)
                .filter(field -> field.is(FieldFlag.EXTERNAL_ID) || field.is(FieldFlag.ID_LOOKUP))
                .orElseThrow(() -> new RestException(
                        HttpStatus.NOT_FOUND,
                        new RestError(
                                "NOT_FOUND",
                                "Provided external ID field does not exist or is not accessible: " + name,
                                null)));
    }

    /** Saves the body of the request and returns the Id. */
    String save(Target target, @Nullable Row row, RestRequest request) {
        RecordBody body = RecordBody.of(request.object());
        if (body.fields().keySet().stream().anyMatch(target.key().name()::equalsIgnoreCase)) {
            throw RestException.badRequest(
                    "INVALID_FIELD",
                    "The " + target.key().name() + " field should not be specified in the sobject data.");
        }
        return records.save(change(target, row, body.fields()), headers.read(request));
    }

    /** One row of a collection, whose key stands among its fields. */
    Change change(RestRequest request, SObject type, RecordBody row) {
        Field key = requireKey(type, request.segment(KEY));
        Map<String, @Nullable Object> others = new LinkedHashMap<>(row.fields());
        Object value = others.keySet().stream()
                .filter(key.name()::equalsIgnoreCase)
                .findFirst()
                .map(others::remove)
                .orElseThrow(() -> RestException.badRequest("MISSING_ARGUMENT", key.name() + " not specified"));
        List<Row> found = records.findByKey(type, key, value.toString()).stream()
                .filter(org.view(request)::sees)
                .toList();
        if (found.size() > 1) {
            throw RestException.badRequest(
                    "DUPLICATE_EXTERNAL_ID",
                    key.name() + ": more than one record found for external id field: " + found.size());
        }
        return change(new Target(type, key, value.toString()), found.isEmpty() ? null : found.get(0), others);
    }

    private static Change change(Target target, @Nullable Row row, Map<String, @Nullable Object> fields) {
        if (row != null) {
            return new Change.Update(row.id(), fields);
        }
        Map<String, @Nullable Object> all = new LinkedHashMap<>(fields);
        all.put(target.key().name(), target.value());
        return new Change.Create(target.type(), all);
    }
}
